// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "app/SetUp.h"
#include "core/backup/TableCopy.h"
#include "core/foundation/Clock.h"

namespace shirase {

/// What was moved, by table; the vault's tables among them.
struct MoveReport
{
    tableCopy::Digests tables;

    [[nodiscard]] qint64 rows() const;
};

/// Moves the data of a folder to other databases, as from SQLite to PostgreSQL or back (REQUIREMENTS D4). Nobody else may
/// use the old ones meanwhile. Each new database is filled in one transaction and read back before it is committed; only
/// when both are there does shirase.conf name them, in one step. A move that was interrupted is begun again, and skips
/// what has arrived. The old databases stay as they are.
///
/// Errors: Busy (a server or a window runs on the old databases), Invalid (the same place, or one address is missing),
/// Conflict (a new database holds something else; cancelled), and those of the databases.
[[nodiscard]] Result<MoveReport> moveData(const DataFolder &folder, const DataAddresses &to, const Clock &clock,
                                          const Progress &progress);

/// The databases of SQLite that lie in a folder though its shirase.conf names others: erasure does not reach them.
[[nodiscard]] QStringList oldDatabases(const DataFolder &folder, const Settings &settings);

/// Overwrites and removes them; says which.
[[nodiscard]] Result<QStringList> removeOldDatabases(const DataFolder &folder);

} // namespace shirase
