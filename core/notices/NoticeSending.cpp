// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeSending.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int cancelledAtOnce = 200;

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

Result<> NoticeSending::resume(const Session &by, NoticeId id)
{
    if (const Result<> resumed = move(by, id, NoticeState::Paused, NoticeState::Sending, u"notice.resume"_s);
        !resumed)
        return resumed;
    // The last mails may have come home during the pause.
    const Result<Rows> closed =
        m_database.run(u"UPDATE notice SET state = 'sent', finished_at = ? WHERE id = ? AND state = "
                       u"'sending' AND NOT EXISTS "
                       "(SELECT 1 FROM notice_recipient WHERE notice_id = notice.id AND state = 'waiting')"_s,
                       {m_clock.now(), id});
    if (!closed)
        return passOn(closed);
    return {};
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
    // From here on nothing more leaves; the addresses go in short turns.
    while (true) {
        const Result<Rows> erased = m_database.run(
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
