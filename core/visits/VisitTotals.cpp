// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitTotals.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/vault/DayKeys.h"

#include <QHash>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int secondsPerHour = 3600;

} // namespace

Result<QList<DayTotal>> VisitTotals::byDay(QDate first, QDate last, const std::function<bool()> &goOn)
{
    QHash<QDate, int> kept;
    {
        Result<Rows> rows = m_database.run(u"SELECT day, registrations FROM visit_total "
                                           "WHERE day BETWEEN ? AND ? AND registrations IS NOT NULL"_s,
                                           {japan::toNumber(first), japan::toNumber(last)});
        if (!rows)
            return passOn(rows);
        while (rows->next())
            kept.insert(japan::fromNumber(int(rows->number(0))), int(rows->number(1)));
    }
    QList<DayTotal> totals;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        if (const auto known = kept.constFind(day); known != kept.constEnd()) {
            totals.append({day, *known});
            continue;
        }
        if (!goOn())
            return fail(ErrorCode::Conflict, u"The counting was cancelled."_s);
        const Result<int> counted = count(day);
        if (!counted)
            return passOn(counted);
        totals.append({day, *counted});
    }
    return totals;
}

Result<VisitTotals::Hours> VisitTotals::byHour(QDate day)
{
    Result<Rows> rows = m_database.run(
        u"SELECT (scanned_at - ?) / ?, count(*) FROM visit WHERE day = ? GROUP BY 1"_s,
        {japan::startOf(day), secondsPerHour, japan::toNumber(day)});
    if (!rows)
        return passOn(rows);
    Hours hours{};
    while (rows->next()) {
        if (const qint64 hour = rows->number(0); hour >= 0 && hour < hoursADay)
            hours[size_t(hour)] = int(rows->number(1));
    }
    return hours;
}

Result<int> VisitTotals::count(QDate day)
{
    return countFrom(m_database, u"SELECT count(*) FROM visit WHERE day = ?"_s, {japan::toNumber(day)});
}

Result<bool> VisitTotals::isLarge(QDate day)
{
    Result<Rows> rows =
        m_database.run(u"SELECT count(*) FROM (SELECT 1 FROM visit WHERE day = ? LIMIT ?) AS few"_s,
                       {japan::toNumber(day), smallestKept});
    if (!rows)
        return passOn(rows);
    return rows->next() && rows->number(0) == smallestKept;
}

Result<> VisitTotals::keep(QDate first, qint64 now)
{
    const Result<Rows> forgotten =
        m_database.run(u"DELETE FROM visit_total WHERE day < ?"_s, {japan::toNumber(first)});
    if (!forgotten)
        return passOn(forgotten);
    const QDate open = japan::dayOf(now - DayKeys::graceSeconds);
    for (QDate day = first; day < open; day = day.addDays(1)) {
        if (const Result<> kept = keepDay(day); !kept)
            return kept;
    }
    return {};
}

// Without a lock that registrations would wait for: the day is marked, counted, and the number stands only if the
// mark still does. Whoever erases a visit of that day meanwhile takes the mark with it.
Result<> VisitTotals::keepDay(QDate day)
{
    const int number = japan::toNumber(day);
    {
        Result<Rows> known =
            m_database.run(u"SELECT registrations IS NULL FROM visit_total WHERE day = ?"_s, {number});
        if (!known)
            return passOn(known);
        if (known->next() && !known->value(0).toBool())
            return {};
    }
    const Result<bool> large = isLarge(day);
    if (!large)
        return passOn(large);
    if (!*large)
        return {};
    const Result<Rows> marked = m_database.run(
        u"INSERT INTO visit_total (day, registrations) VALUES (?, NULL) ON CONFLICT DO NOTHING"_s, {number});
    if (!marked)
        return passOn(marked);
    const Result<int> registrations = count(day);
    if (!registrations)
        return passOn(registrations);
    const Result<Rows> kept = m_database.run(
        u"UPDATE visit_total SET registrations = ? WHERE day = ? AND registrations IS NULL"_s,
        {*registrations, number});
    if (!kept)
        return passOn(kept);
    return {};
}

Result<> VisitTotals::forget(Database &database, QDate day)
{
    const Result<Rows> forgotten =
        database.run(u"DELETE FROM visit_total WHERE day = ?"_s, {japan::toNumber(day)});
    if (!forgotten)
        return passOn(forgotten);
    return {};
}

} // namespace shirase
