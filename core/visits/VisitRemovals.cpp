// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitRemovals.h"

#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitPartitions.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<> VisitRemovals::note(Database &database, QDate day)
{
    if (database.dialect() == Dialect::Sqlite)
        return {};
    // A row for each removal, never one for the day: what a purge has read and may forget is told from what came after.
    const Result<Rows> noted = database.run(u"INSERT INTO visit_removal (day) VALUES (?)"_s, {japan::toNumber(day)});
    if (!noted)
        return passOn(noted);
    return {};
}

Result<> VisitRemovals::purge(const QStringList &tables)
{
    QList<qint64> ids;
    QList<QDate> days;
    {
        Result<Rows> rows = m_database.run(u"SELECT id, day FROM visit_removal ORDER BY day"_s);
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            ids.append(rows->number(0));
            const QDate day = japan::fromNumber(int(rows->number(1)));
            if (days.isEmpty() || days.last() != day)
                days.append(day);
        }
    }
    const Result<QStringList> partitions = VisitPartitions(m_database).tablesOf(days);
    if (!partitions)
        return passOn(partitions);
    if (const Result<> purged = m_database.purge(tables + *partitions); !purged)
        return purged;
    for (const qint64 id : ids) {
        const Result<Rows> forgotten = m_database.run(u"DELETE FROM visit_removal WHERE id = ?"_s, {id});
        if (!forgotten)
            return passOn(forgotten);
    }
    return {};
}

} // namespace shirase
