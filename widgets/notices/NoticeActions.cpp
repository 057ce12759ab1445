// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/NoticeActions.h"

#include "widgets/notices/NoticeQuestions.h"

namespace shirase {

NoticeActions::NoticeActions(PageContext context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{}

void NoticeActions::submit(NoticeId id)
{
    run(id, tr("Submitting…"),
        [id](NoticeDesk &desk, const Session &by, const Job::Report &) { return desk.submit(by, id); });
}

void NoticeActions::sendBack(NoticeId id)
{
    const std::optional<QString> remark = NoticeQuestions(m_context.dialogs, m_window).remark();
    if (!remark)
        return;
    run(id, tr("Sending back…"), [id, text = *remark](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.sendBack(by, id, text);
    });
}

void NoticeActions::approve(const Notice &notice, const NoticePreview &counted)
{
    const NoticeId id = notice.id;
    NoticeDesk::Approval how(counted.windowOpen, {}, notice.textHash);
    NoticeQuestions questions(m_context.dialogs, m_window);
    if (counted.recommendation == Recommendation::None) {
        const std::optional<QString> reason = questions.overrideReason();
        if (!reason)
            return;
        how.reason = *reason;
    }
    if (!questions.approve(counted))
        return;
    constexpr bool cancellable = true;
    run(
        id, tr("Fixing the people…"),
        [id, how](NoticeDesk &desk, const Session &by, const Job::Report &report) {
            return desk.approve(by, id, how, report);
        },
        cancellable);
}

void NoticeActions::withhold(NoticeId id, std::optional<Recommendation> recommendation)
{
    const std::optional<QString> reason = NoticeQuestions(m_context.dialogs, m_window).withholdReason(recommendation);
    if (!reason)
        return;
    run(id, tr("Writing the decision…"), [id, text = *reason](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.withhold(by, id, text);
    });
}

void NoticeActions::discard(NoticeId id)
{
    if (!NoticeQuestions(m_context.dialogs, m_window).discard())
        return;
    run(id, tr("Discarding…"),
        [id](NoticeDesk &desk, const Session &by, const Job::Report &) { return desk.cancel(by, id); });
}

void NoticeActions::send(NoticeId id, std::optional<qint64> at)
{
    const std::optional<NoticeProgress> progress = readProgress(id);
    if (!progress)
        return;
    const int people = progress->recipients;
    if (people > 0 && !NoticeQuestions(m_context.dialogs, m_window).send(people))
        return;
    run(id, tr("Putting it into the queue…"),
        [id, at](NoticeDesk &desk, const Session &by, const Job::Report &) { return desk.send(by, id, at); });
}

void NoticeActions::pause(NoticeId id)
{
    run(id, tr("Pausing…"),
        [id](NoticeDesk &desk, const Session &by, const Job::Report &) { return desk.pause(by, id); });
}

void NoticeActions::resume(NoticeId id, NoticeSending::Refused refused)
{
    run(id, tr("Resuming…"), [id, refused](NoticeDesk &desk, const Session &by, const Job::Report &) {
        return desk.resume(by, id, refused);
    });
}

void NoticeActions::cancelSending(NoticeId id)
{
    const std::optional<NoticeProgress> progress = readProgress(id);
    if (!progress || !NoticeQuestions(m_context.dialogs, m_window).cancelSending(progress->waiting))
        return;
    run(id, tr("Cancelling…"),
        [id](NoticeDesk &desk, const Session &by, const Job::Report &) { return desk.cancel(by, id); });
}

std::optional<NoticeActions::Acting> NoticeActions::acting(NoticeId id) const
{
    const auto found = m_underWay.constFind(id);
    return found == m_underWay.constEnd() ? std::nullopt : std::optional(found->acting);
}

void NoticeActions::cancel(NoticeId id)
{
    if (const QPointer<Job> job = m_underWay.value(id).job)
        job->cancel();
}

std::optional<NoticeProgress> NoticeActions::readProgress(NoticeId id)
{
    const Result<NoticeProgress> progress = m_context.office.notices.progress(id);
    if (progress)
        return *progress;
    Q_EMIT failed(progress.error());
    return std::nullopt;
}

void NoticeActions::run(NoticeId id, const QString &sentence, Act act, bool cancellable)
{
    if (!m_session || m_underWay.contains(id))
        return; // the window was locked over the question, or the same was asked twice
    Job *job = m_context.worker.run<void>(
        this,
        [session = m_session, act = std::move(act)](Office &office, const Job::Report &report) {
            return act(office.noticeDesk, *session, report);
        },
        [this, id](const Result<> &result) { end(id, result); });
    m_underWay.insert(id, {{sentence, cancellable}, job});
    connect(job, &Job::progressed, this, [this, id](int done, int total) { Q_EMIT progressed(id, done, total); });
    Q_EMIT begun(id);
}

void NoticeActions::end(NoticeId id, const Result<> &result)
{
    const QPointer<Job> job = m_underWay.take(id).job;
    const bool wasCancelled = job && job->isCancelled();
    if (result)
        Q_EMIT moved(id);
    Q_EMIT ended(id, result || wasCancelled ? std::nullopt : std::optional(result.error()));
}

} // namespace shirase
