// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeDesk.h"

#include "core/database/Lease.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/notices/NoticeQueue.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

// An account may have the role and wait for somebody to grant it the key.
Result<> needOfficeKey(const Session &session)
{
    if (session.office())
        return {};
    if (!needsOfficeKey(session.account().roles))
        return fail(ErrorCode::Refused,
                    Tr::tr("Counting people takes an account with the notices or approval role."));
    return fail(ErrorCode::Refused,
                Tr::tr("This account has not been given the office key yet. Please ask a colleague who holds it "
                       "to grant it, then log in again."));
}

} // namespace

NoticeDesk::NoticeDesk(Stores stores)
    : m_stores(stores)
    , m_steps(stores.database, stores.notices, stores.audit)
    , m_approval(stores.database, stores.outbox, stores.clock)
    , m_sending(stores.database, stores.notices, stores.audit, stores.clock)
    , m_wording(stores.database, stores.facilities, stores.notices, stores.outbox, stores.audit, stores.settings,
                stores.clock)
{}

Result<> NoticeDesk::checkTarget(const NoticeTarget &target)
{
    const qint64 now = m_stores.clock.now();
    if (target.until <= target.from)
        return fail(ErrorCode::Invalid, Tr::tr("A window of time has to end after it begins."));
    if (target.until - target.from > longestWindow)
        return fail(ErrorCode::Invalid, Tr::tr("A window of time may be at most 14 days long."));
    if (target.from > now)
        return fail(ErrorCode::Invalid, Tr::tr("This window of time lies in the future."));
    const int months = m_stores.settings.number(u"retention.months"_s);
    if (japan::dayOf(target.from) <= lastErasedDay(japan::dayOf(now), months))
        return fail(ErrorCode::Invalid, Tr::tr("The registrations of that day have been erased already."));
    if (const Result<Facility> facility = m_stores.facilities.find(target.facility); !facility)
        return passOn(facility);
    return {};
}

bool NoticeDesk::isOpen(const QList<NoticeTarget> &targets) const
{
    return std::ranges::any_of(targets, [&](const NoticeTarget &target) {
        return m_stores.clock.now() < target.until + DayKeys::graceSeconds;
    });
}

Result<NoticeId> NoticeDesk::draft(const Session &by, const QList<NoticeTarget> &targets,
                                   const QString &textKey)
{
    if (const Result<> allowed = NoticeSteps::need(by, Role::Notices); !allowed)
        return passOn(allowed);
    if (targets.isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please choose at least one facility and day."));
    for (const NoticeTarget &target : targets) {
        if (const Result<> good = checkTarget(target); !good)
            return passOn(good);
    }
    Result<Wordings> texts = m_wording.texts(textKey, targets);
    if (!texts)
        return passOn(texts);

    Notice notice;
    notice.targets = joined(targets);
    notice.textKey = textKey;
    notice.textHash = hashOf(*texts);
    notice.texts = std::move(*texts);
    notice.author = by.account().name;
    notice.createdAt = m_stores.clock.now();
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    const Result<NoticeId> id = m_stores.notices.insert(notice);
    if (!id)
        return id;
    if (const Result<> noted =
            m_stores.audit.add(notice.author, u"notice.draft"_s, NoticeSteps::subjectOf(*id));
        !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return id;
}

Result<NoticePreview> NoticeDesk::preview(const Session &by, const QList<NoticeTarget> &targets,
                                          const Progress &progress)
{
    if (const Result<> open = needOfficeKey(by); !open)
        return passOn(open);
    for (const NoticeTarget &target : targets) {
        if (const Result<> good = checkTarget(target); !good)
            return passOn(good);
    }
    RecipientList list(m_stores.database, m_stores.vault, *by.office());
    if (const Result<> collected = list.collect(targets, progress); !collected)
        return passOn(collected);
    NoticePreview preview{
        .visits = list.visits(), .unreadable = list.unreadable(), .windowOpen = isOpen(targets)};
    for (const auto &[canonical, person] : list.people())
        ++(person.alreadyNotified ? preview.alreadyNotified : preview.people);
    return preview;
}

Result<> NoticeDesk::checkSecondPerson(const Session &by, const Notice &notice)
{
    const QString rule = m_stores.settings.value(u"notice.two_person_rule"_s);
    if (rule == u"off" || by.account().name != notice.author)
        return {};
    const Result<QList<Account>> accounts = AccountStore(m_stores.database).list();
    if (!accounts)
        return passOn(accounts);
    const auto others = std::ranges::count_if(*accounts, [&](const Account &account) {
        return !account.disabled && account.roles.testFlag(Role::Approval) && account.name != notice.author;
    });
    if (rule == u"on" || others > 0)
        return fail(ErrorCode::Refused,
                    Tr::tr("A notice has to be approved by somebody else than its author."));
    return {};
}

Result<> NoticeDesk::approve(const Session &by, NoticeId id, bool now, const Progress &progress)
{
    Result<Notice> notice = m_steps.take(by, Role::Approval, id, {NoticeState::Draft, NoticeState::Waiting});
    if (!notice)
        return passOn(notice);
    if (const Result<> open = needOfficeKey(by); !open)
        return open;
    const NoticeState from = notice->state;
    if (const Result<> second = checkSecondPerson(by, *notice); !second)
        return second;
    if (const Result<> good = m_wording.verify(*notice); !good)
        return good;
    if (isOpen(notice->targets) && !now) {
        return fail(ErrorCode::Conflict,
                    Tr::tr("People can still register for this window of time. Approve it with \"now\" to "
                           "tell those who are "
                           "registered so far, or wait until 61 minutes after its end."));
    }
    Lease lease(m_stores.database, NoticeApproval::leaseName());
    if (const Result<> taken = m_approval.renew(lease); !taken)
        return taken;

    RecipientList list(m_stores.database, m_stores.vault, *by.office());
    if (const Result<> collected = list.collect(notice->targets, progress); !collected)
        return collected;
    if (const Result<> frozen = m_approval.freeze(id, list, lease, progress); !frozen)
        return frozen;
    if (const Result<> held = m_approval.renew(lease); !held)
        return held;
    notice->state = NoticeState::Approved;
    notice->approver = by.account().name;
    notice->approvedAt = m_stores.clock.now();
    return m_steps.move(by, *notice, from, u"notice.approve"_s);
}

Result<> NoticeDesk::withhold(const Session &by, NoticeId id, const QString &reason)
{
    Result<Notice> notice = m_steps.take(by, Role::Approval, id, {NoticeState::Draft, NoticeState::Waiting});
    if (!notice)
        return passOn(notice);
    if (reason.simplified().isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please give the reason why nobody is notified."));
    const NoticeState from = notice->state;
    notice->state = NoticeState::Withheld;
    notice->reason = reason.simplified();
    notice->finishedAt = m_stores.clock.now();
    if (const Result<> moved = m_steps.move(by, *notice, from, u"notice.withhold"_s); !moved)
        return moved;
    return m_approval.clear(id); // what an interrupted approval left
}

} // namespace shirase
