// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Tables.h"

#include "core/database/Answers.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// Rows in one INSERT: as many as fit the engines' limits of bound values for our widest table.
constexpr int rowsAtOnce = 50;

QString quoted(const QString &name)
{
    return u'"' + name + u'"';
}

QString quoted(const QStringList &names)
{
    QStringList all;
    for (const QString &name : names)
        all.append(quoted(name));
    return all.join(u", "_s);
}

/// How one engine describes its tables; each statement but the first takes the table's name.
struct Catalogue
{
    QString tables;
    QString columns;
    QString key;
    QString references;
    QString numbered; ///< a row if it is
};

const Catalogue &catalogueOf(Dialect dialect)
{
    static const Catalogue sqlite{
        u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~' "
        "ORDER BY name"_s,
        u"SELECT name FROM pragma_table_info(?) ORDER BY cid"_s,
        u"SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk"_s,
        u"SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?)"_s,
        u"SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? AND sql LIKE '%AUTOINCREMENT%'"_s};
    static const Catalogue postgres{
        u"SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition "
        "AND relnamespace = current_schema()::regnamespace ORDER BY relname COLLATE \"C\""_s,
        u"SELECT attname FROM pg_attribute WHERE attrelid = quote_ident(?)::regclass AND attnum > 0 "
        "AND NOT attisdropped ORDER BY attnum"_s,
        u"SELECT a.attname FROM pg_index i CROSS JOIN unnest(i.indkey::int[]) WITH ORDINALITY AS k (attnum, place) "
        "JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum "
        "WHERE i.indrelid = quote_ident(?)::regclass AND i.indisprimary ORDER BY k.place"_s,
        u"SELECT DISTINCT c.relname FROM pg_constraint f JOIN pg_class c ON c.oid = f.confrelid "
        "WHERE f.contype = 'f' AND f.conrelid = quote_ident(?)::regclass"_s,
        u"SELECT 1 FROM pg_attribute WHERE attrelid = quote_ident(?)::regclass AND attidentity <> ''"_s};
    return dialect == Dialect::Sqlite ? sqlite : postgres;
}

Result<Table> describe(Database &database, const Catalogue &catalogue, const QString &name)
{
    const Result<QStringList> columns = textsFrom(database, catalogue.columns, {name});
    const Result<QStringList> key = textsFrom(database, catalogue.key, {name});
    const Result<QStringList> references = textsFrom(database, catalogue.references, {name});
    const Result<QStringList> numbered = textsFrom(database, catalogue.numbered, {name});
    for (const Result<QStringList> *part : {&columns, &key, &references, &numbered}) {
        if (!*part)
            return passOn(*part);
    }
    Table table{name, *columns, *key, *references, !numbered->isEmpty()};
    table.refersTo.removeAll(name); // to itself: its own order by number suffices
    return table;
}

/// Each table after those that it refers to.
QList<Table> sorted(QList<Table> tables)
{
    QList<Table> done;
    QStringList names;
    while (!tables.isEmpty()) {
        const auto next = std::ranges::find_if(tables, [&](const Table &table) {
            return std::ranges::all_of(table.refersTo, [&](const QString &name) { return names.contains(name); });
        });
        if (next == tables.end())
            return done + tables; // in a circle, which our schema has not
        names.append(next->name);
        done.append(*next);
        tables.erase(next);
    }
    return done;
}

/// Qt takes bytes without a buffer for NULL; to us they are none.
QVariant plain(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull() ? QVariant(QByteArray("")) : value;
}

QString insertStatement(const Table &table, qsizetype rows)
{
    const QString one = u"(?"_s + u", ?"_s.repeated(table.columns.size() - 1) + u')';
    return u"INSERT INTO %1 (%2) VALUES %3"_s.arg(quoted(table.name), quoted(table.columns),
                                                   one + (u", "_s + one).repeated(rows - 1));
}

/// The sequence behind a numbered table's "id".
QString sequenceOf(const Table &table)
{
    return u"pg_get_serial_sequence(quote_ident('%1'), 'id')"_s.arg(table.name);
}

} // namespace

