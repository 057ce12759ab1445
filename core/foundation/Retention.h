// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace shirase {

/// For so many months registrations are kept at most, and at least for one (REQUIREMENTS D1).
inline constexpr int mostRetentionMonths = 12;

/// The last day whose registrations are erased on a Japanese day: the latest one that lies the given calendar months
/// back, where the month's end counts if the target month is shorter (REQUIREMENTS D1: 31 December + 2 months is the
/// last day of February). @param months from 1 to 12
[[nodiscard]] QDate lastErasedDay(QDate today, int months);

} // namespace shirase
