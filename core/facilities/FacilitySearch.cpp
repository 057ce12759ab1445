// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilitySearch.h"

#include "core/facilities/FacilityRow.h"

#include <QHash>

namespace shirase {

using namespace Qt::StringLiterals;

Result<QList<FacilityId>> FacilitySearch::ids(const FacilityQuery &query, int atMost)
{
    if (const Result<> refreshed = m_index.refresh(m_database); !refreshed)
        return passOn(refreshed);
    return m_index.ids(query, atMost);
}

Result<QList<Facility>> FacilitySearch::rows(const QList<FacilityId> &ids)
{
    static const QString sql = u"SELECT "_s + facilityRow::selection + u"WHERE f.id IN ("_s +
                               QStringList(rowsAtOnce, u"?"_s).join(u',') + u')';
    QList<Facility> facilities;
    for (qsizetype first = 0; first < ids.size(); first += rowsAtOnce) {
        const QList<FacilityId> wanted = ids.mid(first, rowsAtOnce);
        QVariantList values(wanted.begin(), wanted.end());
        values.resize(rowsAtOnce,
                      QVariant(qint64(0))); // one statement for every number of rows; no facility has 0
        Result<Rows> found = m_database.run(sql, values);
        if (!found)
            return passOn(found);
        QHash<FacilityId, Facility> byId;
        for (Facility &facility : facilityRow::readAll(*found))
            byId.emplace(facility.id, std::move(facility));
        for (const FacilityId id : wanted) {
            if (const auto one = byId.constFind(id); one != byId.constEnd())
                facilities.append(*one);
        }
    }
    return facilities;
}

Result<bool> FacilitySearch::forEach(const QList<FacilityId> &ids, const std::function<bool(int done)> &goOn,
                                     const std::function<void(const Facility &)> &function)
{
    constexpr qsizetype readAtOnce = 8 * rowsAtOnce;
    for (qsizetype first = 0; first < ids.size(); first += readAtOnce) {
        if (!goOn(int(first)))
            return false;
        const Result<QList<Facility>> facilities = rows(ids.mid(first, readAtOnce));
        if (!facilities)
            return passOn(facilities);
        for (const Facility &facility : *facilities)
            function(facility);
    }
    return true;
}

Result<QStringList> FacilitySearch::municipalities(int atMost)
{
    Result<Rows> rows = m_database.run(u"SELECT municipality FROM facility WHERE municipality <> '' "
                                       "GROUP BY municipality ORDER BY count(*) DESC, municipality LIMIT ?"_s,
                                       {atMost});
    if (!rows)
        return passOn(rows);
    QStringList names;
    while (rows->next())
        names << rows->text(0);
    return names;
}

} // namespace shirase
