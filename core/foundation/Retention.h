// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace shirase {

/// The last day whose registrations are erased on a Japanese day: the latest one that lies the given calendar months
/// back, where the month's end counts if the target month is shorter (REQUIREMENTS D1: 31 December + 2 months is the
/// last day of February).
[[nodiscard]] QDate lastErasedDay(QDate today, int months);

} // namespace shirase
