// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitBursts.h"

#include "core/foundation/JapaneseTime.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsPerHour = 3600;
constexpr qint64 secondsPerDay = 24 * secondsPerHour;
constexpr int minutesPerHour = 60;

int clockHour(qint64 at)
{
    return japan::dateTimeOf(at).time().hour();
}

bool isAtNight(qint64 at)
{
    return clockHour(at) >= VisitBursts::nightBegins && clockHour(at) < VisitBursts::nightEnds;
}

} // namespace

Result<QList<VisitBurst>> VisitBursts::find(FacilityId facility, qint64 from, qint64 until)
{
    const Result<QMap<qint64, Hour>> before = hours(facility, from - daysCompared * secondsPerDay, from);
    if (!before)
        return passOn(before);
    const Result<QMap<qint64, Hour>> within = hours(facility, from, until);
    if (!within)
        return passOn(within);
    qint64 usual = 0;
    QMap<int, int> mostAtClockHour;
    for (const auto &[at, hour] : before->asKeyValueRange()) {
        usual += hour.registrations;
        int &most = mostAtClockHour[clockHour(at)];
        most = std::max(most, hour.registrations);
    }

    QList<VisitBurst> bursts;
    for (const auto &[at, hour] : within->asKeyValueRange()) {
        const bool fast = hour.busiestMinute > mostPerMinute;
        const bool unusual = !before->isEmpty() && hour.registrations >= fewest &&
                             hour.registrations * qint64(before->size()) >= timesUsual * usual;
        const bool nightly = isAtNight(at) && hour.registrations >= fewest &&
                             hour.registrations >= timesUsual * mostAtClockHour.value(clockHour(at));
        if (fast || unusual || nightly)
            bursts.append({facility, at, hour.registrations});
    }
    return bursts;
}

// Day by day, as the table's rows lie.
Result<QMap<qint64, VisitBursts::Hour>> VisitBursts::hours(FacilityId facility, qint64 from, qint64 until)
{
    QMap<qint64, Hour> found;
    for (QDate day = japan::dayOf(from); japan::startOf(day) < until; day = day.addDays(1)) {
        Result<Rows> rows =
            m_database.run(u"SELECT scanned_at / 60, count(*) FROM visit WHERE day = ? AND facility_id = ? "
                           "AND scanned_at >= ? AND scanned_at < ? GROUP BY scanned_at / 60"_s,
                           {japan::toNumber(day), facility, from, until});
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            Hour &hour = found[rows->number(0) / minutesPerHour * secondsPerHour];
            hour.registrations += int(rows->number(1));
            hour.busiestMinute = std::max(hour.busiestMinute, int(rows->number(1)));
        }
    }
    return found;
}

} // namespace shirase
