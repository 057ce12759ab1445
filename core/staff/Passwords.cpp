// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Passwords.h"

#include "core/staff/Actor.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

} // namespace

// Of UTF-8, each character has one byte that continues none (RFC 3629 §3): counted without a copy of the secret.
Result<> Passwords::check(const SecretBytes &password)
{
    const QByteArrayView bytes = password.view();
    const auto characters = std::ranges::count_if(bytes, [](char byte) { return (uchar(byte) & 0xc0) != 0x80; });
    if (characters < minimumLength)
        return fail(ErrorCode::Invalid,
                    Tr::tr("The password has to have at least %1 characters.").arg(minimumLength));
    return {};
}

Result<WrappedKey> Passwords::wrap(const KeyPair &keys, const SecretBytes &password)
{
    if (const Result<> good = check(password); !good)
        return passOn(good);
    return accountKey::wrap(keys, password, m_cost);
}

// A name that nobody has is as slow as a wrong password, so that the time does not tell which names exist.
Result<KeyPair> Passwords::open(const Result<StoredAccount> &stored, const SecretBytes &password)
{
    if (stored)
        return accountKey::unwrap(stored->key, password);
    std::ignore = accountKey::wrap(KeyPair::generate(), password, m_cost);
    return fail(ErrorCode::Refused, QCoreApplication::translate("AccountKey", "The name or the password is wrong."));
}

Result<UnlockedAccount> Passwords::unlock(const QString &name, const SecretBytes &password, Purpose purpose)
{
    if (const Result<> begun = m.guard.begin(name); !begun)
        return passOn(begun);
    Result<StoredAccount> stored = m.accounts.find(name);
    if (!stored && stored.error().code != ErrorCode::NotFound)
        return passOn(stored);
    Result<KeyPair> keys = open(stored, password);
    if (!keys) {
        if (keys.error().code == ErrorCode::Refused)
            return std::unexpected(afterWrongTry(keys.error(), name, stored ? stored->account.name : QString()));
        std::ignore = m.guard.takeBack(name);
        return passOn(keys);
    }
    if (stored->account.disabled) {
        std::ignore = noteRefusal(stored->account.name);
        return fail(ErrorCode::Refused, Tr::tr("This account is disabled. Please ask an administrator."));
    }
    if (const Result<> noted = noteSuccess(stored->account, purpose); !noted)
        return passOn(noted);
    return UnlockedAccount{std::move(*stored), std::move(*keys)};
}

// What is refused stays refused where it cannot be written down.
Error Passwords::afterWrongTry(const Error &wrong, const QString &name, const QString &account)
{
    const qint64 pause = m.guard.pauseOf(name).value_or(0);
    std::ignore = noteRefusal(account);
    if (pause == 0)
        return wrong;
    const qint64 now = m.clock.now();
    return {ErrorCode::Refused, wrong.message + u' ' + LogInGuard::sentence(now, now + pause), {}};
}

// A name that nobody has is not written down: it may be a password, typed into the wrong field.
Result<> Passwords::noteRefusal(const QString &account)
{
    Result<Transaction> transaction = Transaction::begin(m.database);
    if (!transaction)
        return passOn(transaction);
    const QString who = account.isEmpty() ? actors::system : account;
    const QString &place = m.guard.place().name;
    if (const Result<> noted = m.audit.add(who, u"login.refuse"_s, place); !noted)
        return noted;
    const Result<qint64> pause = account.isEmpty() ? Result<qint64>(0) : m.guard.pauseOf(account);
    if (pause.value_or(0) > 0) {
        if (const Result<> noted = m.audit.add(who, u"login.pause"_s, u"%1 s, %2"_s.arg(*pause).arg(place)); !noted)
            return noted;
    }
    return transaction->commit();
}

Result<> Passwords::noteSuccess(const Account &account, Purpose purpose)
{
    Result<Transaction> transaction = Transaction::begin(m.database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> forgotten = m.guard.forgetHere(account.name); !forgotten)
        return forgotten;
    if (purpose == Purpose::LogIn) {
        if (const Result<> set = m.accounts.setLastLogIn(account.id, m.clock.now()); !set)
            return set;
        if (const Result<> noted = m.audit.add(account.name, u"login"_s, m.guard.place().name); !noted)
            return noted;
    }
    return transaction->commit();
}

} // namespace shirase
