// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/DashboardCounts.h"

#include "core/erasure/Erasure.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/mail/Outbox.h"
#include "core/visits/SignupBook.h"
#include "widgets/common/Texts.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600; // seconds

/// The report of a job as a function that says whether to go on.
std::function<bool()> goOn(const Job::Report &report)
{
    return [&report] { return report(0, 0); };
}

Result<QString> nameOf(Office &office, FacilityId id)
{
    const Result<Facility> facility = office.facilities.find(id);
    if (!facility)
        return passOn(facility);
    return Texts::name(facility->details);
}

Result<QList<DashboardPlaces::Burst>> readBursts(Office &office, const Job::Report &report)
{
    const qint64 now = office.clock.now();
    const qint64 from = now - DashboardPlaces::burstHours * hour;
    VisitBursts bursts(office.database);
    const Result<QList<FacilityId>> busy = bursts.busyFacilities(from, now);
    if (!busy)
        return passOn(busy);
    QList<DashboardPlaces::Burst> found;
    for (const FacilityId facility : *busy) {
        if (!report(0, 0))
            break;
        const Result<QList<VisitBurst>> odd = bursts.find(facility, from, now);
        if (!odd)
            return passOn(odd);
        if (odd->isEmpty())
            continue;
        const Result<QString> name = nameOf(office, facility);
        if (!name)
            return passOn(name);
        found.append({odd->last(), *name});
    }
    std::ranges::sort(found, std::greater(), [](const auto &one) { return one.burst.hour; });
    return found;
}

} // namespace

Result<DashboardCounts> DashboardCounts::read(Office &office, const Job::Report &report)
{
    const qint64 now = office.clock.now();
    const QDate today = japan::dayOf(now);
    const QDate first = lastErasedDay(today, RetentionMonths::of(office.settings).visits).addDays(1);
    VisitTotals totals(office.database);
    const Result<QList<DayTotal>> days = totals.byDay(first, today, goOn(report));
    if (!days)
        return passOn(days);
    const Result<VisitTotals::Hours> hours = totals.byHour(today);
    if (!hours)
        return passOn(hours);
    const Result<QMap<QString, int>> letters = lettersWaiting(office.database);
    if (!letters)
        return passOn(letters);
    const Result<int> notices = office.notices.countUnsent();
    if (!notices)
        return passOn(notices);
    DashboardCounts counts{.at = now, .days = *days, .hours = *hours, .notices = *notices};
    for (const auto &[kind, waiting] : letters->asKeyValueRange())
        (kind == SignupBook::confirmationLetter ? counts.confirmations : counts.operatorMails) += waiting;
    return counts;
}

Result<DashboardPlaces> DashboardPlaces::read(Office &office, const Job::Report &report)
{
    const QDate today = japan::dayOf(office.clock.now());
    const Result<QList<FacilityCount>> busiest =
        VisitCounts(office.database).busiest(today.addDays(1 - days), today, mostPlaces, goOn(report));
    if (!busiest)
        return passOn(busiest);
    DashboardPlaces places;
    for (const FacilityCount &count : *busiest) {
        const Result<QString> name = nameOf(office, count.facility);
        if (!name)
            return passOn(name);
        places.busiest.append({count.facility, *name, count.people});
    }
    Result<QList<Burst>> bursts = readBursts(office, report);
    if (!bursts)
        return passOn(bursts);
    places.bursts = *std::move(bursts);
    return places;
}

} // namespace shirase
