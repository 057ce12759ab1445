// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilitySearch.h"

#include "core/facilities/FacilityKeys.h"
#include "core/facilities/FacilityRow.h"
#include "core/facilities/FacilityStore.h"
#include "core/facilities/PostalArea.h"
#include "core/foundation/JapaneseTime.h"

#include <QHash>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Condition
{
    QStringList parts;
    QVariantList values;

    void add(const QString &part, const QVariantList &bound)
    {
        parts << part;
        values << bound;
    }
    [[nodiscard]] QString sql() const
    {
        return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(u" AND "_s);
    }
};

void addArea(Condition &condition, const QString &typed)
{
    const QString wanted = FacilityKeys::folded(typed);
    if (wanted.isEmpty())
        return;
    if (wanted.front().isDigit()) {
        QString code = QString(wanted).remove(u'-');
        if (code.size() > 3)
            code.insert(3, u'-');
        condition.add(u"postal_code LIKE ? ESCAPE '\\'"_s, {FacilityKeys::atTheBeginning(code)});
        return;
    }
    const PostalArea area = PostalArea::of(wanted);
    if (!area.rest.isEmpty())
        condition.add(u"place_key LIKE ? ESCAPE '\\'"_s, {FacilityKeys::atTheBeginning(area.rest)});
    // Many leave out the prefecture of their own office.
    if (!area.prefecture.isEmpty())
        condition.add(u"prefecture IN (?, '')"_s, {area.prefecture});
}

Condition conditionOf(const FacilityQuery &query)
{
    Condition condition;
    if (query.kind)
        condition.add(u"kind = ?"_s, {toText(*query.kind)});
    if (query.state)
        condition.add(u"state = ?"_s, {toText(*query.state)});
    if (query.registeredFrom)
        condition.add(u"created_at >= ?"_s, {japan::startOf(*query.registeredFrom)});
    if (query.registeredUntil)
        condition.add(u"created_at < ?"_s, {japan::startOf(query.registeredUntil->addDays(1))});
    addArea(condition, query.area);
    for (const QString &word : FacilityKeys::wordsOf(query.search))
        condition.add(u"search_text LIKE ? ESCAPE '\\'"_s, {FacilityKeys::anywhere(word)});
    return condition;
}

QStringList columnsOf(FacilityOrder order)
{
    switch (order) {
    case FacilityOrder::Name:
        return {u"name_key"_s};
    case FacilityOrder::Kind:
        return {u"CASE kind WHEN 'store' THEN 0 WHEN 'event' THEN 1 ELSE 2 END"_s, u"name_key"_s};
    case FacilityOrder::Address:
        return {u"place_key"_s, u"name_key"_s};
    case FacilityOrder::State:
        return {u"CASE state WHEN 'active' THEN 0 WHEN 'suspended' THEN 1 ELSE 2 END"_s, u"name_key"_s};
    case FacilityOrder::Registered:
        return {u"created_at"_s};
    }
    Q_UNREACHABLE();
}

// Where everything is wanted an index gives the order. Where rows are left out, walking the table in its own
// order and sorting what is found is several times faster than reaching each row through that index:
// coalesce() keeps the planner from the index.
QString orderOf(const FacilityQuery &query, bool useIndex)
{
    const QString direction = query.direction == Qt::AscendingOrder ? u" ASC"_s : u" DESC"_s;
    QStringList parts;
    for (const QString &column : columnsOf(query.order)) {
        const bool plain = useIndex || column.startsWith(u"CASE"_s) || column == u"created_at"_s;
        parts << (plain ? column : u"coalesce(%1, '')"_s.arg(column)) + direction;
    }
    parts << u"id"_s + direction;
    return u" ORDER BY "_s + parts.join(u", "_s);
}

} // namespace

Result<QList<FacilityId>> FacilitySearch::ids(const FacilityQuery &query, int atMost)
{
    const Condition condition = conditionOf(query);
    QString sql = u"SELECT id FROM facility"_s + condition.sql() + orderOf(query, condition.parts.isEmpty());
    QVariantList values = condition.values;
    if (atMost > 0) {
        sql += u" LIMIT ?"_s;
        values << atMost;
    }
    Result<Rows> rows = m_database.run(sql, values);
    if (!rows)
        return passOn(rows);
    QList<FacilityId> ids;
    while (rows->next())
        ids.append(rows->number(0));
    return ids;
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
            byId.insert(facility.id, std::move(facility));
        for (const FacilityId id : wanted) {
            if (const auto one = byId.constFind(id); one != byId.constEnd())
                facilities.append(*one);
        }
    }
    return facilities;
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
