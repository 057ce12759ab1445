// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/DatabaseCopy.h"

#include "core/backup/PostgresPrograms.h"
#include "core/backup/SqliteCopy.h"

namespace shirase {

Result<std::unique_ptr<DatabaseCopy>> DatabaseCopy::of(Database &database, const DatabaseAddress &address,
                                                       const QString &folder)
{
    if (database.dialect() == Dialect::Sqlite)
        return std::make_unique<SqliteCopy>(database, folder);
    return std::make_unique<PostgresDump>(database, address);
}

} // namespace shirase
