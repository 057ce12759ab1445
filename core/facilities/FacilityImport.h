// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCsv.h"
#include "core/facilities/FacilityRegistration.h"

#include <functional>

namespace shirase {

/// Registers many facilities at once, in commits of a few, so that visitors never wait for it. Cancelled or
/// interrupted, it leaves whole facilities; importing the same rows again goes on where it stopped, as those
/// that are registered already are left out.
class FacilityImport
{
public:
    /// Called with rows done and in all; returning false cancels.
    using Progress = std::function<bool(int done, int total)>;

    /// What an import would do.
    struct Check
    {
        QList<CsvRow> good; ///< to be registered
        QList<CsvRow> bad;  ///< with problems
        QList<CsvRow>
            registered; ///< the same name and address are registered already, or stand in an earlier row
    };

    struct Outcome
    {
        int added = 0;
        bool cancelled = false;
    };

    FacilityImport(Database &database, FacilityStore &store, FacilityRegistration &registration)
        : m_database(database)
        , m_store(store)
        , m_registration(registration)
    {}

    /// A dry run. Fails with Conflict when it is cancelled.
    [[nodiscard]] Result<Check> check(const QList<CsvRow> &rows, const Progress &progress = {});
    /// Registers rows without problems. @param sendPosters whether each contact gets a mail with the poster
    [[nodiscard]] Result<Outcome> run(const QList<CsvRow> &rows, bool sendPosters,
                                      const Progress &progress = {});

private:
    Database &m_database;
    FacilityStore &m_store;
    FacilityRegistration &m_registration;
};

} // namespace shirase
