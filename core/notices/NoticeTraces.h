// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/visits/Visit.h"

#include <QDate>
#include <QSet>

namespace shirase {

/// What notices know of visits, and how it goes with them: which visits a recipient was told about, and the recipient
/// once none of them is left, whatever state the notice is in. Who was to be told and is erased before is not told
/// (REQUIREMENTS V11 before M2). The counts of a notice's report stay, in the notice_tally; whoever was still waiting
/// has failed there with the reply "erased".
///
/// What changes something takes the caller's transaction, of the one writer.
class NoticeTraces
{
public:
    struct Forgotten
    {
        int visits = 0;     ///< that somebody was told about
        int recipients = 0; ///< who had no other
    };

    explicit NoticeTraces(Database &database)
        : m_database(database)
    {}

    /// Forgets the visits of days up to that one; at most that many.
    [[nodiscard]] Result<Forgotten> forget(QDate until, int atMost);
    /// Forgets one that is erased. Another scan of the same person there, on the same day, keeps it.
    [[nodiscard]] Result<Forgotten> forget(const VisitKey &visit);

    /// Gives up those who still wait in a cancelled or withheld notice: they have failed there, and their addresses go. At most
    /// that many; returns how many it were. It is one statement, and needs no transaction.
    [[nodiscard]] Result<int> giveUpWaiting(int atMost);

    /// Ends the notices that have nobody left to send to. Returns how many it were.
    [[nodiscard]] Result<int> closeEnded(qint64 now);

    /// How many recipients forget() would erase.
    [[nodiscard]] Result<int> countRecipients(QDate until);

private:
    [[nodiscard]] Result<bool> isThere(const VisitKey &visit);
    [[nodiscard]] Result<int> eraseThoseWithoutVisits(const QSet<qint64> &recipients);

    Database &m_database;
};

} // namespace shirase
