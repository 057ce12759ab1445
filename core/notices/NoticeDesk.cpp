// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeDesk.h"

#include "core/database/Lease.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/notices/ExerciseMark.h"
#include "core/notices/NoticeQueue.h"
#include "core/notices/RefusedBefore.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

constexpr int mostInfected = 9999;

Result<> checkInfected(int infected)
{
    if (infected >= 1 && infected <= mostInfected)
        return {};
    return fail(ErrorCode::Invalid,
                Tr::tr("The number of infected people has to be from 1 to %L1.").arg(mostInfected));
}

// An account may have the role and wait for somebody to grant it the key.
Result<> needOfficeKey(const Session &session)
{
    if (session.office())
        return {};
    if (!needsOfficeKey(session.account().roles))
        return fail(ErrorCode::Refused,
                    Tr::tr("You need an account with the notices or approval role to count people."));
    return fail(ErrorCode::Refused,
                Tr::tr("This account has not been given the office key yet. Please ask a colleague who holds it "
                       "to grant it, then log in again."));
}

} // namespace

NoticeDesk::NoticeDesk(Stores stores)
    : m_stores(stores)
    , m_thresholds(stores.database, stores.facilities, stores.audit)
    , m_steps(stores.database, stores.notices, stores.audit)
    , m_approval(stores.database, stores.vault, stores.outbox, stores.clock)
    , m_sending(stores.database, stores.notices, stores.audit, stores.clock)
    , m_wording(stores.database, stores.facilities, stores.notices, stores.outbox, stores.audit, stores.settings,
                stores.clock)
{}

Result<Facility> NoticeDesk::checkTarget(const NoticeTarget &target)
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
    return m_stores.facilities.find(target.facility);
}

// Checks the targets on the way. A drill never tells anybody of a real place, nor the other way round.
Result<bool> NoticeDesk::areExercises(const QList<NoticeTarget> &targets)
{
    qsizetype exercises = 0;
    for (const NoticeTarget &target : targets) {
        const Result<Facility> facility = checkTarget(target);
        if (!facility)
            return passOn(facility);
        exercises += facility->details.exercise ? 1 : 0;
    }
    if (exercises != 0 && exercises != targets.size()) {
        return fail(ErrorCode::Invalid,
                    Tr::tr("An exercise cannot be mixed with real places. Please make two notices."));
    }
    return exercises != 0;
}

QList<NoticeTarget> NoticeDesk::openAmong(const QList<NoticeTarget> &targets) const
{
    QList<NoticeTarget> open = targets;
    const qint64 now = m_stores.clock.now();
    open.removeIf([now](const NoticeTarget &target) { return now >= target.until + DayKeys::graceSeconds; });
    return open;
}

