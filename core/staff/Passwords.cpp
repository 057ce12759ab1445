// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/Passwords.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int freeTries = 5;
constexpr qint64 firstLockSeconds = 30;
constexpr qint64 longestLockSeconds = 3600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

} // namespace

Result<> Passwords::check(const SecretBytes &password)
{
    if (password.size() < minimumLength)
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

Result<UnlockedAccount> Passwords::unlock(const QString &name, const SecretBytes &password)
{
    Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored) {
        if (stored.error().code != ErrorCode::NotFound)
            return passOn(stored);
        // As slow as a wrong password, and the same sentence, so that neither tells which names exist.
        std::ignore = accountKey::wrap(KeyPair::generate(), password, m_cost);
        return fail(ErrorCode::Refused,
                    QCoreApplication::translate("AccountKey", "The name or the password is wrong."));
    }
    if (m_clock.now() < stored->lockedUntil) {
        return fail(
            ErrorCode::Refused,
            Tr::tr("After several wrong tries this account is locked until %1. Please wait, then try again.")
                .arg(QLocale().toString(japan::dateTimeOf(stored->lockedUntil).time(), u"HH:mm:ss"_s)));
    }
    Result<KeyPair> keys = accountKey::unwrap(stored->key, password);
    if (!keys) {
        if (keys.error().code == ErrorCode::Refused) {
            if (const Result<> noted = noteWrongTry(*stored); !noted)
                return passOn(noted);
        }
        return passOn(keys);
    }
    if (stored->account.disabled)
        return fail(ErrorCode::Refused, Tr::tr("This account is disabled. Please ask an administrator."));
    if (stored->wrongTries > 0) {
        if (const Result<> cleared = m_accounts.setTries(stored->account.id, 0, 0); !cleared)
            return passOn(cleared);
    }
    return UnlockedAccount{std::move(*stored), std::move(*keys)};
}

Result<> Passwords::noteWrongTry(const StoredAccount &stored)
{
    const int tries = stored.wrongTries + 1;
    qint64 lockedUntil = 0;
    if (tries >= freeTries)
        lockedUntil =
            m_clock.now() + std::min(firstLockSeconds << std::min(tries - freeTries, 20), longestLockSeconds);
    return m_accounts.setTries(stored.account.id, tries, lockedUntil);
}

} // namespace shirase
