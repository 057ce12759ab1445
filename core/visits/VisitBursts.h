// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"

#include <QList>
#include <QMap>

namespace shirase {

/// An hour in which a facility had far more registrations than it should have: a copied poster, or a prank.
struct VisitBurst
{
    FacilityId facility = 0;
    qint64 hour = 0; ///< its beginning: seconds since the epoch, UTC
    int registrations = 0;

    bool operator==(const VisitBurst &) const = default;
};

/// Finds odd bursts of registrations. Needs no key; numbers so small that they could tell of a person never
/// show.
class VisitBursts
{
public:
    /// More than this within one minute is odd: nobody scans a poster faster.
    static constexpr int mostPerMinute = 30;
    /// And so is an hour with this many times the facility's usual, which is the mean of its busy hours in
    /// the days before.
    static constexpr int timesUsual = 10;
    static constexpr int daysCompared = 14;
    /// A crowd at night, from this hour to that one in Japanese time, is odd where there was none at that hour in
    /// those days.
    static constexpr int nightBegins = 1;
    static constexpr int nightEnds = 5;
    /// Below this an hour is never odd.
    static constexpr int fewest = 30;

    explicit VisitBursts(Database &database)
        : m_database(database)
    {}

    /// The odd hours of a facility from a time (inclusive) until another (exclusive), UTC seconds, in order.
    [[nodiscard]] Result<QList<VisitBurst>> find(FacilityId facility, qint64 from, qint64 until);

private:
    struct Hour
    {
        int registrations = 0;
        int busiestMinute = 0;
    };
    [[nodiscard]] Result<QMap<qint64, Hour>> hours(FacilityId facility, qint64 from, qint64 until);

    Database &m_database;
};

} // namespace shirase
