// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/Retention.h"

namespace shirase {

QDate lastErasedDay(QDate today, int months)
{
    // Up to three later days fall on the same short month's end.
    QDate day = today.addMonths(-months).addDays(3);
    while (day.addMonths(months) > today)
        day = day.addDays(-1);
    return day;
}

} // namespace shirase
