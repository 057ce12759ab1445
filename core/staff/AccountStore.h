// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/staff/Account.h"
#include "core/vault/AccountKey.h"

#include <QList>

namespace shirase {

/// An account with what its log-in takes.
struct StoredAccount
{
    Account account;
    WrappedKey key;
};

/// An account as a list of all of them shows it.
struct AccountState
{
    Account account;
    qint64 lastLogIn = 0;   ///< seconds since the epoch, UTC; 0 if there was none
    qint64 lockedUntil = 0; ///< after wrong tries, somewhere; 0 if it is not

    bool operator==(const AccountState &) const = default;
};

/// The rows of the accounts. Every change belongs in the caller's transaction.
class AccountStore
{
public:
    explicit AccountStore(Database &database)
        : m_database(database)
    {}

    /// The one form of a name in which it is stored and looked for.
    [[nodiscard]] static QString normalized(const QString &name);

    /// By name, whatever spaces were typed. Fails with NotFound.
    [[nodiscard]] Result<StoredAccount> find(const QString &name);
    /// All of them, by name.
    [[nodiscard]] Result<QList<Account>> list();
    /// The same, each with its last log-in.
    [[nodiscard]] Result<QList<AccountState>> states();

    /// Fails with Invalid if the name is empty, too long, cannot be read or is one of actors'; with Conflict if
    /// another account's looks the same.
    [[nodiscard]] Result<Account> insert(const QString &name, Roles roles, const WrappedKey &key, qint64 now);
    [[nodiscard]] Result<> setDisabled(qint64 id, bool disabled);
    [[nodiscard]] Result<> setRoles(qint64 id, Roles roles);
    /// Fails with Conflict if somebody else has changed the key since it was read.
    [[nodiscard]] Result<> setKey(const StoredAccount &before, const WrappedKey &key);
    [[nodiscard]] Result<> setLastLogIn(qint64 id, qint64 at);

private:
    [[nodiscard]] Result<> checkName(const QString &name);

    Database &m_database;
};

} // namespace shirase
