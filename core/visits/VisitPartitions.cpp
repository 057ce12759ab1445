// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitPartitions.h"

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
    const Result<> made =
        m_database.command(u"CREATE TABLE IF NOT EXISTS %1 PARTITION OF visit FOR VALUES IN (%2)"_s.arg(
            nameOf(day), QString::number(japan::toNumber(day))));
    if (!made)
        return made;
    m_database.afterCommit([this, day] { m_known.insert(day); });
    return {};
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
    Result<Transaction> transaction = Transaction::begin(m_database, Transaction::Writers::Many);
    if (!transaction)
        return passOn(transaction);
    int visits = 0;
    {
        Result<Rows> rows =
            m_database.run(u"SELECT count(*) FROM visit WHERE day = ?"_s, {japan::toNumber(day)});
        if (!rows)
            return passOn(rows);
        visits = rows->next() ? int(rows->number(0)) : 0;
    }
    if (const Result<> dropped = m_database.command(u"DROP TABLE "_s + nameOf(day)); !dropped)
        return passOn(dropped);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    m_known.remove(day);
    return visits;
}

} // namespace shirase
