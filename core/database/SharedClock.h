// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"

#include <optional>

namespace shirase {

/// The time that all have who share a database, whatever their own clocks show: that of PostgreSQL's server, or for a file
/// that of its one machine. Seconds since the epoch, UTC.
/// @param own this machine's
[[nodiscard]] Result<qint64> sharedNow(Database &database, const Clock &own);

/// The same as a clock, for what one machine writes and another goes by: when a mail is due, when a notice leaves. It goes
/// with this machine's clock, and looks at the database's once a minute by it, so that setting it is noticed. While the
/// database does not answer, it goes on as it was. For the thread of the database alone.
class SharedClock final : public Clock
{
public:
    SharedClock(Database &database, const Clock &own)
        : m_database(database)
        , m_own(own)
    {}
    Q_DISABLE_COPY_MOVE(SharedClock)

    [[nodiscard]] qint64 now() const override;

private:
    [[nodiscard]] bool mayHaveChanged(qint64 own) const;

    Database &m_database;
    const Clock &m_own;
    mutable std::optional<qint64> m_lookedAt; ///< by the own clock
    mutable qint64 m_ahead = 0;               ///< the database's clock, seconds before the own one
};

} // namespace shirase
