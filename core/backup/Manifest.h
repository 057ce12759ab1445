// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/staff/AuditLog.h"

#include <QMap>

namespace shirase {

/// What a database holds at one moment, as far as a copy of it can be compared with it.
struct DatabaseFacts
{
    int schema = 0; ///< version (Migrations)
    QMap<QString, qint64> rows = {}; ///< by table
    qint64 auditEntries = 0;
    qint64 auditBroken = 0; ///< the first entry that does not follow from the one before; 0 if all do
    qint64 newestAudit = 0; ///< the number of the newest entry

    /// Reads them; takes as long as following the record of actions does. @param vault is not looked at
    [[nodiscard]] static Result<DatabaseFacts> of(Database &database);
    bool operator==(const DatabaseFacts &) const = default;
};

/// The first part of a backup's content: what the rest is.
struct Manifest
{
    Dialect engine = Dialect::Sqlite; ///< the rest is a file of SQLite, or an archive of pg_dump
    QString space = {};               ///< the schema that PostgreSQL had the tables in
    qint64 madeAt = 0;                ///< seconds since the epoch, UTC
    DatabaseFacts facts = {};
    QMap<QString, QString> configuration = {}; ///< the settings in shirase.conf that are no addresses of data

    /// With its length in front.
    [[nodiscard]] QByteArray toBytes() const;
    /// Takes a manifest off the front of a content; nothing if it is not there whole yet. Fails with Corrupt if it is none.
    [[nodiscard]] static Result<std::optional<Manifest>> takeFrom(QByteArray &content);
    bool operator==(const Manifest &) const = default;
};

} // namespace shirase
