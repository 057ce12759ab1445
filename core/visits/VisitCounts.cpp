// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitCounts.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"

#include <QHash>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

Result<QList<DayCount>> VisitCounts::ofFacility(FacilityId facility, QDate first, QDate last)
{
    QList<DayCount> counts;
    // Day by day: the table is in the order of day and facility, and a range of days would read everybody's.
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        const Result<int> people =
            countFrom(m_database, u"SELECT count(DISTINCT who) FROM visit WHERE day = ? AND facility_id = ?"_s,
                      {japan::toNumber(day), facility});
        if (!people)
            return passOn(people);
        counts.append({day, *people < smallestShown ? std::nullopt : std::optional(*people)});
    }
    return counts;
}

namespace {

/// Registrations count somebody each time, so that the order by people may differ: some more are looked at than are
/// wanted.
constexpr int candidates = 2;

} // namespace

Result<QList<FacilityCount>> VisitCounts::busiest(QDate first, QDate last, int atMost,
                                                  const std::function<bool()> &goOn)
{
    const Result<QList<FacilityId>> facilities = mostRegistrations(first, last, candidates * atMost, goOn);
    if (!facilities)
        return passOn(facilities);
    QList<FacilityCount> busiest;
    for (const FacilityId facility : *facilities) {
        if (!goOn())
            return fail(ErrorCode::Conflict, u"The counting was cancelled."_s);
        const Result<QList<DayCount>> days = ofFacility(facility, first, last);
        if (!days)
            return passOn(days);
        int people = 0;
        for (const DayCount &day : *days)
            people += day.people.value_or(0);
        if (people > 0)
            busiest.append({facility, people});
    }
    std::ranges::sort(busiest, {}, [](const FacilityCount &count) { return std::pair(-count.people, count.facility); });
    return busiest.first(std::min<qsizetype>(atMost, busiest.size()));
}

Result<QList<FacilityId>> VisitCounts::mostRegistrations(QDate first, QDate last, int atMost,
                                                         const std::function<bool()> &goOn)
{
    QHash<FacilityId, int> registrations;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        if (!goOn())
            return fail(ErrorCode::Conflict, u"The counting was cancelled."_s);
        Result<Rows> rows =
            m_database.run(u"SELECT facility_id, count(*) FROM visit WHERE day = ? GROUP BY facility_id"_s,
                           {japan::toNumber(day)});
        if (!rows)
            return passOn(rows);
        while (rows->next())
            registrations[rows->number(0)] += int(rows->number(1));
    }
    QList<FacilityId> facilities = registrations.keys();
    const auto end = facilities.begin() + std::min<qsizetype>(atMost, facilities.size());
    std::partial_sort(facilities.begin(), end, facilities.end(), [&](FacilityId a, FacilityId b) {
        return std::pair(-registrations[a], a) < std::pair(-registrations[b], b);
    });
    facilities.erase(end, facilities.end());
    return facilities;
}

} // namespace shirase
