// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/HeldLetters.h"

#include "core/mail/Outbox.h"
#include "core/notices/NoticeSteps.h"
#include "core/visits/Tombstones.h"

#include <QCoreApplication>

#include <optional>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(HeldLetters)
};

} // namespace

Result<int> HeldLetters::release(const Session &by)
{
    if (const Result<> allowed = NoticeSteps::need(by, Role::Notices); !allowed)
        return passOn(allowed);
    if (const Result<> withdrawn = withdrawErased(by); !withdrawn)
        return passOn(withdrawn);
    return decide(by, u"mail.release"_s, [this] { return releaseLetters(m_database, m_clock.now()); });
}

Result<int> HeldLetters::discard(const Session &by)
{
    if (const Result<> allowed = NoticeSteps::need(by, Role::Notices); !allowed)
        return passOn(allowed);
    return decide(by, u"mail.discard"_s, [this] { return discardLetters(m_database); });
}

Result<> HeldLetters::withdrawErased(const Session &by)
{
    const Result<int> held = lettersHeld(m_database);
    if (!held)
        return passOn(held);
    if (*held == 0)
        return {};
    std::optional<OpenedDays> days;
    if (by.office())
        days.emplace(m_vault, *by.office());
    Result<> done;
    const Result<> read = Tombstones(m_vault).forEach([&](const VisitKey &visit) {
        done = days ? withdraw(visit, *days)
                    : fail(ErrorCode::Refused,
                           Tr::tr("Some visitors have been erased at their wish since the backup. You need an account that "
                                  "holds the office key to leave their mails out: one with the notices or approval role."));
        return done.has_value();
    });
    return read ? done : read;
}

Result<> HeldLetters::withdraw(const VisitKey &visit, OpenedDays &days)
{
    const Result<const OpenedDays::Day *> day = days.open(visit.day);
    if (!day && day.error().code == ErrorCode::NotFound)
        return {}; // it is being erased as a whole
    if (!day && day.error().code == ErrorCode::Corrupt)
        return fail(ErrorCode::Corrupt,
                    Tr::tr("Some visitors of %1 have been erased at their wish, and the office key does not open that day, so "
                           "that their mails cannot be told from the others. Please give up what is held.")
                        .arg(visit.day.toString(u"yyyy-MM-dd"_s)),
                    day.error().message);
    if (!day)
        return passOn(day);
    const QByteArray confirmation = (*day)->seal.confirmation(visit.facility, visit.scannedAt, visit.who);
    const Result<bool> withdrawn = withdrawLetter(m_database, confirmation, visit.scannedAt);
    return withdrawn ? Result<>() : passOn(withdrawn);
}

Result<int> HeldLetters::decide(const Session &by, const QString &action, const std::function<Result<int>()> &act)
{
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
