// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/DatabaseThread.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

DatabaseThread::DatabaseThread(std::chrono::milliseconds patience, const QString &name)
    : m_patience(patience)
    , m_inThread(new QObject)
{
    m_thread.setObjectName(name);
    m_inThread->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_inThread, &QObject::deleteLater);
    m_watch.setSingleShot(true);
    connect(&m_watch, &QTimer::timeout, this, &DatabaseThread::giveUpOverdue);
    m_thread.start();
}

DatabaseThread::~DatabaseThread()
{
    for (const SharedCall &call : m_calls)
        call->isGivenUp = true;
    wait([this] {
        while (!m_objects.empty())
            m_objects.pop_back();
    });
    m_thread.quit();
    m_thread.wait();
}

// The thread may be the last to let go of the call: what the end holds belongs here, and goes here.
void DatabaseThread::Call::finish(bool answered)
{
    std::exchange(end, nullptr)(answered);
}

void DatabaseThread::wait(const std::function<void()> &work)
{
    QMetaObject::invokeMethod(m_inThread, work, Qt::BlockingQueuedConnection);
}

void DatabaseThread::post(std::move_only_function<void()> work,
                          std::move_only_function<void(bool answered)> end)
{
    auto call = std::make_shared<Call>(std::move(work), std::move(end),
                                       std::chrono::steady_clock::now() + m_patience);
    if (isHanging()) {
        QMetaObject::invokeMethod(this, [call] { call->finish(false); }, Qt::QueuedConnection);
        return;
    }
    m_calls.push_back(call);
    if (!m_watch.isActive())
        watchFirst();
    QMetaObject::invokeMethod(
        m_inThread,
        [this, call] {
            if (!call->isGivenUp)
                call->work();
            call->work = nullptr; // whatever it holds goes in this thread
            QMetaObject::invokeMethod(this, &DatabaseThread::finishFirst, Qt::QueuedConnection);
        },
        Qt::QueuedConnection);
}

// The thread takes one after the other, so what comes back is the first.
void DatabaseThread::finishFirst()
{
    const SharedCall call = std::move(m_calls.front());
    m_calls.pop_front();
    if (!call->isGivenUp)
        call->finish(true);
}

void DatabaseThread::giveUpOverdue()
{
    const auto now = std::chrono::steady_clock::now();
    const std::deque<SharedCall> calls = m_calls; // an end may ask the next question
    for (const SharedCall &call : calls) {
        if (!call->isGivenUp && call->deadline <= now) {
            call->isGivenUp = true;
            call->finish(false);
        }
    }
    watchFirst();
}

void DatabaseThread::watchFirst()
{
    m_watch.stop();
    for (const SharedCall &call : m_calls) {
        if (call->isGivenUp)
            continue;
        const auto left = call->deadline - std::chrono::steady_clock::now();
        m_watch.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(left), std::chrono::milliseconds(0)));
        return;
    }
}

Error DatabaseThread::noAnswer()
{
    return {ErrorCode::Unavailable,
            QCoreApplication::translate("DatabaseThread",
                                        "The database does not answer. Please try again in a moment."),
            {}};
}

} // namespace shirase
