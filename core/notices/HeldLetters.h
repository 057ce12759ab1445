// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/staff/AuditLog.h"
#include "core/staff/Session.h"

#include <functional>

namespace shirase {

/// What staff decide about the letters that RestoreGuard holds: whether they leave, or are given up as they have been sent
/// already (REQUIREMENTS D5). Both take the notices role and are on record. One object per connection.
class HeldLetters
{
public:
    HeldLetters(Database &database, AuditLog &audit, const Clock &clock)
        : m_database(database)
        , m_audit(audit)
        , m_clock(clock)
    {}

    [[nodiscard]] static bool mayDecide(const Session &by) { return by.has(Role::Notices); }
    /// Puts them back into the queue; returns how many. Where none is held any more, somebody else was faster: 0, and
    /// nothing is put on record.
    [[nodiscard]] Result<int> release(const Session &by);
    /// Gives them up for good; the same otherwise.
    [[nodiscard]] Result<int> discard(const Session &by);

private:
    [[nodiscard]] Result<int> decide(const Session &by, const QString &action, const std::function<Result<int>()> &act);

    Database &m_database;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace shirase
