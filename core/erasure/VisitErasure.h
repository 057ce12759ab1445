// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/notices/NoticeTraces.h"
#include "core/visits/Tombstones.h"
#include "core/visits/VisitStore.h"

#include <functional>

namespace shirase {

/// What goes with a visit at its owner's wish.
struct ErasableVisit
{
    VisitKey key;
    QByteArray confirmation = {}; ///< Letter::reference of its mail (DaySeal::confirmation); empty where it is not known
};

/// Erases single visits before their time (REQUIREMENTS V11), with their confirmations that wait and what notices know of
/// them: somebody whose notice still waits does not get it. The tombstones come first, then registrations that may not have
/// seen them are waited for (SignupsUnderWay); what is interrupted after them is completed by doing it again, or by the next
/// Erasure. What is erased counts in the SendingMark, so that an older database is known also where no mail has left since. One
/// object per connection.
class VisitErasure
{
public:
    struct Erased
    {
        int visits = 0;
        int recipients = 0; ///< of notices
        int confirmations = 0; ///< that waited
    };

    VisitErasure(Database &database, Database &vault, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
        , m_visits(database)
        , m_notices(database)
        , m_tombstones(vault)
    {}

    [[nodiscard]] Result<Erased> erase(const QList<ErasableVisit> &visits);
    /// Completes erasures that were interrupted behind the tombstones, of at most that many visits; which confirmations are theirs
    /// is not known any more.
    [[nodiscard]] Result<Erased> complete(int atMost);
    /// Erases what a restored database has brought back: everything that has a tombstone. In steps; doing it again
    /// changes nothing.
    [[nodiscard]] Result<Erased> applyTombstones();

private:
    enum class Mark { Advances, Stays };
    [[nodiscard]] Result<Erased> removeAll(const QList<ErasableVisit> &visits, Mark mark);
    [[nodiscard]] Result<Erased> removeSome(const QList<ErasableVisit> &visits, Mark mark);
    [[nodiscard]] Result<> remove(const ErasableVisit &visit, Erased &erased);

    Database &m_database;
    const Clock &m_clock;
    VisitStore m_visits;
    NoticeTraces m_notices;
    Tombstones m_tombstones;
};

} // namespace shirase
