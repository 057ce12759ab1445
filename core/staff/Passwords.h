// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/staff/AccountStore.h"
#include "core/staff/AuditLog.h"
#include "core/staff/LogInGuard.h"

namespace shirase {

/// An account whose password was right, with its key open.
struct UnlockedAccount
{
    StoredAccount stored;
    KeyPair keys;
};

/// What a password opens: the account's key. Wrong tries are counted here, whatever they were made for, and stand in
/// the audit log, as log-ins do.
class Passwords
{
public:
    /// All of them outlive this.
    struct Services
    {
        Database &database;
        AccountStore &accounts;
        LogInGuard &guard;
        AuditLog &audit;
        const Clock &clock;
    };
    enum class Purpose { LogIn, Change };

    Passwords(const Services &services, PasswordCost cost)
        : m(services)
        , m_cost(cost)
    {}

    /// The shortest password that is taken, in characters: of kana as of letters.
    static constexpr int minimumLength = 10;
    /// Fails with Invalid if the password is too short.
    [[nodiscard]] static Result<> check(const SecretBytes &password);

    /// A key pair as it is stored. Takes most of a second on purpose. Fails with Invalid if the password is
    /// too short.
    [[nodiscard]] Result<WrappedKey> wrap(const KeyPair &keys, const SecretBytes &password);

    /// Fails with Refused for a wrong name or password, the same sentence for both; during a pause after wrong tries
    /// (the sentence says how long); and for a disabled account. A log-in that cannot be written down is none.
    [[nodiscard]] Result<UnlockedAccount> unlock(const QString &name, const SecretBytes &password, Purpose purpose);

private:
    [[nodiscard]] Result<KeyPair> open(const Result<StoredAccount> &stored, const SecretBytes &password);
    [[nodiscard]] Result<> noteRefusal(const QString &account);
    [[nodiscard]] Result<> noteSuccess(const Account &account, Purpose purpose);
    [[nodiscard]] Error afterWrongTry(const Error &wrong, const QString &name, const QString &account);

    Services m;
    PasswordCost m_cost;
};

} // namespace shirase
