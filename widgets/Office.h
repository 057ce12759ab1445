// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/BackupDesk.h"
#include "core/erasure/ClockGuard.h"
#include "core/erasure/PersonErasure.h"
#include "core/facilities/FacilityDesk.h"
#include "core/facilities/FacilitySearch.h"
#include "core/facilities/FacilityStore.h"
#include "core/notices/HeldLetters.h"
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
    HeldLetters &heldLetters;
    StaffDesk &staff;
    Settings &settings;
    BackupDesk &backups;
    PersonErasure &personErasure;
    ClockGuard &clockGuard;
    const Clock &clock;

    Office(Database &database_, const FacilityStore &facilities_, FacilitySearch &search_,
           FacilityDesk &facilityDesk_, NoticeDesk &noticeDesk_, NoticeStore &notices_,
           HeldLetters &heldLetters_, StaffDesk &staff_, Settings &settings_, BackupDesk &backups_, PersonErasure &personErasure_,
           ClockGuard &clockGuard_, const Clock &clock_)
        : database(database_)
        , facilities(facilities_)
        , search(search_)
        , facilityDesk(facilityDesk_)
        , noticeDesk(noticeDesk_)
        , notices(notices_)
        , heldLetters(heldLetters_)
        , staff(staff_)
        , settings(settings_)
        , backups(backups_)
        , personErasure(personErasure_)
        , clockGuard(clockGuard_)
        , clock(clock_)
    {}
    virtual ~Office() = default;
    Q_DISABLE_COPY_MOVE(Office)
};

/// Opens a further connection, for a worker thread: called in that thread.
using OfficeFactory = std::function<Result<std::unique_ptr<Office>>()>;

} // namespace shirase
