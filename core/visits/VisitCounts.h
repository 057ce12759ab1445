// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"

#include <QDate>
#include <QList>

#include <optional>

namespace shirase {

/// How many people registered somewhere on one day.
struct DayCount
{
    QDate day;                 ///< Japanese date
    std::optional<int> people; ///< nothing for fewer than VisitCounts::smallestShown

    bool operator==(const DayCount &) const = default;
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

private:
    Database &m_database;
};

} // namespace shirase
