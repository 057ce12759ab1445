// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

namespace shirase {

/// Adds that many facilities with names, addresses and contacts as they are found in a prefecture, the same
/// ones each time but for their codes, registered an hour apart. Written past FacilityStore, some ten times
/// as fast as an import. The n-th one (from 0) has "no n" in its name. @param first when the first was
/// registered, seconds since the epoch, UTC
void addManyFacilities(Database &database, int count, qint64 first = 1'700'000'000);

} // namespace shirase
