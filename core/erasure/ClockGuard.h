// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/staff/AuditLog.h"

#include <optional>

namespace shirase {

/// Whether this computer's clock can be right: what is erased by a wrong one is gone. It is compared with the latest
/// time that was known to be right, which the vault keeps. A clock that went back, or that is more than a day ahead,
/// is doubted until it is right again or staff confirm it: a computer that was off for a weekend looks the same as one
/// whose clock has jumped. One object per connection.
class ClockGuard
{
public:
    /// Clocks of several servers differ, and are set right by a little every day.
    static constexpr qint64 mostBehind = 10 * 60;
    static constexpr qint64 mostAhead = 24 * 60 * 60;

    struct Doubt
    {
        qint64 now = 0;  ///< what the clock shows: seconds since the epoch, UTC
        qint64 seen = 0; ///< the latest time known

        [[nodiscard]] bool isBehind() const { return now < seen; }
        /// What it means and what to do, for people.
        [[nodiscard]] QString sentence() const;
        bool operator==(const Doubt &) const = default;
    };

    ClockGuard(Database &database, Database &vault, AuditLog &audit, const Clock &clock)
        : m_database(database)
        , m_vault(vault)
        , m_audit(audit)
        , m_clock(clock)
    {}

    /// Looks at the clock. Notes the time if nothing is to be doubted, as something that runs does every minute.
    [[nodiscard]] Result<std::optional<Doubt>> look();
    /// Somebody says that the clock is right now, whatever was known before. Goes into the audit log.
    /// @param account its name, or actors::system
    [[nodiscard]] Result<> confirm(const QString &account);

private:
    [[nodiscard]] Result<> note(qint64 now);

    Database &m_database;
    Database &m_vault;
    AuditLog &m_audit;
    const Clock &m_clock;
};

} // namespace shirase
