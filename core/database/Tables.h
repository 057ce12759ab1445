// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QList>
#include <QMap>

namespace shirase {

/// A table as the database itself describes it.
struct Table
{
    QString name;
    QStringList columns;   ///< in their order
    QStringList key;       ///< the columns of its primary key
    QStringList refersTo;  ///< other tables, by foreign keys
    bool numbered = false; ///< the database gives its rows their "id" (AUTOINCREMENT, IDENTITY)

    bool operator==(const Table &) const = default;
};

/// The values of a row in the order of Table::columns: numbers as qlonglong, texts as QString, bytes as QByteArray,
/// and a QVariant without a type for NULL.
using TableRow = QVariantList;

/// Copies of whole tables, whatever the engine. Names of tables and columns are our own.
namespace tables {

/// The tables of a schema of ours, each after those that it refers to; without schema_version, which is the
/// migrations' own.
[[nodiscard]] Result<QList<Table>> of(Database &database);
/// How many rows each of them has.
[[nodiscard]] Result<QMap<QString, qint64>> countRows(Database &database);

[[nodiscard]] Result<> insert(Database &database, const Table &table, const QList<TableRow> &rows);

/// The highest number that a numbered table has ever given; 0 if it has given none. Numbers are never given twice, so
/// a copy goes on from there.
[[nodiscard]] Result<qint64> lastNumber(Database &database, const Table &table);
[[nodiscard]] Result<> setLastNumber(Database &database, const Table &table, qint64 number);

} // namespace tables

/// Reads a table in the order of its primary key, a page at a time. What is read is of one moment only within a
/// Transaction of Writers::None.
class TableReader
{
public:
    TableReader(Database &database, Table table);
    /// The next rows, at most that many; none after the last.
    [[nodiscard]] Result<QList<TableRow>> next(int atMost);

private:
    [[nodiscard]] QString statement(int atMost) const;

    Database &m_database;
    Table m_table;
    QList<qsizetype> m_keyAt; ///< where the key's columns stand in a row
    QVariantList m_after;     ///< the key of the last row that was read
};

} // namespace shirase
