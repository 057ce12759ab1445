// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QObject>
#include <QString>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <type_traits>
#include <vector>

namespace shirase {

template <typename Object>
class Remote;

/// A thread for objects that stand on connections to a database. Whoever asks one of them (Remote::ask) goes on
/// meanwhile, however long the database hangs, and is told so after a set time.
///
/// All functions are for the thread that made this object, which needs an event loop; answers come there.
class DatabaseThread final : public QObject
{
    Q_OBJECT
public:
    /// @param patience what has no answer after that long has failed, with Unavailable
    /// @param name of the thread, for those who look at the process
    explicit DatabaseThread(std::chrono::milliseconds patience, const QString &name = QStringLiteral("database"));
    /// Waits for what is under way (ConnectionBreaker ends what hangs); what waits behind it is dropped without an
    /// answer. The objects go in their thread, the last one first.
    ~DatabaseThread() override;

    /// Makes an object in the thread, and waits for it. Fails as @p make does.
    template <typename Object>
    [[nodiscard]] Result<Remote<Object>> host(std::function<Result<std::unique_ptr<Object>>()> make);

    /// Whether something was given up and is under way still. What is asked now fails at once.
    [[nodiscard]] bool isHanging() const { return !m_calls.empty() && m_calls.front()->isGivenUp; }

private:
    template <typename Object>
    friend class Remote;

    /// One question. Its work is done, and goes, in the thread; its end is heard here.
    struct Call
    {
        std::move_only_function<void()> work;
        std::move_only_function<void(bool answered)> end;
        std::chrono::steady_clock::time_point deadline;
        std::atomic<bool> isGivenUp = false; ///< and not to be begun any more

        void finish(bool answered);
    };
    using SharedCall = std::shared_ptr<Call>;

    void post(std::move_only_function<void()> work, std::move_only_function<void(bool answered)> end);
    void wait(const std::function<void()> &work);
    void finishFirst();
    void giveUpOverdue();
    void watchFirst();
    [[nodiscard]] static Error noAnswer();

    const std::chrono::milliseconds m_patience;
    QThread m_thread;
    QObject *m_inThread;            ///< lives in the thread: work is posted to it
    std::deque<SharedCall> m_calls; ///< in the order in which the thread takes them; those given up, too
    QTimer m_watch;
    std::vector<std::shared_ptr<void>> m_objects; ///< touched in the thread
};

/// An object that lives in a DatabaseThread, for those who do not: they can only ask.
template <typename Object>
class Remote
{
public:
    /// Asks the object in its thread. @p question takes an `Object &` and returns a Result; @p answer takes that
    /// Result in a later turn of the event loop, once, or never where the thread object goes first. Neither
    /// answers nor what a question holds may refer to what the other thread uses.
    template <typename Question, typename Answer>
    void ask(Question question, Answer answer) const
    {
        using Answered = std::invoke_result_t<Question &, Object &>;
        auto result = std::make_shared<Answered>(std::unexpected(DatabaseThread::noAnswer()));
        m_thread->post([object = m_object, result, question = std::move(question)]() mutable {
            *result = question(*object);
        },
                       [result, answer = std::move(answer)](bool answered) mutable {
                           // The result of what was given up may be written at this moment.
                           if (answered)
                               answer(std::move(*result));
                           else
                               answer(Answered(std::unexpected(DatabaseThread::noAnswer())));
                       });
    }

    /// A part of the object, by a pointer to its member.
    template <typename Member>
    [[nodiscard]] auto part(Member member) const
    {
        using Part = std::remove_reference_t<std::invoke_result_t<Member, Object &>>;
        return Remote<Part>(*m_thread, std::invoke(member, *m_object));
    }

private:
    friend class DatabaseThread;
    template <typename Other>
    friend class Remote;
    Remote(DatabaseThread &thread, Object &object)
        : m_thread(&thread)
        , m_object(&object)
    {}

    DatabaseThread *m_thread;
    Object *m_object;
};

template <typename Object>
Result<Remote<Object>> DatabaseThread::host(std::function<Result<std::unique_ptr<Object>>()> make)
{
    Result<Object *> made = std::unexpected(noAnswer());
    wait([&] {
        Result<std::unique_ptr<Object>> object = make();
        if (!object) {
            made = passOn(object);
            return;
        }
        m_objects.push_back(std::shared_ptr<Object>(std::move(*object)));
        made = static_cast<Object *>(m_objects.back().get());
    });
    if (!made)
        return passOn(made);
    return Remote<Object>(*this, **made);
}

} // namespace shirase
