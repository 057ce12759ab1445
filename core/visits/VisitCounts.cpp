// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitCounts.h"

#include "core/foundation/JapaneseTime.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<QList<DayCount>> VisitCounts::ofFacility(FacilityId facility, QDate first, QDate last)
{
    QList<DayCount> counts;
    // Day by day: the table is in the order of day and facility, and a range of days would read everybody's.
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        Result<Rows> rows =
            m_database.run(u"SELECT count(DISTINCT who) FROM visit WHERE day = ? AND facility_id = ?"_s,
                           {japan::toNumber(day), facility});
        if (!rows)
            return passOn(rows);
        const int people = rows->next() ? int(rows->number(0)) : 0;
        counts.append({day, people < smallestShown ? std::nullopt : std::optional(people)});
    }
    return counts;
}

} // namespace shirase
