// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"

namespace shirase {

/// Brings the keys of facilities that an older Shirase has written to today's folding
/// (FacilityKeys::version): after an update, once, a few rows per commit. Costs one read where nothing is to
/// be done; begins anew after a crash.
class FacilityUpkeep
{
public:
    FacilityUpkeep(Database &database, FacilityStore &store)
        : m_database(database)
        , m_store(store)
    {}

    [[nodiscard]] Result<> bringUpToDate();

private:
    [[nodiscard]] Result<bool> isUpToDate();
    [[nodiscard]] Result<> refreshAll();

    Database &m_database;
    FacilityStore &m_store;
};

} // namespace shirase
