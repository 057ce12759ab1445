// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

namespace shirase {

/// Brings a database to this program's schema by numbered SQL files
/// (core/database/migrations/SCHEMA/NNNN.sql), each in a transaction of its own.
class Migrations
{
public:
    /// The two schemas: what is kept and backed up, and the vault with the day keys, which is not.
    enum class Schema { Main, Vault };

    /// Fails with NewerSchema if a newer Shirase has written the database; then nothing is touched.
    [[nodiscard]] static Result<> apply(Database &database, Schema schema)
    {
        return apply(database, schema, newest(schema));
    }
    /// Up to a version that is not the newest, to take in data of that time.
    [[nodiscard]] static Result<> apply(Database &database, Schema schema, int upTo);

    /// The version that a database is at; 0 if it is empty.
    [[nodiscard]] static Result<int> current(Database &database);
    /// The version that apply() leads to.
    [[nodiscard]] static int newest(Schema schema);
};

} // namespace shirase
