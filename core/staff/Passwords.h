// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/staff/AccountStore.h"

namespace shirase {

/// An account whose password was right, with its key open.
struct UnlockedAccount
{
    StoredAccount stored;
    KeyPair keys;
};

/// What a password opens: the account's key. Wrong tries are counted and locked out here, whatever they were
/// made for.
class Passwords
{
public:
    Passwords(AccountStore &accounts, const Clock &clock, PasswordCost cost)
        : m_accounts(accounts)
        , m_clock(clock)
        , m_cost(cost)
    {}

    /// The shortest password that is taken.
    static constexpr int minimumLength = 10;
    /// Fails with Invalid if the password is too short.
    [[nodiscard]] static Result<> check(const SecretBytes &password);

    /// A key pair as it is stored. Takes most of a second on purpose. Fails with Invalid if the password is
    /// too short.
    [[nodiscard]] Result<WrappedKey> wrap(const KeyPair &keys, const SecretBytes &password);

    /// Fails with Refused for a wrong name or password, the same sentence for both; while locked out after
    /// wrong tries (the sentence says until when); and for a disabled account.
    [[nodiscard]] Result<UnlockedAccount> unlock(const QString &name, const SecretBytes &password);

private:
    [[nodiscard]] Result<> noteWrongTry(const StoredAccount &stored);

    AccountStore &m_accounts;
    const Clock &m_clock;
    PasswordCost m_cost;
};

} // namespace shirase
