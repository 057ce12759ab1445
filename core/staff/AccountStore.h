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
    int wrongTries = 0;
    qint64 lockedUntil = 0; ///< seconds since the epoch, UTC
};

/// The rows of the accounts. Every change belongs in the caller's transaction.
class AccountStore
{
public:
    explicit AccountStore(Database &database)
        : m_database(database)
    {}

    /// By name, whatever spaces were typed. Fails with NotFound.
    [[nodiscard]] Result<StoredAccount> find(const QString &name);
    /// All of them, by name.
    [[nodiscard]] Result<QList<Account>> list();

    /// Fails with Invalid if the name is empty or too long, with Conflict if it is taken.
    [[nodiscard]] Result<Account> insert(const QString &name, Roles roles, const WrappedKey &key, qint64 now);
    [[nodiscard]] Result<> disable(qint64 id);
    [[nodiscard]] Result<> setRoles(qint64 id, Roles roles);
    /// Also forgets wrong tries. Fails with Conflict if somebody else has changed the key since it was read.
    [[nodiscard]] Result<> setKey(const StoredAccount &before, const WrappedKey &key);
    [[nodiscard]] Result<> setTries(qint64 id, int wrongTries, qint64 lockedUntil);

private:
    Database &m_database;
};

} // namespace shirase
