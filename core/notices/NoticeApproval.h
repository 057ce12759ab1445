// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/mail/Outbox.h"
#include "core/notices/RecipientList.h"

#include <span>
#include <vector>

namespace shirase {

class Lease;

/// Freezes the recipients of a notice: one row each, sealed to the queue key. The rows count for nothing
/// until the notice itself is approved, in the commit after the last of them.
class NoticeApproval
{
public:
    using Progress = RecipientList::Progress;

    NoticeApproval(Database &database, OutboxWriter &outbox, const Clock &clock)
        : m_database(database)
        , m_outbox(outbox)
        , m_clock(clock)
    {}

    /// Takes the one lease of approvals, for as long as it is renewed. Fails with Busy if somebody else has
    /// it.
    [[nodiscard]] Result<> renew(Lease &lease);
    /// Writes everybody who was not told yet, after clearing what an interrupted approval left. Fails with
    /// Conflict when
    /// @p progress cancels, with Busy when the lease is lost.
    [[nodiscard]] Result<> freeze(NoticeId id, const RecipientList &list, Lease &lease,
                                  const Progress &progress);
    [[nodiscard]] Result<> clear(NoticeId id);

    [[nodiscard]] static QString leaseName() { return QStringLiteral("approval"); }

private:
    using People = std::span<const NoticeRecipient *const>;

    [[nodiscard]] Result<> insert(NoticeId id, People people, const QList<QByteArray> &messageIds, const Sealer &sealer);
    [[nodiscard]] Result<std::vector<qint64>> insertRecipients(NoticeId id, People people,
                                                               const QList<QByteArray> &messageIds, const Sealer &sealer);
    [[nodiscard]] Result<> insertVisits(People people, const std::vector<qint64> &recipients);

    Database &m_database;
    OutboxWriter &m_outbox;
    const Clock &m_clock;
};

} // namespace shirase
