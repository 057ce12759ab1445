// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/NetworkLimit.h"

#include <algorithm>

namespace shirase::http {

std::chrono::nanoseconds NetworkLimit::take(const QHostAddress &client, int perMinute, Time now)
{
    using std::chrono::nanoseconds;
    constexpr nanoseconds minute = std::chrono::minutes(1);
    const nanoseconds at = now.time_since_epoch();
    const auto row = m_networks.row(networkOf(client), at.count());
    if (!row)
        return nanoseconds::zero();
    const nanoseconds whole = std::max(nanoseconds(row->until), at) + minute / perMinute;
    if (whole - at > minute) {
        ++m_refused;
        return whole - at - minute;
    }
    row->until = whole.count();
    return nanoseconds::zero();
}

} // namespace shirase::http
