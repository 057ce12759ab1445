// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/SignupDesk.h"

namespace shirase {

SignupDesk::SignupDesk(Remote<SignupBook> book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    // Fires when the loop has handled every socket that was ready: all their requests share one transaction.
    m_turn.setSingleShot(true);
    m_turn.setInterval(0);
    connect(&m_turn, &QTimer::timeout, this, &SignupDesk::commitTurn);
}

void SignupDesk::submit(Signup signup, Answer answer)
{
    m_signups.push_back(std::move(signup));
    m_answers.push_back(std::move(answer));
    if (!m_committing)
        m_turn.start();
}

void SignupDesk::commitTurn()
{
    m_committing = true;
    m_book.ask(
        [signups = std::exchange(m_signups, {})](SignupBook &book) mutable -> Result<Stored> {
            std::vector<Result<VisitToken>> results = book.store(std::move(signups));
            return Stored{std::move(results), book.counts()};
        },
        [this, answers = std::exchange(m_answers, {})](Result<Stored> stored) mutable {
            answerAll(std::move(answers), std::move(stored));
        });
}

void SignupDesk::answerAll(std::vector<Answer> answers, Result<Stored> stored)
{
    m_committing = false;
    if (!m_signups.empty())
        commitTurn(); // the book's thread has something to do while these are told
    if (stored)
        m_counts = stored->counts;
    for (size_t i = 0; i < answers.size(); ++i)
        answers[i](stored ? std::move(stored->results[i]) : passOn(stored));
}

void SignupDesk::erasureOf(const VisitKey &visit, std::move_only_function<void(Result<ErasureState>)> answer)
{
    m_book.ask([visit](SignupBook &book) { return book.erasureOf(visit); }, std::move(answer));
}

void SignupDesk::rehearse(std::move_only_function<void(Result<>)> answer)
{
    m_book.ask([](SignupBook &book) { return book.rehearse(); }, std::move(answer));
}

} // namespace shirase
