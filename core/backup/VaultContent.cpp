// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/VaultContent.h"

#include "core/database/Answers.h"
#include "core/database/Migrations.h"
#include "core/database/Tables.h"
#include "core/foundation/CborMap.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

#include <algorithm>

namespace shirase::vaultContent {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

std::unexpected<Error> unreadable()
{
    return fail(ErrorCode::Corrupt, Tr::tr("The key file's content cannot be read."));
}

QCborValue toCbor(const QVariant &value)
{
    if (value.isNull())
        return QCborValue(QCborValue::Null);
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return value.toByteArray();
    case QMetaType::QString:
        return value.toString();
    default:
        return value.toLongLong();
    }
}

Result<QVariant> fromCbor(const QCborValue &value)
{
    switch (value.type()) {
    case QCborValue::Null:
        return QVariant();
    case QCborValue::Integer:
        return QVariant(value.toInteger());
    case QCborValue::String:
        return QVariant(value.toString());
    case QCborValue::ByteArray:
        return QVariant(value.toByteArray());
    default:
        return unreadable();
    }
}

Result<QCborArray> rowsOf(Database &vault, const Table &table)
{
    QCborArray all;
    TableReader reader(vault, table);
    while (true) {
        const Result<QList<TableRow>> page = reader.next(pageSize);
        if (!page)
            return passOn(page);
        if (page->isEmpty())
            return all;
        for (const TableRow &row : *page) {
            QCborArray values;
            for (const QVariant &value : row)
                values.append(toCbor(value));
            all.append(values);
        }
    }
}

Result<QList<TableRow>> rowsFrom(const QCborArray &all, qsizetype columns)
{
    QList<TableRow> rows;
    for (const QCborValue each : all) {
        const QCborArray values = each.toArray();
        TableRow row;
        for (const QCborValue value : values) {
            const Result<QVariant> read = fromCbor(value);
            if (!read)
                return passOn(read);
            row.append(*read);
        }
        if (row.size() != columns)
            return unreadable();
        rows.append(row);
    }
    return rows;
}

/// The rows of one table, in whatever order its columns had there.
Result<> writeTable(Database &vault, Table table, const QCborMap &content)
{
    QStringList columns;
    for (const QCborValue column : content[u"columns"_s].toArray())
        columns.append(column.toString());
    // Names of ours only, so that nothing else ever gets into a statement.
    if (columns.isEmpty()
        || !std::ranges::all_of(columns, [&](const QString &name) { return table.columns.contains(name); }))
        return unreadable();
    const Result<QList<TableRow>> rows = rowsFrom(content[u"rows"_s].toArray(), columns.size());
    if (!rows)
        return passOn(rows);
    // What a migration has put there.
    if (const Result<> emptied = vault.command(u"DELETE FROM \"%1\""_s.arg(table.name)); !emptied)
        return emptied;
    table.columns = columns;
    return tables::insert(vault, table, *rows);
}

Result<> writeTables(Database &vault, const QCborMap &content)
{
    const Result<QList<Table>> known = tables::of(vault);
    if (!known)
        return passOn(known);
    Result<Transaction> transaction = Transaction::begin(vault);
    if (!transaction)
        return passOn(transaction);
    qsizetype written = 0;
    for (const Table &table : *known) {
        const auto found = content.constFind(table.name);
        if (found == content.constEnd())
            continue;
        if (const Result<> done = writeTable(vault, table, found->toMap()); !done)
            return done;
        ++written;
    }
    if (written != content.size())
        return unreadable();
    return transaction->commit();
}

} // namespace

Result<QByteArray> read(Database &vault)
{
    Result<Transaction> moment = Transaction::begin(vault, Transaction::Writers::None);
    if (!moment)
        return passOn(moment);
    const Result<int> schema = countFrom(vault, u"SELECT max(version) FROM schema_version"_s);
    if (!schema)
        return passOn(schema);
    const Result<QList<Table>> all = tables::of(vault);
    if (!all)
        return passOn(all);
    QCborMap content;
    for (const Table &table : *all) {
        const Result<QCborArray> rows = rowsOf(vault, table);
        if (!rows)
            return passOn(rows);
        content.insert(table.name, QCborMap{{u"columns"_s, QCborArray::fromStringList(table.columns)},
                                            {u"rows"_s, *rows}});
    }
    return QCborMap{{u"schema"_s, *schema}, {u"tables"_s, content}}.toCborValue().toCbor();
}

Result<int> schemaOf(const QByteArray &content)
{
    const QCborMap map = cborMapOf(content);
    const qint64 schema = map[u"schema"_s].toInteger();
    if (schema < 1 || !map[u"tables"_s].isMap())
        return unreadable();
    if (schema > Migrations::newest(Migrations::Schema::Vault))
        return fail(ErrorCode::NewerSchema, Tr::tr("The key file was written by a newer version of Shirase. Please update "
                                                   "Shirase first."));
    return int(schema);
}

Result<> write(Database &vault, const QByteArray &content)
{
    const Result<int> schema = schemaOf(content);
    if (!schema)
        return passOn(schema);
    if (const Result<> ready = Migrations::apply(vault, Migrations::Schema::Vault, *schema); !ready)
        return ready;
    const QCborMap map = cborMapOf(content);
    if (const Result<> written = writeTables(vault, map[u"tables"_s].toMap()); !written)
        return written;
    return Migrations::apply(vault, Migrations::Schema::Vault);
}

} // namespace shirase::vaultContent
