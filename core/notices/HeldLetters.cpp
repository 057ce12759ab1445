// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/HeldLetters.h"

#include "core/mail/Outbox.h"
#include "core/notices/NoticeSteps.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<int> HeldLetters::release(const Session &by)
{
    return decide(by, u"mail.release"_s, [this] { return releaseLetters(m_database, m_clock.now()); });
}

Result<int> HeldLetters::discard(const Session &by)
{
    return decide(by, u"mail.discard"_s, [this] { return discardLetters(m_database); });
}

Result<int> HeldLetters::decide(const Session &by, const QString &action, const std::function<Result<int>()> &act)
{
    if (const Result<> allowed = NoticeSteps::need(by, Role::Notices); !allowed)
        return passOn(allowed);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Result<int> letters = act();
    if (!letters || *letters == 0)
        return letters;
    if (const Result<> noted = m_audit.add(by.account().name, action, u"mail"_s); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return letters;
}

} // namespace shirase
