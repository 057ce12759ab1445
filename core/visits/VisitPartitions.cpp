// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitPartitions.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitLock.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView prefix("visit_");

QString nameOf(QDate day)
{
    return prefix + QString::number(japan::toNumber(day));
}

} // namespace

Result<> VisitPartitions::ensure(QDate day)
{
    if (m_database.dialect() == Dialect::Sqlite || m_known.contains(day))
        return {};
    const QString name = nameOf(day);
    const Result<bool> there = exists(name);
    if (!there)
        return passOn(there);
    if (!*there) {
        if (const Result<> made = make(name, day); !made)
            return made;
    }
    m_database.afterCommit([this, day] { m_known.insert(day); });
    return {};
}

// Made by itself and attached then: to make it a partition at once would take the whole table away from everybody, and a
// backup that reads it would keep the first registration of a day out, with all behind it, until it has ended
// (postgresql.org/docs/15/sql-createtable.html, PARTITION OF).
Result<> VisitPartitions::make(const QString &table, QDate day)
{
    // One server after the other, each day by itself.
    if (const Result<> turn = m_database.command(VisitLock::ofDay(day).takenBy(u"pg_advisory_xact_lock"_s)); !turn)
        return turn;
    const Result<bool> made = exists(table);
    if (!made)
        return passOn(made);
    if (*made)
        return {};
    return m_database.commandAll(
        {u"CREATE TABLE %1 (LIKE visit INCLUDING ALL)"_s.arg(table),
         // The planner's statistics would keep samples of these beyond the day.
         u"ALTER TABLE %1 ALTER COLUMN who SET STATISTICS 0, ALTER COLUMN sealed_address SET STATISTICS 0"_s.arg(table),
         u"ALTER TABLE visit ATTACH PARTITION %1 FOR VALUES IN (%2)"_s.arg(table, QString::number(japan::toNumber(day)))});
}

// Not by to_regclass(), which may answer from what this connection knew before it had to wait.
Result<bool> VisitPartitions::exists(const QString &table)
{
    Result<Rows> rows = m_database.run(
        u"SELECT EXISTS (SELECT 1 FROM pg_class WHERE relname = ? AND relnamespace = current_schema()::regnamespace)"_s,
        {table});
    if (!rows)
        return passOn(rows);
    return rows->next() && rows->value(0).toBool();
}

Result<QStringList> VisitPartitions::tablesOf(const QList<QDate> &days)
{
    QStringList tables;
    if (m_database.dialect() == Dialect::Sqlite)
        return tables;
    for (const QDate day : days) {
        const Result<bool> there = exists(nameOf(day));
        if (!there)
            return passOn(there);
        if (*there)
            tables.append(nameOf(day));
    }
    return tables;
}

Result<QList<QDate>> VisitPartitions::until(QDate day)
{
    if (m_database.dialect() == Dialect::Sqlite)
        return QList<QDate>();
    Result<Rows> rows =
        m_database.run(u"SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid "
                       "WHERE i.inhparent = 'visit'::regclass ORDER BY c.relname"_s);
    if (!rows)
        return passOn(rows);
    QList<QDate> days;
    while (rows->next()) {
        const QDate one = japan::fromNumber(rows->text(0).mid(prefix.size()).toInt());
        if (one <= day)
            days.append(one);
    }
    return days;
}

Result<int> VisitPartitions::drop(QDate day)
{
    Q_ASSERT(m_database.inTransaction());
    Result<int> visits = countFrom(m_database, u"SELECT count(*) FROM visit WHERE day = ?"_s, {japan::toNumber(day)});
    if (!visits)
        return visits;
    // Dropping locks the whole table: while it waits for somebody who reads, nobody else can register.
    if (const Result<> brief = m_database.command(u"SET LOCAL lock_timeout = 20"_s); !brief)
        return passOn(brief);
    if (const Result<> dropped = m_database.command(u"DROP TABLE "_s + nameOf(day)); !dropped)
        return passOn(dropped);
    m_database.afterCommit([this, day] { m_known.remove(day); });
    return visits;
}

} // namespace shirase
