// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/EventWatch.h"

#include <algorithm>

namespace shirase {

EventWatch::EventWatch()
{
    constexpr std::chrono::milliseconds often(5);
    m_since.start();
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_longest = std::max(m_longest, m_since.restart()); });
    m_timer.start(often);
}

std::chrono::milliseconds EventWatch::longestPause() const
{
    return std::chrono::milliseconds(std::max(m_longest, m_since.elapsed()));
}

} // namespace shirase
