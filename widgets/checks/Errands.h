// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QObject>
#include <QPointer>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace shirase {

/// Runs what waits for the network or the disk beside the window, without an office of its own (that is Worker). All
/// functions are for the window's thread.
class Errands : public QObject
{
    Q_OBJECT
public:
    /// Asked by a task now and then; true means that nobody waits for it any more. Any thread may call.
    using Cancelled = std::function<bool()>;

    explicit Errands(QObject *parent = nullptr)
        : QObject(parent)
    {}
    /// Cancels what is under way and waits for it.
    ~Errands() override;

    /// Runs a task in a thread; its result comes back to the window's thread, unless the receiver has gone or it was
    /// cancelled.
    template <typename T>
    void run(QObject *receiver, std::function<Result<T>(const Cancelled &)> task,
             std::move_only_function<void(Result<T>)> done);

    /// What a task calls to have something done in the window's thread, unless the receiver has gone or it was cancelled.
    template <typename Argument>
    [[nodiscard]] std::function<void(Argument)> poster(QObject *receiver, std::function<void(Argument)> function);

    /// Nothing that is under way is heard of any more.
    void cancelAll();

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;

    QThreadPool m_threads;
    Flag m_cancelled = std::make_shared<std::atomic<bool>>(false); ///< of what has been begun since the last cancelAll()
};

template <typename T>
void Errands::run(QObject *receiver, std::function<Result<T>(const Cancelled &)> task,
                  std::move_only_function<void(Result<T>)> done)
{
    auto finish = std::make_shared<std::move_only_function<void(Result<T>)>>(std::move(done));
    m_threads.start([this, flag = m_cancelled, guard = QPointer<QObject>(receiver), task = std::move(task), finish] {
        auto result = std::make_shared<Result<T>>(task([flag] { return flag->load(); }));
        QMetaObject::invokeMethod(this, [flag, guard, result, finish] {
            if (guard && !flag->load())
                (*finish)(std::move(*result));
        });
    });
}

template <typename Argument>
std::function<void(Argument)> Errands::poster(QObject *receiver, std::function<void(Argument)> function)
{
    return [this, flag = m_cancelled, guard = QPointer<QObject>(receiver),
            function = std::move(function)](Argument argument) {
        QMetaObject::invokeMethod(this, [flag, guard, function, argument] {
            if (guard && !flag->load())
                function(argument);
        });
    };
}

} // namespace shirase
