// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/Office.h"

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QThread>

#include <atomic>
#include <functional>
#include <memory>

namespace shirase {

/// One task that a Worker was given, as the window sees it.
class Job : public QObject
{
    Q_OBJECT
public:
    /// Called by the task with what is done and the total; false means that it was cancelled.
    using Report = std::function<bool(int done, int total)>;

    /// The task ends at its next report, or is never begun.
    void cancel() { m_cancelled->store(true); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(); }

Q_SIGNALS:
    /// At most some twenty times a second.
    void progressed(int done, int total);

private:
    friend class Worker;
    explicit Job(QObject *parent)
        : QObject(parent)
    {}
    std::shared_ptr<std::atomic<bool>> m_cancelled = std::make_shared<std::atomic<bool>>(false);
};

/// A thread with an office of its own that does what takes long, one task after the other: a session's keys
/// are never used by two threads at once. All functions are for the window's thread.
class Worker : public QObject
{
    Q_OBJECT
public:
    explicit Worker(OfficeFactory factory, QObject *parent = nullptr);
    /// Cancels what is under way and waits for it.
    ~Worker() override;

    /// Runs a task in the worker's thread; its result comes back to the window's thread, unless the receiver
    /// has gone. The job lives until then. A task that was cancelled before it began fails with Conflict.
    template <typename T>
    Job *run(QObject *receiver, std::function<Result<T>(Office &, const Job::Report &)> task,
             std::move_only_function<void(Result<T>)> done);

    /// Whether a task is under way or waits, and was not cancelled.
    [[nodiscard]] bool isBusy() const;
    /// Cancels every task and waits until the thread has let go of all that they held.
    void cancelAll();
    /// The same, and hands over what became of them, for whom no event loop does so any more.
    void endAll();

private:
    /// The thread's office, with the settings as they are now.
    [[nodiscard]] Result<Office *> freshOffice();
    [[nodiscard]] Job::Report reportTo(const QPointer<Job> &job,
                                       const std::shared_ptr<std::atomic<bool>> &cancelled);
    [[nodiscard]] static Error cancelledBeforehand();

    OfficeFactory m_factory;
    QThread m_thread;
    QObject *m_inThread;              ///< lives in the thread: tasks are posted to it
    std::unique_ptr<Office> m_office; ///< made, used and destroyed in the thread
};

template <typename T>
Job *Worker::run(QObject *receiver, std::function<Result<T>(Office &, const Job::Report &)> task,
                 std::move_only_function<void(Result<T>)> done)
{
    auto *job = new Job(this);
    auto finish = std::make_shared<std::move_only_function<void(Result<T>)>>(std::move(done));
    auto work = [this, handle = QPointer<Job>(job), cancelled = job->m_cancelled,
                 guard = QPointer<QObject>(receiver), task = std::move(task),
                 finish = std::move(finish)]() mutable {
        auto result = std::make_shared<Result<T>>(std::unexpected(cancelledBeforehand()));
        if (!cancelled->load()) {
            if (const Result<Office *> opened = freshOffice())
                *result = task(**opened, reportTo(handle, cancelled));
            else
                *result = std::unexpected(opened.error());
        }
        task = nullptr; // whatever it holds goes in this thread, before the window hears of the end
        QMetaObject::invokeMethod(this, [handle, guard, result, finish] {
            if (guard)
                (*finish)(std::move(*result));
            if (handle)
                handle->deleteLater();
        });
    };
    QMetaObject::invokeMethod(m_inThread, std::move(work), Qt::QueuedConnection);
    return job;
}

} // namespace shirase
