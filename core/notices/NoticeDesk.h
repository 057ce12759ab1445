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
#include "core/notices/NoticeThresholds.h"
#include "core/notices/NoticeWording.h"
#include "core/notices/RecipientList.h"
#include "core/settings/Settings.h"
#include "core/staff/StaffDesk.h"

#include <functional>

namespace shirase {

class Lease;

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
        const FacilityStore &facilities;
        NoticeStore &notices;
        OutboxWriter &outbox;
        AuditLog &audit;
        const Settings &settings;
        const Clock &clock;
    };
    /// Called with done and total; returning false cancels.
    using Progress = RecipientList::Progress;

    /// How a notice is approved.
    struct Approval
    {
        Approval(bool now_ = false, QString reason_ = {}, QByteArray seenHash_ = {})
            : now(now_)
            , reason(std::move(reason_))
            , seenHash(std::move(seenHash_))
        {}
        bool now;            ///< even though people can still register for it
        QString reason;      ///< needed where the thresholds recommend nothing
        QByteArray seenHash; ///< of the texts that the approver has read; empty if he has not been shown them
    };

    /// A window is at most this long, in seconds.
    static constexpr qint64 longestWindow = 14 * 24 * 3600;
    explicit NoticeDesk(Stores stores);

    /// Fails with Invalid if a target is empty, too long, in the future, or older than what is kept, if real
    /// facilities are mixed with those for exercises, or if the text breaks REQUIREMENTS S5. Needs notices.
    /// Whether a second person has to approve is fixed here.
    /// @param infected how many infected people the case has
    [[nodiscard]] Result<NoticeId> draft(const Session &by, const QList<NoticeTarget> &targets,
                                         const QString &textKey, int infected = 1);
    /// Opens the addresses to count distinct people over all targets; needs the office key.
    [[nodiscard]] Result<NoticePreview> preview(const Session &by, const QList<NoticeTarget> &targets,
                                                const Progress &progress = {}, int infected = 1);
    /// What a notice says: its templates, their checker, and the changes of a draft.
    [[nodiscard]] NoticeWording &wording() { return m_wording; }

    /// Puts a draft before the approver. Needs notices.
    [[nodiscard]] Result<> submit(const Session &by, NoticeId id);
    /// Gives a submitted draft back to its author, with a remark. Needs approval.
    [[nodiscard]] Result<> sendBack(const Session &by, NoticeId id, const QString &remark);
    /// Freezes recipients and texts. While a window is still open it takes "now", and drafts a follow-up for
    /// those who come later. Where the thresholds recommend nothing it takes a reason. Needs approval, and
    /// another account than the author's where two persons have to decide; a draft that was sent back has to
    /// be submitted again. A cancelled approval leaves nothing; what an interrupted one left is cleared by the next one.
    [[nodiscard]] Result<> approve(const Session &by, NoticeId id, const Approval &how,
                                   const Progress &progress = {});
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
    [[nodiscard]] Result<Facility> checkTarget(const NoticeTarget &target);
    [[nodiscard]] Result<bool> areExercises(const QList<NoticeTarget> &targets);
    /// Those for which people may still register.
    [[nodiscard]] QList<NoticeTarget> openAmong(const QList<NoticeTarget> &targets) const;
    [[nodiscard]] Result<bool> takesTwoPersons(const QString &author);
    [[nodiscard]] Result<> checkApproval(const Session &by, const Notice &notice, const Approval &how);
    [[nodiscard]] Result<> approveChecked(const Session &by, Notice notice, Lease &lease, const Progress &progress);
    [[nodiscard]] Result<> draftFollowUp(const Session &by, const Notice &notice, const QList<NoticeTarget> &open);

    Stores m_stores;
    NoticeThresholds m_thresholds;
    NoticeSteps m_steps;
    NoticeApproval m_approval;
    NoticeSending m_sending;
    NoticeWording m_wording;
};

} // namespace shirase
