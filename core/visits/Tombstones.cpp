// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/Tombstones.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitColumns.h"

#include <set>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;
constexpr qsizetype askedAtOnce = 50; // each number of visits is a statement of its own

} // namespace

Result<> Tombstones::add(const QList<VisitKey> &visits)
{
    Result<Transaction> transaction = Transaction::begin(m_vault, Transaction::Writers::Many);
    if (!transaction)
        return passOn(transaction);
    for (const VisitKey &visit : visits) {
        const Result<Rows> marked =
            m_vault.run(u"INSERT INTO erased_visit (day, facility_id, scanned_at, who) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT DO NOTHING"_s,
                        visitColumns::values(visit));
        if (!marked)
            return passOn(marked);
    }
    return transaction->commit();
}

Result<bool> Tombstones::contains(const VisitKey &visit)
{
    const Result<QList<VisitKey>> found = among({visit});
    if (!found)
        return passOn(found);
    return !found->isEmpty();
}

Result<QList<VisitKey>> Tombstones::at(FacilityId facility, QDate day)
{
    return where(u"day = ? AND facility_id = ?"_s, {japan::toNumber(day), facility});
}

Result<QList<VisitKey>> Tombstones::where(const QString &condition, const QVariantList &values)
{
    Result<Rows> rows =
        m_vault.run(u"SELECT day, facility_id, scanned_at, who FROM erased_visit WHERE "_s + condition, values);
    if (!rows)
        return passOn(rows);
    QList<VisitKey> found;
    while (rows->next())
        found.append(visitColumns::keyOf(*rows));
    return found;
}

Result<bool> Tombstones::anyOf(const QList<VisitKey> &visits)
{
    std::set<int> days;
    for (const VisitKey &visit : visits)
        days.insert(japan::toNumber(visit.day));
    for (const int day : days) {
        Result<Rows> rows = m_vault.run(u"SELECT 1 FROM erased_visit WHERE day = ? LIMIT 1"_s, {day});
        if (!rows)
            return passOn(rows);
        if (rows->next())
            return true;
    }
    return false;
}

Result<QList<VisitKey>> Tombstones::among(const QList<VisitKey> &visits)
{
    // Of most days nobody is: then there is no need to ask for each of those who register together, which is dearer.
    const Result<bool> any = anyOf(visits);
    if (!any)
        return passOn(any);
    if (!*any)
        return QList<VisitKey>();
    const QString one = u"("_s + visitColumns::condition + u')';
    QList<VisitKey> found;
    for (qsizetype first = 0; first < visits.size(); first += askedAtOnce) {
        const QList<VisitKey> some = visits.mid(first, askedAtOnce);
        QVariantList values;
        for (const VisitKey &visit : some)
            values += visitColumns::values(visit);
        const Result<QList<VisitKey>> marked = where(one + (u" OR "_s + one).repeated(some.size() - 1), values);
        if (!marked)
            return passOn(marked);
        found += *marked;
    }
    return found;
}

Result<> Tombstones::forEach(const std::function<bool(const VisitKey &)> &function)
{
    VisitKey last{QDate(1, 1, 1), 0, 0, ""}; // before all of them
    while (true) {
        QList<VisitKey> page;
        {
            Result<Rows> rows =
                m_vault.run(u"SELECT day, facility_id, scanned_at, who FROM erased_visit "
                            "WHERE (day, facility_id, scanned_at, who) > (?, ?, ?, ?) "
                            "ORDER BY day, facility_id, scanned_at, who LIMIT ?"_s,
                            visitColumns::values(last) << pageSize);
            if (!rows)
                return passOn(rows);
            while (rows->next())
                page.append(visitColumns::keyOf(*rows));
        }
        for (const VisitKey &visit : page) {
            if (!function(visit))
                return {};
        }
        if (page.size() < pageSize)
            return {};
        last = page.last();
    }
}

Result<int> Tombstones::forget(QDate until, int atMost)
{
    return changedBy(m_vault,
                     u"DELETE FROM erased_visit WHERE (day, facility_id, scanned_at, who) IN "
                     "(SELECT day, facility_id, scanned_at, who FROM erased_visit WHERE day <= ? "
                     "ORDER BY day, facility_id, scanned_at, who LIMIT ?)"_s,
                     {japan::toNumber(until), atMost});
}

} // namespace shirase
