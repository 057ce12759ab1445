// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/foundation/Clock.h"
#include "core/mail/Outbox.h"
#include "core/notices/Notice.h"
#include "core/notices/NoticeApproval.h"
#include "core/notices/NoticeSending.h"
#include "core/notices/NoticeSteps.h"
#include "core/notices/NoticeStore.h"
#include "core/notices/NoticeWording.h"
#include "core/notices/RecipientList.h"
#include "core/settings/Settings.h"
#include "core/staff/StaffDesk.h"

#include <functional>

namespace shirase {

/// The way of a notice, step by step, each refused where the one before does not hold or the role is missing.
/// One object per connection; opening many addresses takes about 50 µs each, so the window calls from a
/// worker.
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
    explicit NoticeDesk(Stores stores);

    /// Fails with Invalid if a target is empty, too long, in the future, or older than what is kept, or if the
    /// text breaks REQUIREMENTS S5. Needs notices.
    [[nodiscard]] Result<NoticeId> draft(const Session &by, const QList<NoticeTarget> &targets,
                                         const QString &textKey);
    /// Opens the addresses to count distinct people over all targets; needs the office key.
    [[nodiscard]] Result<NoticePreview> preview(const Session &by, const QList<NoticeTarget> &targets,
                                                const Progress &progress = {});
    /// What a notice says: its templates, their checker, and the changes of a draft.
    [[nodiscard]] NoticeWording &wording() { return m_wording; }

    /// Freezes recipients and texts. While a window is still open it takes @p now. Needs approval. What a
    /// cancelled or interrupted approval left is cleared by the next one.
    [[nodiscard]] Result<> approve(const Session &by, NoticeId id, bool now, const Progress &progress = {});
    /// Decides not to notify, with the reason on record (REQUIREMENTS S4). Needs approval.
    [[nodiscard]] Result<> withhold(const Session &by, NoticeId id, const QString &reason);
    /// See NoticeSending.
    [[nodiscard]] Result<> send(const Session &by, NoticeId id, std::optional<qint64> at = {})
    {
        return m_sending.send(by, id, at);
    }
    [[nodiscard]] Result<> pause(const Session &by, NoticeId id) { return m_sending.pause(by, id); }
    [[nodiscard]] Result<> resume(const Session &by, NoticeId id,
                                  NoticeSending::Refused refused = NoticeSending::Refused::Stay)
    {
        return m_sending.resume(by, id, refused);
    }
    [[nodiscard]] Result<> cancel(const Session &by, NoticeId id) { return m_sending.cancel(by, id); }

private:
    [[nodiscard]] Result<> checkTarget(const NoticeTarget &target);
    [[nodiscard]] bool isOpen(const QList<NoticeTarget> &targets) const;
    [[nodiscard]] Result<> checkSecondPerson(const Session &by, const Notice &notice);

    Stores m_stores;
    NoticeSteps m_steps;
    NoticeApproval m_approval;
    NoticeSending m_sending;
    NoticeWording m_wording;
};

} // namespace shirase
