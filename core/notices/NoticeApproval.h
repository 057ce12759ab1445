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

    NoticeApproval(Database &database, Database &vault, OutboxWriter &outbox, const Clock &clock)
        : m_database(database)
        , m_vault(vault)
        , m_outbox(outbox)
        , m_clock(clock)
    {}

    /// Takes the one lease of approvals, for as long as it is renewed. Fails with Busy if somebody else has
    /// it.
    [[nodiscard]] Result<> renew(Lease &lease);
    /// Writes everybody who was not told yet, after clearing what an interrupted approval left. Fails with
    /// Conflict when @p progress cancels or the notice is not in the state @p from any more, with Busy when the
    /// lease is lost.
    [[nodiscard]] Result<> freeze(NoticeId id, NoticeState from, const RecipientList &list, Lease &lease,
                                  const Progress &progress);
    /// Takes those off a notice who were erased since their visits were read (REQUIREMENTS V11), inside the transaction that
    /// approves it.
    [[nodiscard]] Result<> leaveOutErased(const QList<NoticeTarget> &targets);
    /// Erases what was written for a notice that is not approved.
    [[nodiscard]] Result<> clear(NoticeId id);

    [[nodiscard]] static QString leaseName() { return QStringLiteral("approval"); }

private:
    using People = std::span<const NoticeRecipient *const>;

    [[nodiscard]] Result<> checkTurn(NoticeId id, NoticeState from, Lease &lease);
    [[nodiscard]] Result<> remove(NoticeId id);
    [[nodiscard]] Result<> insert(NoticeId id, People people, const QList<QByteArray> &messageIds, const Sealer &sealer);
    [[nodiscard]] Result<std::vector<qint64>> insertRecipients(NoticeId id, People people,
                                                               const QList<QByteArray> &messageIds, const Sealer &sealer);
    [[nodiscard]] Result<> insertVisits(People people, const std::vector<qint64> &recipients);

    Database &m_database;
    Database &m_vault;
    OutboxWriter &m_outbox;
    const Clock &m_clock;
};

} // namespace shirase
