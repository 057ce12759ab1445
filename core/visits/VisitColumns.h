// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/Visit.h"

namespace shirase::visitColumns {

// What says in a table which visit is meant: the columns day, facility_id, scanned_at and who, in this order.

/// The condition of one visit, for values().
inline constexpr QLatin1StringView condition("day = ? AND facility_id = ? AND scanned_at = ? AND who = ?");

[[nodiscard]] inline QVariantList values(const VisitKey &visit)
{
    return {japan::toNumber(visit.day), visit.facility, visit.scannedAt, visit.who};
}

/// Of rows that begin with them.
[[nodiscard]] inline VisitKey keyOf(const Rows &rows)
{
    return {japan::fromNumber(int(rows.number(0))), rows.number(1), rows.number(2), rows.bytes(3)};
}

} // namespace shirase::visitColumns
