// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeDesk.h"

#include "core/database/Lease.h"
#include "core/foundation/Retention.h"
#include "core/foundation/JapaneseTime.h"
#include "core/mail/MailTemplate.h"
#include "core/notices/NoticeQueue.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <random>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 leaseSeconds = 60;
constexpr int longestTurn = 15; // ms of writing before others get their turn (DESIGN: 20)
constexpr int cancelledAtOnce = 200;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

Result<> need(const Session &session, Role role)
{
    if (session.has(role))
        return {};
    return fail(ErrorCode::Refused, Tr::tr("This account does not have the role \"%1\".").arg(toText(role)));
}

QString subjectOf(NoticeId id)
{
    return u"notice %1"_s.arg(id);
}

std::unexpected<Error> wrongState(NoticeState state)
{
    return fail(ErrorCode::Conflict,
                Tr::tr("This cannot be done now: the notice is in the state \"%1\".").arg(toText(state)));
}

} // namespace

QStringList NoticeDesk::textKeys()
{
    return {u"standard"_s};
}

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

Result<NoticeId> NoticeDesk::draft(const Session &by, const QList<NoticeTarget> &targets, const QString &textKey)
{
    if (const Result<> allowed = need(by, Role::Notices); !allowed)
        return passOn(allowed);
    if (targets.isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please choose at least one facility and day."));
    for (const NoticeTarget &target : targets) {
        if (const Result<> good = checkTarget(target); !good)
            return passOn(good);
    }
    Result<QMap<QString, NoticeText>> texts = this->texts(textKey);
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
    if (const Result<> noted = m_stores.audit.add(notice.author, u"notice.draft"_s, subjectOf(*id)); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return id;
}

Result<NoticePreview> NoticeDesk::preview(const Session &by, const QList<NoticeTarget> &targets, const Progress &progress)
{
    if (!by.office())
        return fail(ErrorCode::Refused, Tr::tr("Counting people takes an account with the notices or approval role."));
    for (const NoticeTarget &target : targets) {
        if (const Result<> good = checkTarget(target); !good)
            return passOn(good);
    }
    RecipientList list(m_stores.database, m_stores.vault, *by.office());
    if (const Result<> collected = list.collect(targets, progress); !collected)
        return passOn(collected);
    NoticePreview preview{.visits = list.visits(), .unreadable = list.unreadable(), .windowOpen = isOpen(targets)};
    for (const auto &[canonical, person] : list.people())
        ++(person.alreadyNotified ? preview.alreadyNotified : preview.people);
    return preview;
}

Result<QMap<QString, NoticeText>> NoticeDesk::texts(const QString &textKey) const
{
    if (!textKeys().contains(textKey))
        return fail(ErrorCode::NotFound, Tr::tr("There is no notice text \"%1\".").arg(textKey));
    const QString name = u"notice-"_s + textKey;
    QMap<QString, NoticeText> texts;
    for (const QString &language : mailLanguages(name)) {
        const Result<MailText> text = renderMail(name, m_stores.settings.profile(language));
        if (!text)
            return passOn(text);
        texts.insert(language, {text->subject, text->body});
    }
    return texts;
}

Result<> NoticeDesk::checkSecondPerson(const Session &by, const Notice &notice)
{
    const QString rule = m_stores.settings.value(u"notice.two_person_rule"_s);
    if (rule == u"off" || by.account().name != notice.author)
        return {};
    const Result<QList<Account>> accounts = StaffDesk(m_stores.database, m_stores.clock, PasswordCost::standard()).list();
    if (!accounts)
        return passOn(accounts);
    const auto others = std::ranges::count_if(*accounts, [&](const Account &account) {
        return !account.disabled && account.roles.testFlag(Role::Approval) && account.name != notice.author;
    });
    if (rule == u"on" || others > 0)
        return fail(ErrorCode::Refused, Tr::tr("A notice has to be approved by somebody else than its author."));
    return {};
}

Result<> NoticeDesk::approve(const Session &by, NoticeId id, bool now, const Progress &progress)
{
    if (const Result<> allowed = need(by, Role::Approval); !allowed)
        return allowed;
    Result<Notice> notice = m_stores.notices.find(id);
    if (!notice)
        return passOn(notice);
    const NoticeState from = notice->state;
    if (from != NoticeState::Draft && from != NoticeState::Waiting)
        return wrongState(from);
    if (const Result<> second = checkSecondPerson(by, *notice); !second)
        return second;
    if (isOpen(notice->targets) && !now) {
        return fail(ErrorCode::Conflict,
                    Tr::tr("People can still register for this window of time. Approve it with \"now\" to "
                           "tell those who are "
                           "registered so far, or wait until 61 minutes after its end."));
    }
    Lease lease(m_stores.database, u"approval"_s);
    const Result<bool> taken = lease.take(m_stores.clock.now(), leaseSeconds);
    if (!taken)
        return passOn(taken);
    if (!*taken)
        return fail(ErrorCode::Busy, Tr::tr("Another notice is being approved at this moment. Please try again."));

    RecipientList list(m_stores.database, m_stores.vault, *by.office());
    if (const Result<> collected = list.collect(notice->targets, progress); !collected)
        return collected;
    if (const Result<> frozen = freeze(id, list, lease, progress); !frozen)
        return frozen;
    if (const Result<> held = renew(lease); !held)
        return held;
    notice->state = NoticeState::Approved;
    notice->approver = by.account().name;
    notice->approvedAt = m_stores.clock.now();
    return move(by, *notice, from, u"notice.approve"_s);
}

// The rows count for nothing until the notice itself is approved, in the commit after the last of them.
Result<> NoticeDesk::freeze(NoticeId id, const RecipientList &list, Lease &lease, const Progress &progress)
{
    if (const Result<> held = renew(lease); !held)
        return held;
    if (const Result<> cleared = clearRecipients(id); !cleared)
        return cleared;
    std::vector<const NoticeRecipient *> people;
    for (const auto &[canonical, person] : list.people()) {
        if (!person.alreadyNotified)
            people.push_back(&person);
    }
    // So that the order of sending says nothing of who they are, and no mail domain is hit in a row.
    std::ranges::shuffle(people, std::random_device());

    const Sealer sealer(m_stores.outbox.queuePublicKey());
    size_t next = 0;
    while (next < people.size()) {
        Result<Transaction> transaction = Transaction::begin(m_stores.database);
        if (!transaction)
            return passOn(transaction);
        if (const Result<> held = renew(lease); !held)
            return held;
        QElapsedTimer turn;
        turn.start();
        while (next < people.size() && !turn.hasExpired(longestTurn)) {
            if (const Result<> inserted = insertRecipient(id, *people[next], sealer); !inserted)
                return inserted;
            ++next;
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
        if (progress && !progress(int(next), int(people.size())))
            return fail(ErrorCode::Conflict, Tr::tr("The approval was cancelled."));
        if (next < people.size())
            letOthersWrite();
    }
    return {};
}

// Whoever was stopped for longer than the lease lasts must not write among the rows of another approval.
Result<> NoticeDesk::renew(Lease &lease)
{
    const Result<bool> held = lease.take(m_stores.clock.now(), leaseSeconds);
    if (!held)
        return passOn(held);
    if (!*held)
        return fail(ErrorCode::Busy, Tr::tr("Another notice is being approved at this moment. Please try again."));
    return {};
}

Result<> NoticeDesk::insertRecipient(NoticeId id, const NoticeRecipient &person, const Sealer &sealer)
{
    qint64 recipient = 0;
    {
        const Result<Rows> inserted = m_stores.database.run(
            u"INSERT INTO notice_recipient (notice_id, message_id, state, due_at, attempts, reply, sealed) "
            "VALUES (?, ?, 'waiting', 0, 0, '', ?)"_s,
            {id, QString::fromLatin1(m_stores.outbox.newMessageId()),
             sealer.seal(recipientToBytes(person.address, person.language))});
        if (!inserted)
            return passOn(inserted);
        recipient = inserted->insertedId();
    }
    for (const VisitKey &visit : person.visits) {
        const Result<Rows> inserted = m_stores.database.run(
            u"INSERT INTO notice_visit (recipient_id, day, facility_id, who) VALUES (?, ?, ?, ?) "
            "ON CONFLICT DO NOTHING"_s,
            {recipient, japan::toNumber(visit.day), visit.facility, visit.who});
        if (!inserted)
            return passOn(inserted);
    }
    return {};
}

Result<> NoticeDesk::clearRecipients(NoticeId id)
{
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    for (const QString &sql :
         {u"DELETE FROM notice_visit WHERE recipient_id IN (SELECT id FROM notice_recipient WHERE notice_id = ?)"_s,
          u"DELETE FROM notice_recipient WHERE notice_id = ?"_s}) {
        if (const Result<Rows> deleted = m_stores.database.run(sql, {id}); !deleted)
            return passOn(deleted);
    }
    return transaction->commit();
}

Result<> NoticeDesk::move(const Session &by, const Notice &changed, NoticeState from, const QString &action)
{
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> updated = m_stores.notices.update(changed, from); !updated)
        return updated;
    if (const Result<> noted = m_stores.audit.add(by.account().name, action, subjectOf(changed.id)); !noted)
        return noted;
    return transaction->commit();
}

Result<> NoticeDesk::move(const Session &by, NoticeId id, NoticeState from, NoticeState to, const QString &action)
{
    if (const Result<> allowed = need(by, Role::Notices); !allowed)
        return allowed;
    Result<Notice> notice = m_stores.notices.find(id);
    if (!notice)
        return passOn(notice);
    if (notice->state != from)
        return wrongState(notice->state);
    notice->state = to;
    return move(by, *notice, from, action);
}

Result<> NoticeDesk::withhold(const Session &by, NoticeId id, const QString &reason)
{
    if (const Result<> allowed = need(by, Role::Approval); !allowed)
        return allowed;
    if (reason.simplified().isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please give the reason why nobody is notified."));
    Result<Notice> notice = m_stores.notices.find(id);
    if (!notice)
        return passOn(notice);
    const NoticeState from = notice->state;
    if (from != NoticeState::Draft && from != NoticeState::Waiting)
        return wrongState(from);
    notice->state = NoticeState::Withheld;
    notice->reason = reason.simplified();
    notice->finishedAt = m_stores.clock.now();
    if (const Result<> moved = move(by, *notice, from, u"notice.withhold"_s); !moved)
        return moved;
    return clearRecipients(id); // what an interrupted approval left
}

Result<> NoticeDesk::send(const Session &by, NoticeId id, std::optional<qint64> at)
{
    if (const Result<> allowed = need(by, Role::Notices); !allowed)
        return allowed;
    Result<Notice> notice = m_stores.notices.find(id);
    if (!notice)
        return passOn(notice);
    if (notice->state != NoticeState::Approved)
        return wrongState(notice->state);
    const Result<NoticeProgress> progress = m_stores.notices.progress(id);
    if (!progress)
        return passOn(progress);
    notice->startedAt = m_stores.clock.now();
    notice->sendAt = at.value_or(*notice->startedAt);
    notice->state = NoticeState::Sending;
    if (progress->waiting == 0) { // nobody was there: that is done already
        notice->state = NoticeState::Sent;
        notice->finishedAt = notice->startedAt;
    }
    return move(by, *notice, NoticeState::Approved, u"notice.send"_s);
}

Result<> NoticeDesk::pause(const Session &by, NoticeId id)
{
    return move(by, id, NoticeState::Sending, NoticeState::Paused, u"notice.pause"_s);
}

Result<> NoticeDesk::resume(const Session &by, NoticeId id)
{
    if (const Result<> resumed = move(by, id, NoticeState::Paused, NoticeState::Sending, u"notice.resume"_s); !resumed)
        return resumed;
    // The last mails may have come home during the pause.
    const Result<Rows> closed = m_stores.database.run(
        u"UPDATE notice SET state = 'sent', finished_at = ? WHERE id = ? AND state = 'sending' AND NOT EXISTS "
        "(SELECT 1 FROM notice_recipient WHERE notice_id = notice.id AND state = 'waiting')"_s,
        {m_stores.clock.now(), id});
    if (!closed)
        return passOn(closed);
    return {};
}

Result<> NoticeDesk::cancel(const Session &by, NoticeId id)
{
    if (const Result<> allowed = need(by, Role::Notices); !allowed)
        return allowed;
    Result<Notice> notice = m_stores.notices.find(id);
    if (!notice)
        return passOn(notice);
    const NoticeState from = notice->state;
    if (from == NoticeState::Sent || from == NoticeState::Withheld || from == NoticeState::Cancelled)
        return wrongState(from);
    notice->state = NoticeState::Cancelled;
    notice->finishedAt = m_stores.clock.now();
    if (const Result<> moved = move(by, *notice, from, u"notice.cancel"_s); !moved)
        return moved;
    // From here on nothing more leaves; the addresses go in short turns.
    while (true) {
        const Result<Rows> erased = m_stores.database.run(
            u"UPDATE notice_recipient SET state = 'failed', reply = 'cancelled', sealed = NULL WHERE id IN "
            "(SELECT id FROM notice_recipient WHERE notice_id = ? AND state = 'waiting' LIMIT ?)"_s,
            {id, cancelledAtOnce});
        if (!erased)
            return passOn(erased);
        if (erased->changed() < cancelledAtOnce)
            return {};
        letOthersWrite();
    }
}

} // namespace shirase
