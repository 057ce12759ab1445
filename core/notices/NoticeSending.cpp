// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeSending.h"

#include "core/database/Answers.h"
#include "core/notices/NoticeTraces.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int atOnce = 200;   // rows in one commit
constexpr qint64 minute = 60; // seconds: what people choose a time by, and more than clocks differ

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeSending)
};

} // namespace

Result<> NoticeSending::move(const Session &by, NoticeId id, NoticeState from, NoticeState to,
                             const QString &action)
{
    Result<Notice> notice = m_steps.take(by, Role::Notices, id, {from});
    if (!notice)
        return passOn(notice);
    notice->state = to;
    return m_steps.move(by, *notice, from, action);
}

Result<> NoticeSending::send(const Session &by, NoticeId id, std::optional<qint64> at)
{
    // One that is over was meant otherwise, and what leaves at once cannot be called back (REQUIREMENTS S3).
    if (at && *at < m_clock.now() - minute)
        return fail(ErrorCode::Invalid,
                    Tr::tr("The time set for the notice is over. Please choose a later one."));
    Result<Notice> notice = m_steps.take(by, Role::Notices, id, {NoticeState::Approved});
    if (!notice)
        return passOn(notice);
    const Result<NoticeProgress> progress = m_notices.progress(id);
    if (!progress)
        return passOn(progress);
    notice->startedAt = m_clock.now();
    notice->sendAt = at.value_or(*notice->startedAt);
    notice->state = NoticeState::Sending;
    if (progress->waiting == 0) { // nobody was there: that is done already
        notice->state = NoticeState::Sent;
        notice->finishedAt = notice->startedAt;
    }
    return m_steps.move(by, *notice, NoticeState::Approved, u"notice.send"_s);
}

Result<> NoticeSending::pause(const Session &by, NoticeId id)
{
    return move(by, id, NoticeState::Sending, NoticeState::Paused, u"notice.pause"_s);
}

Result<> NoticeSending::resume(const Session &by, NoticeId id, Refused refused)
{
    Result<Notice> notice = m_steps.take(by, Role::Notices, id, {NoticeState::Paused});
    if (!notice)
        return passOn(notice);
    if (refused == Refused::TryAgain) {
        if (const Result<> waiting = putBack(id); !waiting)
            return waiting;
    }
    notice->state = NoticeState::Sending;
    notice->reason.clear();
    const QString action = refused == Refused::TryAgain ? u"notice.retry"_s : u"notice.resume"_s;
    if (const Result<> resumed = m_steps.move(by, *notice, NoticeState::Paused, action); !resumed)
        return resumed;
    // The last mails may have come home during the pause.
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<bool> closed = m_notices.closeIfDone(id, m_clock.now()); !closed)
        return passOn(closed);
    return transaction->commit();
}

// Those whom the relay refused wait again. It takes hold when the notice is resumed.
Result<> NoticeSending::putBack(NoticeId id)
{
    return inTurns([&] {
        return changedBy(m_database,
                         u"UPDATE notice_recipient SET state = 'waiting', reply = '', attempts = 0, due_at = 0, "
                         "finished_at = NULL WHERE id IN (SELECT id FROM notice_recipient "
                         "WHERE notice_id = ? AND state = 'failed' AND sealed IS NOT NULL LIMIT ?)"_s,
                         {id, atOnce});
    });
}

// Many rows, in short commits between which others write.
Result<> NoticeSending::inTurns(const std::function<Result<int>()> &turn)
{
    while (true) {
        const Result<int> changed = turn();
        if (!changed)
            return passOn(changed);
        if (*changed < atOnce)
            return {};
        letOthersWrite();
    }
}

Result<> NoticeSending::cancel(const Session &by, NoticeId id)
{
    Result<Notice> notice = m_steps.take(by, Role::Notices, id,
                                         {NoticeState::Draft, NoticeState::Waiting, NoticeState::Approved,
                                          NoticeState::Sending, NoticeState::Paused});
    if (!notice)
        return passOn(notice);
    const NoticeState from = notice->state;
    notice->state = NoticeState::Cancelled;
    notice->finishedAt = m_clock.now();
    if (const Result<> moved = m_steps.move(by, *notice, from, u"notice.cancel"_s); !moved)
        return moved;
    // From here on nothing more leaves; the addresses go. Those who wait are the last: should this be interrupted, the next
    // erasure finds it by them.
    const Result<> erased = inTurns([&] {
        return changedBy(m_database,
                         u"UPDATE notice_recipient SET sealed = NULL WHERE id IN (SELECT id FROM notice_recipient "
                         "WHERE notice_id = ? AND state = 'failed' AND sealed IS NOT NULL LIMIT ?)"_s,
                         {id, atOnce});
    });
    if (!erased)
        return erased;
    return inTurns([this] { return NoticeTraces(m_database).giveUpWaiting(atOnce); });
}

} // namespace shirase
