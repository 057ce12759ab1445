// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AccountChange.h"

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

Result<> AccountChange::run(const QString &by, const QString &action, const QString &subject,
                            const std::function<Result<>()> &step)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> done = step(); !done)
        return done;
    if (const Result<> remaining = checkSomebodyRemains(); !remaining)
        return remaining;
    if (const Result<> noted = m_audit.add(by, action, subject); !noted)
        return noted;
    return transaction->commit();
}

Result<> AccountChange::checkSomebodyRemains()
{
    const Result<QList<Account>> accounts = m_accounts.list();
    if (!accounts)
        return passOn(accounts);
    const auto isAdministrator = [](const Account &account) {
        return !account.disabled && account.roles.testFlag(Role::Administrator);
    };
    const auto holdsKey = [](const Account &account) {
        return !account.disabled && needsOfficeKey(account.roles) && account.hasOfficeKey;
    };
    if (std::ranges::none_of(*accounts, isAdministrator)) {
        return fail(ErrorCode::Conflict,
                    Tr::tr("This is the last administrator: without one, nobody could manage "
                           "accounts any more. Please make somebody else administrator first."));
    }
    if (std::ranges::none_of(*accounts, holdsKey)) {
        return fail(
            ErrorCode::Conflict,
            Tr::tr("This is the last account that holds the office key: without one, nobody could send "
                   "notices any more. Please give somebody else the notices or approval role first."));
    }
    return {};
}

} // namespace shirase
