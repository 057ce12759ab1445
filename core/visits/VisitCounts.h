// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"

#include <QDate>
#include <QList>

#include <functional>
#include <optional>

namespace shirase {

/// How many people registered somewhere on one day.
struct DayCount
{
    QDate day;                 ///< Japanese date
    std::optional<int> people; ///< nothing for fewer than VisitCounts::smallestShown

    bool operator==(const DayCount &) const = default;
};

/// How many people registered at one facility over several days, each day counted by itself.
struct FacilityCount
{
    FacilityId facility = 0;
    int people = 0;

    bool operator==(const FacilityCount &) const = default;
};

/// Counts for looking at. Small numbers stay hidden: next to other knowledge they could tell who was there
/// (REQUIREMENTS S6). Over one connection, for the thread of that connection.
class VisitCounts
{
public:
    static constexpr int smallestShown = 5;

    explicit VisitCounts(Database &database)
        : m_database(database)
    {}

    /// Each day from the first to the last, both inclusive.
    [[nodiscard]] Result<QList<DayCount>> ofFacility(FacilityId facility, QDate first, QDate last);

    /// The facilities with most people from the first to the last day, both inclusive; the most first, the smaller id
    /// where there are as many. Days on which a facility had fewer than are shown count nothing, so that the numbers
    /// are the sums of what ofFacility() tells, and a facility without any other is left out.
    /// @param goOn asked between two steps; false ends it with Conflict
    [[nodiscard]] Result<QList<FacilityCount>> busiest(
        QDate first, QDate last, int atMost, const std::function<bool()> &goOn = [] { return true; });

private:
    [[nodiscard]] Result<QList<FacilityId>> mostRegistrations(QDate first, QDate last, int atMost,
                                                              const std::function<bool()> &goOn);

    Database &m_database;
};

} // namespace shirase
