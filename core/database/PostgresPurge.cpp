// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/PostgresPurge.h"

#include "core/database/Answers.h"

#include <QCoreApplication>

#include <chrono>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

/// How long each table waits for the transactions of others: twice as long as one of them may wait for a lock.
constexpr std::chrono::milliseconds patience(10'000);

/// The tables of our schema; the partitions of the visits go whole.
Result<QStringList> ownTables(Database &database)
{
    return textsFrom(database, u"SELECT quote_ident(relname) FROM pg_class WHERE relkind = 'r' "
                               "AND NOT relispartition AND relnamespace = current_schema()::regnamespace"_s);
}

} // namespace

Result<> PostgresPurge::run(const QStringList &tables)
{
    const Result<QStringList> all = tables.isEmpty() ? ownTables(m_database) : Result<QStringList>(tables);
    if (!all)
        return passOn(all);
    {
        Result<Rows> next = m_database.run(u"SELECT pg_snapshot_xmax(pg_current_snapshot())::text"_s);
        if (!next)
            return passOn(next);
        m_next = next->next() ? next->text(0) : QString();
    }
    for (const QString &table : *all) {
        if (const Result<> written = write(table); !written)
            return written;
    }
    return cutLog();
}

// VACUUM keeps deleted rows for whoever may look at them, and says nothing (postgresql.org/docs/15/routine-vacuuming.html). So
// who is known to do so is waited for, as a table that is being written anew keeps everybody out; and what it did counts.
Result<> PostgresPurge::write(const QString &table)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;; letOthersWrite()) {
        const Result<bool> older = isOlderAtWork();
        if (!older)
            return passOn(older);
        if (!*older) {
            if (const Result<> written = m_database.command(u"VACUUM (FULL) "_s + table); !written)
                return written;
            const Result<bool> clean = isClean(table);
            if (!clean)
                return passOn(clean);
            if (*clean)
                return {};
        }
        if (std::chrono::steady_clock::now() > end)
            return fail(ErrorCode::Busy, Tr::tr("The database is busy. Please try again."));
    }
}

// In this database whoever looks or writes; in the server's others whoever writes: the oldest of them holds back what we may
// take for deleted ourselves.
Result<bool> PostgresPurge::isOlderAtWork()
{
    Result<Rows> older = m_database.run(
        u"SELECT 1 FROM pg_stat_activity, age(CAST(CAST(? AS xid8) AS xid)) AS ours WHERE pid <> pg_backend_pid() "
        "AND (age(backend_xid) > ours "
        "OR (age(backend_xmin) > ours AND (datname IS NULL OR datname = current_database()))) LIMIT 1"_s,
        {m_next});
    if (!older)
        return passOn(older);
    return older->next();
}

// What is frozen up to here was nobody's to look at any more: VACUUM FULL notes for the table how far it could go. The list of
// who is at work does not have everybody: not who is just logging in, nor a prepared transaction, and it is no snapshot itself.
Result<bool> PostgresPurge::isClean(const QString &table)
{
    Result<Rows> rows = m_database.run(
        u"SELECT age(relfrozenxid) <= age(CAST(CAST(? AS xid8) AS xid)) FROM pg_class WHERE oid = CAST(? AS regclass)"_s,
        {m_next, table});
    if (!rows)
        return passOn(rows);
    return rows->next() && rows->value(0).toBool();
}

// The log's present file ends, and what was before it goes (with wal_recycle = off it is not used again). An account without
// these rights waits for the server to do so. They are asked for first: a function that may not be called is refused before
// any condition is looked at.
Result<> PostgresPurge::cutLog()
{
    Result<Rows> rights = m_database.run(u"SELECT has_function_privilege('pg_switch_wal()', 'execute'), "
                                         "pg_has_role('pg_checkpoint', 'usage')"_s);
    if (!rights)
        return passOn(rights);
    const bool known = rights->next();
    const bool maySwitch = known && rights->value(0).toBool();
    const bool mayWrite = known && rights->value(1).toBool();
    if (maySwitch) {
        if (const Result<Rows> switched = m_database.run(u"SELECT pg_switch_wal()"_s); !switched)
            return passOn(switched);
    }
    return mayWrite ? m_database.command(u"CHECKPOINT"_s) : Result<>();
}

} // namespace shirase