namespace tables {

Result<QList<Table>> of(Database &database)
{
    const Catalogue &catalogue = catalogueOf(database.dialect());
    Result<QStringList> names = textsFrom(database, catalogue.tables);
    if (!names)
        return passOn(names);
    names->removeAll(u"schema_version"_s);
    QList<Table> found;
    for (const QString &name : std::as_const(*names)) {
        const Result<Table> table = describe(database, catalogue, name);
        if (!table)
            return passOn(table);
        found.append(*table);
    }
    return sorted(std::move(found));
}

Result<QMap<QString, qint64>> countRows(Database &database)
{
    const Result<QList<Table>> all = of(database);
    if (!all)
        return passOn(all);
    QMap<QString, qint64> counts;
    for (const Table &table : *all) {
        const Result<qint64> count = numberFrom(database, u"SELECT count(*) FROM "_s + quoted(table.name));
        if (!count)
            return passOn(count);
        counts.insert(table.name, *count);
    }
    return counts;
}

Result<> insert(Database &database, const Table &table, const QList<TableRow> &rows)
{
    for (qsizetype at = 0; at < rows.size();) {
        // Two statements only, one row or many, so that few are prepared.
        const qsizetype count = rows.size() - at >= rowsAtOnce ? rowsAtOnce : 1;
        QVariantList values;
        for (qsizetype i = at; i < at + count; ++i) {
            for (const QVariant &value : rows[i])
                values.append(plain(value));
        }
        if (const Result<Rows> done = database.run(insertStatement(table, count), values); !done)
            return passOn(done);
        at += count;
    }
    return {};
}

Result<qint64> lastNumber(Database &database, const Table &table)
{
    QString sql = u"SELECT seq FROM sqlite_sequence WHERE name = '%1'"_s.arg(table.name);
    if (database.dialect() == Dialect::PostgreSql) {
        Result<QStringList> sequence = textsFrom(database, u"SELECT "_s + sequenceOf(table));
        if (!sequence)
            return passOn(sequence);
        sql = u"SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM "_s + sequence->value(0);
    }
    return numberFrom(database, sql);
}

Result<> setLastNumber(Database &database, const Table &table, qint64 number)
{
    if (number == 0)
        return {};
    if (database.dialect() == Dialect::PostgreSql) {
        const Result<Rows> set = database.run(u"SELECT setval(%1, ?)"_s.arg(sequenceOf(table)), {number});
        if (!set)
            return passOn(set);
        return {};
    }
    const Result<Rows> gone = database.run(u"DELETE FROM sqlite_sequence WHERE name = ?"_s, {table.name});
    if (!gone)
        return passOn(gone);
    const Result<Rows> set =
        database.run(u"INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)"_s, {table.name, number});
    if (!set)
        return passOn(set);
    return {};
}

} // namespace tables

TableReader::TableReader(Database &database, Table table)
    : m_database(database)
    , m_table(std::move(table))
{
    for (const QString &column : std::as_const(m_table.key))
        m_keyAt.append(m_table.columns.indexOf(column));
}

QString TableReader::statement(int atMost) const
{
    const QString key = quoted(m_table.key);
    const QString beyond =
        m_after.isEmpty() ? QString()
                          : u"WHERE (%1) > (?%2) "_s.arg(key, u", ?"_s.repeated(m_table.key.size() - 1));
    return u"SELECT %1 FROM %2 %3ORDER BY %4 LIMIT %5"_s.arg(quoted(m_table.columns), quoted(m_table.name), beyond,
                                                              key, QString::number(atMost));
}

Result<QList<TableRow>> TableReader::next(int atMost)
{
    Result<Rows> rows = m_database.run(statement(atMost), m_after);
    if (!rows)
        return passOn(rows);
    QList<TableRow> page;
    while (rows->next()) {
        TableRow row;
        for (int i = 0; i < m_table.columns.size(); ++i)
            row.append(rows->isNull(i) ? QVariant() : plain(rows->value(i)));
        page.append(std::move(row));
    }
    if (!page.isEmpty()) {
        m_after.clear();
        for (const qsizetype at : std::as_const(m_keyAt))
            m_after.append(page.last()[at]);
    }
    return page;
}

} // namespace shirase
