// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/visits/SignupBook.h"

#include <QTimer>

namespace shirase {

/// Where visitors register. Requests wait for the end of the event loop's turn, or until those before them are on the
/// disk; then they go into one transaction, and are answered after its commit: thousands of durable registrations a
/// second with one fsync for many. It lives in the web server's thread, which never waits for the book in its own.
///
/// Everything here fails with Unavailable when the book's thread does not answer in time; nothing is known then, and
/// repeating is harmless.
class SignupDesk : public QObject
{
    Q_OBJECT
public:
    /// As SignupBook::store() says.
    using Answer = std::move_only_function<void(Result<VisitToken>)>;

    explicit SignupDesk(Remote<SignupBook> book, QObject *parent = nullptr);

    /// Takes one registration; the answer comes in a later turn of the event loop.
    void submit(Signup signup, Answer answer);

    /// As SignupBook says, in a later turn.
    void erasureOf(const VisitKey &visit, std::move_only_function<void(Result<ErasureState>)> answer);
    void rehearse(std::move_only_function<void(Result<>)> answer);

    /// As of the last commit that was heard of.
    [[nodiscard]] const SignupBook::Counts &counts() const { return m_counts; }

private:
    struct Stored ///< what comes back from the book
    {
        std::vector<Result<VisitToken>> results;
        SignupBook::Counts counts;
    };

    void commitTurn();
    void answerAll(std::vector<Answer> answers, Result<Stored> stored);

    Remote<SignupBook> m_book;
    SignupBook::Counts m_counts;
    std::vector<Signup> m_signups; ///< those that wait
    std::vector<Answer> m_answers; ///< to them
    QTimer m_turn;
    bool m_committing = false;
};

} // namespace shirase