Result<NoticeId> NoticeDesk::draft(const Session &by, const QList<NoticeTarget> &targets,
                                   const QString &textKey, int infected)
{
    if (const Result<> allowed = NoticeSteps::need(by, Role::Notices); !allowed)
        return passOn(allowed);
    if (targets.isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please choose at least one facility and day."));
    if (const Result<> good = checkInfected(infected); !good)
        return passOn(good);
    const Result<bool> exercise = areExercises(targets);
    if (!exercise)
        return passOn(exercise);
    Result<Wordings> texts = m_wording.texts(textKey, targets);
    if (texts && *exercise)
        texts = markedAsExercise(std::move(*texts));
    if (!texts)
        return passOn(texts);
    const Result<bool> twoPersons = takesTwoPersons(by.account().name);
    if (!twoPersons)
        return passOn(twoPersons);

    Notice notice;
    notice.targets = joined(targets);
    notice.textKey = textKey;
    notice.texts = std::move(*texts);
    notice.textHash = hashOf(notice.texts);
    notice.author = by.account().name;
    notice.infected = infected;
    notice.exercise = *exercise;
    notice.twoPersons = *twoPersons;
    notice.createdAt = m_stores.clock.now();
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    Result<NoticeId> id = m_stores.notices.insert(notice);
    if (!id)
        return id;
    if (const Result<> noted = m_steps.note(by, *id, u"notice.draft"_s); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return id;
}

Result<NoticePreview> NoticeDesk::preview(const Session &by, const QList<NoticeTarget> &targets,
                                          const Progress &progress, int infected)
{
    if (const Result<> open = needOfficeKey(by); !open)
        return passOn(open);
    if (const Result<bool> good = areExercises(targets); !good)
        return passOn(good);
    RecipientList list(m_stores.database, m_stores.vault, *by.office());
    if (const Result<> collected = list.collect(targets, progress); !collected)
        return passOn(collected);
    const Result<int> refused =
        RefusedBefore(m_stores.database, m_stores.vault, *by.office()).countAmong(list.people());
    if (!refused)
        return passOn(refused);
    const Result<Recommendation> recommendation = m_thresholds.recommend(targets, infected);
    if (!recommendation)
        return passOn(recommendation);

    NoticePreview preview{.visits = list.visits(),
                          .unreadable = list.unreadable(),
                          .refusedBefore = *refused,
                          .windowOpen = !openAmong(targets).isEmpty(),
                          .recommendation = *recommendation};
    for (const auto &[canonical, person] : list.people()) {
        ++(person.alreadyNotified ? preview.alreadyNotified : preview.people);
        if (!person.alreadyNotified)
            ++preview.languages[person.language];
    }
    for (const NoticeTarget &target : joined(targets)) {
        const Result<QList<VisitBurst>> bursts =
            VisitBursts(m_stores.database).find(target.facility, target.from, target.until);
        if (!bursts)
            return passOn(bursts);
        preview.bursts += *bursts;
    }
    return preview;
}

// The rule in force now; a draft keeps it whatever is set later.
Result<bool> NoticeDesk::takesTwoPersons(const QString &author)
{
    const QString rule = m_stores.settings.value(u"notice.two_person_rule"_s);
    if (rule != u"auto")
        return rule == u"on";
    const Result<QList<Account>> accounts = AccountStore(m_stores.database).list();
    if (!accounts)
        return passOn(accounts);
    return std::ranges::any_of(*accounts, [&](const Account &account) {
        return !account.disabled && account.roles.testFlag(Role::Approval) && account.name != author;
    });
}

Result<> NoticeDesk::submit(const Session &by, NoticeId id)
{
    Result<Notice> notice = m_steps.take(by, Role::Notices, id, {NoticeState::Draft});
    if (!notice)
        return passOn(notice);
    notice->state = NoticeState::Waiting;
    notice->remark.clear();
    return m_steps.move(by, *notice, NoticeState::Draft, u"notice.submit"_s);
}

Result<> NoticeDesk::sendBack(const Session &by, NoticeId id, const QString &remark)
{
    Result<Notice> notice = m_steps.take(by, Role::Approval, id, {NoticeState::Waiting});
    if (!notice)
        return passOn(notice);
    if (remark.simplified().isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please say what the author should change."));
    notice->state = NoticeState::Draft;
    notice->remark = remark.simplified();
    return m_steps.move(by, *notice, NoticeState::Waiting, u"notice.send_back"_s);
}

Result<> NoticeDesk::checkApproval(const Session &by, const Notice &notice, const Approval &how)
{
    if (notice.twoPersons && by.account().name == notice.author)
        return fail(ErrorCode::Refused,
                    Tr::tr("A notice has to be approved by somebody else than its author."));
    if (notice.state == NoticeState::Draft && !notice.remark.isEmpty()) {
        return fail(
            ErrorCode::Conflict,
            Tr::tr("This draft was sent back. It can be approved once its author has submitted it again."));
    }
    if (!how.seenHash.isEmpty() && how.seenHash != notice.textHash) {
        return fail(ErrorCode::Conflict,
                    Tr::tr("The texts have been changed since you read them. Please read them again."));
    }
    if (!openAmong(notice.targets).isEmpty() && !how.now) {
        return fail(ErrorCode::Conflict,
                    Tr::tr("People can still register for this window of time. Approve it with \"now\" to "
                           "tell those who are "
                           "registered so far, or wait until 61 minutes after its end."));
    }
    if (notice.recommendation == Recommendation::None && notice.overrideReason.isEmpty()) {
        return fail(
            ErrorCode::Conflict,
            Tr::tr("This case stays below the thresholds for a notice. To approve it all the same, please "
                   "give the reason."));
    }
    return {};
}

Result<> NoticeDesk::approve(const Session &by, NoticeId id, const Approval &how, const Progress &progress)
{
    Result<Notice> notice = m_steps.take(by, Role::Approval, id, {NoticeState::Draft, NoticeState::Waiting});
    if (!notice)
        return passOn(notice);
    if (const Result<> open = needOfficeKey(by); !open)
        return open;
    const Result<Recommendation> recommendation = m_thresholds.recommend(notice->targets, notice->infected);
    if (!recommendation)
        return passOn(recommendation);
    notice->recommendation = *recommendation;
    const bool overrides = *recommendation == Recommendation::None;
    notice->overrideReason = overrides ? how.reason.simplified() : QString();
    if (const Result<> good = checkApproval(by, *notice, how); !good)
        return good;
    if (const Result<> good = m_wording.verify(*notice); !good)
        return good;
    Lease lease(m_stores.database, NoticeApproval::leaseName(), m_stores.clock);
    if (const Result<> taken = m_approval.renew(lease); !taken)
        return taken;
    Result<> approved = approveChecked(by, std::move(*notice), lease, progress);
    // What is not going to leave is not kept for the queue (REQUIREMENTS D2). Should this fail, the next approval clears it.
    if (!approved && m_approval.renew(lease))
        std::ignore = m_approval.clear(id);
    return approved;
}

Result<> NoticeDesk::approveChecked(const Session &by, Notice notice, Lease &lease, const Progress &progress)
{
    // Looked at before the visits are read: whoever comes afterwards is for the follow-up, also if the window closes meanwhile.
    const QList<NoticeTarget> open = openAmong(notice.targets);
    RecipientList list(m_stores.database, m_stores.vault, *by.office());
    if (const Result<> collected = list.collect(notice.targets, progress); !collected)
        return collected;
    const NoticeState from = notice.state;
    if (const Result<> frozen = m_approval.freeze(notice.id, from, list, lease, progress); !frozen)
        return frozen;
    notice.state = NoticeState::Approved;
    notice.approver = by.account().name;
    notice.approvedAt = m_stores.clock.now();
    return m_steps.move(by, notice, from, u"notice.approve"_s, [&]() -> Result<> {
        if (const Result<> held = m_approval.renew(lease); !held)
            return held;
        if (const Result<> left = m_approval.leaveOutErased(notice.targets); !left)
            return left;
        const Result<> noted = notice.recommendation == Recommendation::None
                                   ? m_steps.note(by, notice.id, u"notice.override"_s)
                                   : Result<>();
        return !noted || open.isEmpty() ? noted : draftFollowUp(by, notice, open);
    });
}

// For those who come to the windows that are still open; who is told by the notice itself is not told again.
// The author stays the same, so that the follow-up takes a second person too.
Result<> NoticeDesk::draftFollowUp(const Session &by, const Notice &notice, const QList<NoticeTarget> &open)
{
    Notice next;
    next.targets = open;
    next.textKey = notice.textKey;
    next.texts = notice.texts;
    next.textHash = notice.textHash;
    next.author = notice.author;
    next.infected = notice.infected;
    next.twoPersons = notice.twoPersons;
    next.exercise = notice.exercise;
    next.follows = notice.id;
    next.createdAt = m_stores.clock.now();
    const Result<NoticeId> id = m_stores.notices.insert(next);
    if (!id)
        return passOn(id);
    return m_steps.note(by, *id, u"notice.follow_up"_s);
}

Result<> NoticeDesk::withhold(const Session &by, NoticeId id, const QString &reason)
{
    Result<Notice> notice = m_steps.take(by, Role::Approval, id, {NoticeState::Draft, NoticeState::Waiting});
    if (!notice)
        return passOn(notice);
    if (reason.simplified().isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please give the reason why nobody is notified."));
    const NoticeState from = notice->state;
    const Result<Recommendation> recommendation = m_thresholds.recommend(notice->targets, notice->infected);
    if (!recommendation)
        return passOn(recommendation);
    notice->recommendation = *recommendation;
    notice->state = NoticeState::Withheld;
    notice->reason = reason.simplified();
    notice->finishedAt = m_stores.clock.now();
    Result<> moved = m_steps.move(by, *notice, from, u"notice.withhold"_s, [&] {
        return *recommendation == Recommendation::Send ? m_steps.note(by, id, u"notice.override"_s)
                                                       : Result<>();
    });
    if (!moved)
        return moved;
    return m_approval.clear(id); // what an interrupted approval left
}

} // namespace shirase
