// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Worker.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

Worker::Worker(OfficeFactory factory, QObject *parent)
    : QObject(parent)
    , m_factory(std::move(factory))
    , m_inThread(new QObject)
{
    m_thread.setObjectName(u"window worker"_s);
    m_inThread->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_inThread, &QObject::deleteLater);
    m_thread.start();
}

Worker::~Worker()
{
    cancelAll();
    // A connection to the database is closed by the thread that opened it.
    QMetaObject::invokeMethod(
        m_inThread, [this] { m_office.reset(); }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

bool Worker::isBusy() const
{
    return std::ranges::any_of(findChildren<Job *>(Qt::FindDirectChildrenOnly),
                               [](const Job *job) { return !job->isCancelled(); });
}

void Worker::cancelAll()
{
    const QList<Job *> jobs = findChildren<Job *>(Qt::FindDirectChildrenOnly);
    for (Job *job : jobs)
        job->cancel();
    QMetaObject::invokeMethod(
        m_inThread, [] {}, Qt::BlockingQueuedConnection);
}

void Worker::endAll()
{
    cancelAll();
    QCoreApplication::sendPostedEvents(this, QEvent::MetaCall);
}

Result<Office *> Worker::freshOffice()
{
    if (!m_office) {
        Result<std::unique_ptr<Office>> made = m_factory();
        if (!made)
            return passOn(made);
        m_office = std::move(*made);
    }
    if (const Result<bool> changed = m_office->settings.reload(); !changed)
        return passOn(changed);
    return m_office.get();
}

Job::Report Worker::reportTo(const QPointer<Job> &job, const std::shared_ptr<std::atomic<bool>> &cancelled)
{
    QElapsedTimer sinceLast;
    return [this, job, cancelled, sinceLast](int done, int total) mutable {
        constexpr qint64 pauseMilliseconds = 50;
        if (!sinceLast.isValid() || done == total || sinceLast.elapsed() >= pauseMilliseconds) {
            sinceLast.start();
            QMetaObject::invokeMethod(this, [job, done, total] {
                if (job)
                    Q_EMIT job->progressed(done, total);
            });
        }
        return !cancelled->load();
    };
}

Error Worker::cancelledBeforehand()
{
    return {ErrorCode::Conflict, tr("This was cancelled before it began."), {}};
}

} // namespace shirase
