// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/staff/AuditLog.h"
#include "core/staff/Session.h"
#include "core/vault/DayKeys.h"
#include "core/visits/Visit.h"

#include <functional>

namespace shirase {

/// What staff decide about the letters that RestoreGuard holds: whether they leave, or are given up as they have been sent
/// already (REQUIREMENTS D5). Both take the notices role and are on record. One object per connection; a statement or two for
/// each erased visit, so the window calls from a worker.
class HeldLetters
{
public:
    HeldLetters(Database &database, Database &vault, AuditLog &audit, const Clock &clock)
        : m_database(database)
        , m_vault(vault)
        , m_audit(audit)
        , m_clock(clock)
    {}

    [[nodiscard]] static bool mayDecide(const Session &by) { return by.has(Role::Notices); }
    /// Puts them back into the queue; returns how many. Where none is held any more, somebody else was faster: 0, and
    /// nothing is put on record. The confirmations of visits that were erased at their visitor's wish, and have come back
    /// with the database, are erased before (REQUIREMENTS V11): the days' index secrets tell which they are, so that it takes
    /// the office key where there are such visits. Errors: Refused (no role, or no key, or it was changed since the log-in),
    /// Corrupt (such a visit's day cannot be opened); what is held stays so then.
    [[nodiscard]] Result<int> release(const Session &by);
    /// Gives them up for good; the same otherwise.
    [[nodiscard]] Result<int> discard(const Session &by);

private:
    [[nodiscard]] Result<> withdrawErased(const Session &by);
    [[nodiscard]] Result<> withdraw(const VisitKey &visit, OpenedDays &days);
    [[nodiscard]] Result<int> decide(const Session &by, const QString &action, const std::function<Result<int>()> &act);

    Database &m_database;
    Database &m_vault;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace shirase
