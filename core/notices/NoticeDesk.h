// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/foundation/Clock.h"
#include "core/mail/Outbox.h"
#include "core/notices/Notice.h"
#include "core/notices/NoticeStore.h"
#include "core/notices/RecipientList.h"
#include "core/settings/Settings.h"
#include "core/staff/StaffDesk.h"

#include <functional>

namespace shirase {

class Lease;

/// The way of a notice, step by step, each refused where the one before does not hold or the role is missing.
/// One object per connection; opening many addresses takes about 50 µs each, so the window calls from a worker.
class NoticeDesk
{
public:
    struct Stores
    {
        Database &database;
        Database &vault;
        FacilityStore &facilities;
        NoticeStore &notices;
        OutboxWriter &outbox;
        AuditLog &audit;
        const Settings &settings;
        const Clock &clock;
    };
    /// Called with done and total; returning false cancels.
    using Progress = RecipientList::Progress;

    /// A window is at most this long, in seconds.
    static constexpr qint64 longestWindow = 14 * 24 * 3600;
    /// The texts that come with the program: their keys.
    [[nodiscard]] static QStringList textKeys();

    explicit NoticeDesk(Stores stores) : m_stores(stores) {}

    /// Fails with Invalid if a target is empty, too long, in the future, or older than what is kept. Needs notices.
    [[nodiscard]] Result<NoticeId> draft(const Session &by, const QList<NoticeTarget> &targets, const QString &textKey);
    /// Opens the addresses to count distinct people over all targets; needs the office key.
    [[nodiscard]] Result<NoticePreview> preview(const Session &by, const QList<NoticeTarget> &targets,
                                                const Progress &progress = {});
    /// The texts of a notice as they would be sent, by language. Fails with NotFound for an unknown key.
    [[nodiscard]] Result<QMap<QString, NoticeText>> texts(const QString &textKey) const;

    /// Freezes recipients and texts. While a window is still open it takes @p now. Needs approval. What a cancelled or
    /// interrupted approval left is cleared by the next one.
    [[nodiscard]] Result<> approve(const Session &by, NoticeId id, bool now, const Progress &progress = {});
    /// Decides not to notify, with the reason on record (REQUIREMENTS S4). Needs approval.
    [[nodiscard]] Result<> withhold(const Session &by, NoticeId id, const QString &reason);
    /// Puts an approved notice in the queue, for now or a time (seconds since the epoch, UTC). Needs notices.
    [[nodiscard]] Result<> send(const Session &by, NoticeId id, std::optional<qint64> at = {});
    [[nodiscard]] Result<> pause(const Session &by, NoticeId id);
    [[nodiscard]] Result<> resume(const Session &by, NoticeId id);
    /// What has not left yet never will; its addresses are erased. Needs notices.
    [[nodiscard]] Result<> cancel(const Session &by, NoticeId id);

private:
    [[nodiscard]] Result<> checkTarget(const NoticeTarget &target);
    [[nodiscard]] bool isOpen(const QList<NoticeTarget> &targets) const;
    [[nodiscard]] Result<> checkSecondPerson(const Session &by, const Notice &notice);
    [[nodiscard]] Result<> freeze(NoticeId id, const RecipientList &list, Lease &lease, const Progress &progress);
    [[nodiscard]] Result<> renew(Lease &lease);
    [[nodiscard]] Result<> insertRecipient(NoticeId id, const NoticeRecipient &person, const Sealer &sealer);
    [[nodiscard]] Result<> clearRecipients(NoticeId id);
    [[nodiscard]] Result<> move(const Session &by, const Notice &changed, NoticeState from, const QString &action);
    [[nodiscard]] Result<> move(const Session &by, NoticeId id, NoticeState from, NoticeState to, const QString &action);

    Stores m_stores;
};

} // namespace shirase
