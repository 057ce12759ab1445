// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/FacilityStore.h"
#include "core/foundation/Clock.h"
#include "core/settings/Settings.h"

#include <QDate>

#include <functional>
#include <optional>

namespace shirase {

/// What one erasure did.
struct ErasureReport
{
    qint64 at = 0;   ///< seconds since the epoch, UTC
    QDate untilDay;  ///< everything up to this Japanese day is gone
    int visits = 0;
    int dayKeys = 0;
    int recipients = 0;
    int contacts = 0; ///< of retired facilities
    qint64 milliseconds = 0;
};

/// For how many calendar months what is kept (settings retention.months and retention.contact_months).
struct RetentionMonths
{
    int visits = 2;   ///< after the registration
    int contacts = 3; ///< of a facility, after it was retired

    [[nodiscard]] static RetentionMonths of(const Settings &settings);
};

/// The newest report, if there is one.
[[nodiscard]] Result<std::optional<ErasureReport>> lastErasure(Database &database);

/// Erases what is older than the retention: day keys first, so that what a copy elsewhere still holds cannot be opened,
/// then the rows. In short steps, so that registrations go on meanwhile; whatever interrupts it, the next run goes on.
class Erasure
{
public:
    Erasure(Database &database, Database &vault, const Clock &clock)
        : m_database(database), m_vault(vault), m_clock(clock), m_facilities(database, clock)
    {
    }

    /// @param today the Japanese day it is (or is taken to be). With @p dryRun it only counts.
    [[nodiscard]] Result<ErasureReport> run(QDate today, const RetentionMonths &months, bool dryRun);
    [[nodiscard]] Result<std::optional<ErasureReport>> last() { return lastErasure(m_database); }

private:
    [[nodiscard]] Result<> count(ErasureReport &report);
    [[nodiscard]] Result<> erase(ErasureReport &report);
    [[nodiscard]] Result<int> eraseVisits(QDate until);
    [[nodiscard]] Result<int> eraseContacts(qint64 retiredBefore);
    [[nodiscard]] Result<int> eraseInSteps(Database &database, const QString &sql, qint64 until);
    [[nodiscard]] Result<> eraseQueues(qint64 until);

    Database &m_database;
    Database &m_vault;
    const Clock &m_clock;
    FacilityStore m_facilities;
};

} // namespace shirase
