// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"

#include <QList>

namespace shirase::facilityRow {

/// What follows SELECT in a statement whose rows read() understands: the columns, and the tables "facility f"
/// and "facility_code c" (the current code).
extern const QString selection;

/// The row that the statement stands at.
[[nodiscard]] Facility read(const Rows &rows);
/// All rows that are left.
[[nodiscard]] QList<Facility> readAll(Rows &rows);

} // namespace shirase::facilityRow
