// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/staff/Account.h"
#include "core/staff/AuditLog.h"
#include "core/vault/AccountKey.h"
#include "core/vault/DayKeys.h"

#include <QList>

#include <memory>

namespace shirase {

/// An account that has logged in. While it lives, the account's right to the office key is open in locked memory;
/// destroying it wipes the key.
class Session
{
public:
    [[nodiscard]] const Account &account() const { return m_account; }
    [[nodiscard]] bool has(Role role) const { return m_account.roles.testFlag(role); }
    /// The office key, for those who hold it (notices or approval); else null.
    [[nodiscard]] const Opener *office() const { return m_office.get(); }

private:
    friend class StaffDesk;
    Account m_account;
    SecretBytes m_officeSecret; ///< to grant it to others
    std::unique_ptr<Opener> m_office;
};

/// Accounts, log-in and the office key. One object per connection.
class StaffDesk
{
public:
    StaffDesk(Database &database, const Clock &clock, PasswordCost cost)
        : m_database(database), m_clock(clock), m_cost(cost), m_audit(database, clock)
    {
    }

    /// The shortest password that is taken.
    static constexpr int minimumPasswordLength = 10;

    struct Founding
    {
        OfficePublicKey office;
        QString recoveryCode; ///< to be printed and locked away; it is stored nowhere
    };
    /// First start: makes the office key, its recovery code, and the first account with every role, in one transaction
    /// of the caller. Fails with Conflict if there is an office key already.
    [[nodiscard]] Result<Founding> found(const QString &name, const SecretBytes &password);

    /// Fails with Refused for a wrong name or password, the same sentence for both, or while locked out after wrong
    /// tries (the sentence says until when).
    [[nodiscard]] Result<std::unique_ptr<Session>> logIn(const QString &name, const SecretBytes &password);

    [[nodiscard]] Result<QList<Account>> list();
    /// Adds an account; with the notices or approval role it is granted the office key, which the session has to hold.
    [[nodiscard]] Result<Account> add(const Session &by, const QString &name, Roles roles, const SecretBytes &password);
    [[nodiscard]] Result<> changePassword(const QString &name, const SecretBytes &old, const SecretBytes &fresh);

    /// The current office key's public half. Fails with NotFound before the set-up.
    [[nodiscard]] Result<OfficePublicKey> officePublicKey();

    [[nodiscard]] AuditLog &audit() { return m_audit; }

private:
    struct Stored;
    [[nodiscard]] Result<Stored> load(const QString &name);
    [[nodiscard]] Result<Account> insert(const QString &name, Roles roles, const SecretBytes &password,
                                         const SecretBytes *officeSecret, qint64 officeId);
    [[nodiscard]] Result<std::unique_ptr<Session>> openSession(const Stored &stored, KeyPair keys);
    [[nodiscard]] Result<> noteWrongTry(const Stored &stored);

    Database &m_database;
    const Clock &m_clock;
    PasswordCost m_cost;
    AuditLog m_audit;
};

} // namespace shirase
