// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/staff/AccountStore.h"
#include "core/staff/AuditLog.h"

#include <functional>

namespace shirase {

/// A change of accounts, whoever makes it: what stays true of all of them, and its entry in the audit log, in the same
/// transaction (REQUIREMENTS S7). One object per connection.
class AccountChange
{
public:
    AccountChange(Database &database, AccountStore &accounts, AuditLog &audit)
        : m_database(database)
        , m_accounts(accounts)
        , m_audit(audit)
    {}

    /// Fails as the step does, and with Conflict, nothing changed, if it would leave nobody who manages accounts or
    /// nobody who holds the office key.
    /// @param by, action, subject as in the audit log
    [[nodiscard]] Result<> run(const QString &by, const QString &action, const QString &subject,
                               const std::function<Result<>()> &step);

private:
    [[nodiscard]] Result<> checkSomebodyRemains();

    Database &m_database;
    AccountStore &m_accounts;
    AuditLog &m_audit;
};

} // namespace shirase
