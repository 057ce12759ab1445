// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityDesk.h"
#include "core/facilities/FacilitySearch.h"
#include "core/facilities/FacilityStore.h"
#include "core/notices/NoticeDesk.h"
#include "core/notices/NoticeStore.h"
#include "core/settings/Settings.h"
#include "core/staff/StaffDesk.h"

#include <functional>
#include <memory>

namespace shirase {

/// All that the window asks of the core, over one connection to the database, for one thread. The program
/// builds and owns what stands behind it.
struct Office
{
    Database &database;
    const FacilityStore &facilities; ///< to look at; FacilityDesk changes them
    FacilitySearch &search;
    FacilityDesk &facilityDesk;
    NoticeDesk &noticeDesk;
    NoticeStore &notices;
    StaffDesk &staff;
    Settings &settings;
    const Clock &clock;

    Office(Database &database_, const FacilityStore &facilities_, FacilitySearch &search_,
           FacilityDesk &facilityDesk_, NoticeDesk &noticeDesk_, NoticeStore &notices_,
           StaffDesk &staff_, Settings &settings_, const Clock &clock_)
        : database(database_)
        , facilities(facilities_)
        , search(search_)
        , facilityDesk(facilityDesk_)
        , noticeDesk(noticeDesk_)
        , notices(notices_)
        , staff(staff_)
        , settings(settings_)
        , clock(clock_)
    {}
    virtual ~Office() = default;
    Q_DISABLE_COPY_MOVE(Office)
};

/// Opens a further connection, for a worker thread: called in that thread.
using OfficeFactory = std::function<Result<std::unique_ptr<Office>>()>;

} // namespace shirase
