// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QDate>

namespace shirase {

/// Visits that were removed before their day's time can still be read from PostgreSQL's files until their partition is
/// written anew, also where autovacuum has cleared them meanwhile: none of the server's own figures tells that. So each
/// removal is on record until a purge that began after it has ended. One object per connection.
class VisitRemovals
{
public:
    explicit VisitRemovals(Database &database)
        : m_database(database)
    {}

    /// Puts on record that visits of a day are being removed, inside the transaction that does so. SQLite overwrites what
    /// is deleted, and needs none.
    [[nodiscard]] static Result<> note(Database &database, QDate day);

    /// Database::purge() of these tables and of the days on record, and of no others. What is removed meanwhile stays on
    /// record for the next time, and so does everything where it fails.
    [[nodiscard]] Result<> purge(const QStringList &tables);

private:
    Database &m_database;
};

} // namespace shirase
