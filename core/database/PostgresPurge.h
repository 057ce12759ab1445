// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QString>
#include <QStringList>

namespace shirase {

/// Database::purge() on PostgreSQL: what was deleted before it began is in no file of the tables that it has written anew
/// (REQUIREMENTS D2). For one purge, on the thread of the connection, outside of transactions.
class PostgresPurge
{
public:
    explicit PostgresPurge(Database &database)
        : m_database(database)
    {}

    /// @param tables those of the schema if empty. Fails with Busy where the transactions of others do not end in time.
    [[nodiscard]] Result<> run(const QStringList &tables);

private:
    [[nodiscard]] Result<> write(const QString &table);
    /// Whether somebody is known who may look at what is deleted.
    [[nodiscard]] Result<bool> isOlderAtWork();
    /// Whether the table's last VACUUM has kept nothing for anybody.
    [[nodiscard]] Result<bool> isClean(const QString &table);
    [[nodiscard]] Result<> cutLog();

    Database &m_database;
    QString m_next; ///< the first transaction after those that have deleted: a decimal xid8
};

} // namespace shirase
