// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/erasure/ErasureRun.h"
#include "core/erasure/VisitErasure.h"
#include "core/facilities/FacilityStore.h"
#include "core/foundation/Clock.h"
#include "core/notices/NoticeTraces.h"
#include "core/settings/Settings.h"
#include "core/visits/Tombstones.h"
#include "core/visits/VisitPartitions.h"

#include <QDate>

namespace shirase {

/// For how many calendar months what is kept (settings retention.months and retention.contact_months).
struct RetentionMonths
{
    int visits = 2;   ///< after the registration; from 1 to 12
    int contacts = 3; ///< of a facility, after it was retired

    [[nodiscard]] static RetentionMonths of(const Settings &settings);
};

/// Erases what is older than the retention (REQUIREMENTS D1): day keys first, so that what a copy elsewhere still
/// holds cannot be opened, then the visits, what notices know of them, letters, and the files of the mail folder. Younger visits
/// go with them whose visitors wished so, where something was in the way (REQUIREMENTS V11).
///
/// It works in steps of a few milliseconds, each a transaction of its own together with its count in the report, so
/// that registrations go on meanwhile. Whatever interrupts it, the next run of that day goes on where it stopped. One
/// run at a time, on all servers together. One object per connection.
class Erasure
{
public:
    /// Called with the rows done and in all; returning false cancels after the step.
    using Progress = ErasureRun::Progress;

    /// @param mailFolder of the FolderTransport; empty if there is none
    Erasure(Database &database, Database &vault, const Clock &clock, QString mailFolder = {})
        : m_database(database)
        , m_vault(vault)
        , m_clock(clock)
        , m_mailFolder(std::move(mailFolder))
        , m_reports(database)
        , m_facilities(database, clock)
        , m_partitions(database)
        , m_notices(database)
        , m_tombstones(vault)
        , m_wishes(database, vault, clock)
    {}

    /// Whether a run of that day is outstanding: none has come to its end on it, or the retention has become shorter.
    [[nodiscard]] Result<bool> isDue(QDate today, const RetentionMonths &months);
    /// What a run would erase.
    [[nodiscard]] Result<ErasureReport> count(QDate today, const RetentionMonths &months);
    /// @param today the Japanese day it is, or is taken to be; whether the clock may be trusted is for ClockGuard to
    /// say. Errors: Invalid (the retention is none), Busy (another run is at work, or somebody is in the way for
    /// long), Conflict (@p progress has cancelled).
    [[nodiscard]] Result<ErasureReport> run(QDate today, const RetentionMonths &months, const Progress &progress = {});

    [[nodiscard]] ErasureReports &reports() { return m_reports; }

private:
    [[nodiscard]] Result<> checkRetention(const RetentionMonths &months) const;
    [[nodiscard]] Result<> eraseVault(ErasureRun &run, QDate until);
    [[nodiscard]] Result<> eraseVisits(ErasureRun &run, QDate until);
    [[nodiscard]] Result<ErasureRun::Part> eraseVisitRows(QDate until, int atMost);
    [[nodiscard]] Result<ErasureRun::Part> dropVisitPartition(QDate until);
    [[nodiscard]] Result<> completeWishes(ErasureRun &run);
    [[nodiscard]] Result<> eraseNoticeTraces(ErasureRun &run, QDate until);
    [[nodiscard]] Result<> eraseMails(ErasureRun &run, QDate until);
    [[nodiscard]] Result<> eraseContacts(ErasureRun &run, QDate until);
    [[nodiscard]] Result<> purge(ErasureRun &run);

    Database &m_database;
    Database &m_vault;
    const Clock &m_clock;
    QString m_mailFolder;
    ErasureReports m_reports;
    FacilityStore m_facilities;
    VisitPartitions m_partitions;
    NoticeTraces m_notices;
    Tombstones m_tombstones;
    VisitErasure m_wishes; ///< of visitors
};

} // namespace shirase
