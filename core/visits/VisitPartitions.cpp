// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitPartitions.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"

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
        Result<> made =
            m_database.command(u"CREATE TABLE IF NOT EXISTS %1 PARTITION OF visit FOR VALUES IN (%2)"_s.arg(
                name, QString::number(japan::toNumber(day))));
        if (!made)
            return made;
        // The planner's statistics would keep samples of these beyond the day.
        Result<> unsampled = m_database.command(
            u"ALTER TABLE %1 ALTER COLUMN who SET STATISTICS 0, ALTER COLUMN sealed_address SET STATISTICS 0"_s.arg(
                name));
        if (!unsampled)
            return unsampled;
    }
    m_database.afterCommit([this, day] { m_known.insert(day); });
    return {};
}

Result<bool> VisitPartitions::exists(const QString &table)
{
    Result<Rows> rows = m_database.run(u"SELECT to_regclass(?) IS NOT NULL"_s, {table});
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
