// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/staff/SetUpRequest.h"

namespace shirase::databaseChecks {

/// Whether both databases can be opened at these addresses, and are of a schema that this program knows. Makes no files.
/// Fails as Database::open() does, and with NewerSchema.
[[nodiscard]] Result<QString> reachable(const DataFolder &folder, const DataAddresses &addresses);

/// The same, and whether a first start may fill them. Fails with Conflict if they hold a Shirase already.
[[nodiscard]] Result<QString> empty(const DataFolder &folder, const DataAddresses &addresses);

} // namespace shirase::databaseChecks
