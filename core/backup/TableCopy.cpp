// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/TableCopy.h"

#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitPartitions.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

namespace shirase::tableCopy {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000; // rows

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TableCopy)
};

Result<QList<Table>> copiedTables(Database &database)
{
    Result<QList<Table>> all = tables::of(database);
    if (!all)
        return all;
    // Both are for those who use one database at one time.
    all->removeIf([](const Table &table) { return table.name == u"lease" || table.name == u"change_count"; });
    for (Table &table : *all)
        std::ranges::sort(table.columns); // the same on either side, whatever order they were made in
    return all;
}

qint64 total(const QMap<QString, qint64> &counts)
{
    qint64 sum = 0;
    for (const qint64 count : counts)
        sum += count;
    return sum;
}

/// Counts the rows of all tables for a stage's progress.
class RowProgress
{
public:
    RowProgress(qint64 total, const StageProgress &progress)
        : m_total(total)
        , m_progress(progress)
    {}
    [[nodiscard]] Result<> add(qint64 rows)
    {
        m_done += rows;
        return m_progress(std::min(m_done, m_total), m_total);
    }

private:
    qint64 m_total;
    qint64 m_done = 0;
    const StageProgress &m_progress;
};

/// Calls the function with each page of a table.
Result<> forEachPage(Database &database, const Table &table, RowProgress &progress,
                     const std::function<Result<>(const QList<TableRow> &)> &function)
{
    TableReader reader(database, table);
    while (true) {
        const Result<QList<TableRow>> page = reader.next(pageSize);
        if (!page)
            return passOn(page);
        if (page->isEmpty())
            return {};
        if (const Result<> done = function(*page); !done)
            return done;
        if (const Result<> wanted = progress.add(page->size()); !wanted)
            return wanted;
    }
}

Result<RowDigest> digestOf(Database &database, const Table &table, RowProgress &progress)
{
    RowDigest digest;
    const Result<> read = forEachPage(database, table, progress, [&](const QList<TableRow> &page) {
        for (const TableRow &row : page)
            digest.add(row);
        return Result<>();
    });
    if (!read)
        return passOn(read);
    return digest;
}

/// On PostgreSQL a day's visits need a partition to go into.
class Rooms
{
public:
    explicit Rooms(Database &database)
        : m_partitions(database)
    {}
    [[nodiscard]] Result<> ensure(const Table &table, const QList<TableRow> &rows)
    {
        if (table.name != u"visit")
            return {};
        const qsizetype at = table.columns.indexOf(u"day"_s);
        for (const TableRow &row : rows) {
            const QDate day = japan::fromNumber(row[at].toInt());
            if (m_made.contains(day))
                continue;
            if (const Result<> made = m_partitions.ensure(day); !made)
                return made;
            m_made.insert(day);
        }
        return {};
    }

private:
    VisitPartitions m_partitions;
    QSet<QDate> m_made;
};

Result<> emptyOf(Database &database, const QList<Table> &all)
{
    // What the migrations have put there; those that refer to others go before them.
    for (auto table = all.rbegin(); table != all.rend(); ++table) {
        if (const Result<> emptied = database.command(u"DELETE FROM \"%1\""_s.arg(table->name)); !emptied)
            return emptied;
    }
    return {};
}

/// The tables of both sides; it is a bug if they differ.
Result<QList<Table>> commonTables(Database &from, Database &to)
{
    Result<QList<Table>> here = copiedTables(from);
    if (!here)
        return here;
    Result<QList<Table>> there = copiedTables(to);
    if (!there)
        return there;
    for (const Table &table : *there) {
        const auto found = std::ranges::find(*here, table.name, &Table::name);
        if (found == here->end() || found->columns != table.columns || found->numbered != table.numbered)
            return fail(ErrorCode::Internal, u"The two databases have different tables."_s, table.name);
    }
    if (there->size() != here->size())
        return fail(ErrorCode::Internal, u"The two databases have different tables."_s);
    return there; // in the order in which its rows may refer to others
}

Result<RowDigest> copyTable(Database &from, Database &to, const Table &table, Rooms &rooms, RowProgress &progress)
{
    RowDigest digest;
    const Result<> copied = forEachPage(from, table, progress, [&](const QList<TableRow> &page) -> Result<> {
        if (const Result<> ready = rooms.ensure(table, page); !ready)
            return ready;
        for (const TableRow &row : page)
            digest.add(row);
        return tables::insert(to, table, page);
    });
    if (!copied)
        return passOn(copied);
    if (table.numbered) {
        const Result<qint64> last = tables::lastNumber(from, table);
        if (!last)
            return passOn(last);
        if (const Result<> set = tables::setLastNumber(to, table, *last); !set)
            return passOn(set);
    }
    return digest;
}

} // namespace

Result<Digests> digestsOf(Database &database, const StageProgress &progress)
{
    const Result<QList<Table>> all = copiedTables(database);
    if (!all)
        return passOn(all);
    const Result<QMap<QString, qint64>> counts = tables::countRows(database);
    if (!counts)
        return passOn(counts);
    RowProgress rows(total(*counts), progress);
    Digests digests;
    for (const Table &table : *all) {
        const Result<RowDigest> digest = digestOf(database, table, rows);
        if (!digest)
            return passOn(digest);
        digests.insert(table.name, *digest);
    }
    return digests;
}

Result<bool> isFresh(Database &database)
{
    const Result<QMap<QString, qint64>> counts = tables::countRows(database);
    if (!counts)
        return passOn(counts);
    // None of these has rows before the set-up, and one of them always has afterwards.
    for (const QString &name : {u"setting"_s, u"account"_s, u"office_key"_s, u"facility"_s, u"visit"_s, u"day_key"_s,
                                u"erased_visit"_s, u"audit"_s, u"audit_end"_s}) {
        if (counts->value(name) > 0)
            return false;
    }
    return true;
}

Result<Digests> copy(Database &from, Database &to, const StageProgress &progress)
{
    Result<Transaction> moment = Transaction::begin(from, Transaction::Writers::None);
    if (!moment)
        return passOn(moment);
    const Result<QList<Table>> all = commonTables(from, to);
    if (!all)
        return passOn(all);
    const Result<QMap<QString, qint64>> counts = tables::countRows(from);
    if (!counts)
        return passOn(counts);
    Result<Transaction> transaction = Transaction::begin(to);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> emptied = emptyOf(to, *all); !emptied)
        return passOn(emptied);
    RowProgress rows(2 * total(*counts), progress);
    Rooms rooms(to);
    Digests digests;
    for (const Table &table : *all) {
        const Result<RowDigest> digest = copyTable(from, to, table, rooms, rows);
        if (!digest)
            return passOn(digest);
        digests.insert(table.name, *digest);
    }
    for (const Table &table : *all) {
        const Result<RowDigest> readBack = digestOf(to, table, rows);
        if (!readBack)
            return passOn(readBack);
        if (*readBack != digests.value(table.name))
            return fail(ErrorCode::Corrupt,
                        Tr::tr("The table \"%1\" did not arrive as it was. Nothing has been changed; please report this.")
                            .arg(table.name));
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return digests;
}

} // namespace shirase::tableCopy
