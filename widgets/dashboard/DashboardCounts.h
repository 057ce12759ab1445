// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/visits/VisitBursts.h"
#include "core/visits/VisitCounts.h"
#include "core/visits/VisitTotals.h"
#include "widgets/common/Worker.h"

#include <QMap>

namespace shirase {

/// What the dashboard's charts show. All of it is read on the watcher's thread.
struct DashboardCounts
{
    qint64 at = 0;             ///< when it was counted: seconds since the epoch, UTC
    QList<DayTotal> days;      ///< those that are kept, up to and with today
    VisitTotals::Hours hours{}; ///< of today
    int confirmations = 0;     ///< letters that wait
    int operatorMails = 0;
    int notices = 0;           ///< people whom a notice under way has yet to reach

    [[nodiscard]] static Result<DashboardCounts> read(Office &office, const Job::Report &report);
};

/// What the dashboard says of single places: it takes longer, and changes more slowly.
struct DashboardPlaces
{
    static constexpr int mostPlaces = 8;
    static constexpr int days = 7;          ///< today among them
    static constexpr int burstHours = 24;

    struct Place
    {
        FacilityId facility = 0;
        QString name;
        int people = 0;
    };
    struct Burst
    {
        VisitBurst burst; ///< the latest of that facility
        QString name;
    };
    QList<Place> busiest;
    QList<Burst> bursts; ///< one for each facility that had any, the latest first

    [[nodiscard]] static Result<DashboardPlaces> read(Office &office, const Job::Report &report);
};

} // namespace shirase
