// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <chrono>

namespace shirase {

/// The longest time for which the thread that calls has delivered no events, since this was made.
class EventWatch
{
public:
    EventWatch();

    [[nodiscard]] std::chrono::milliseconds longestPause() const;

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0; // ms
};

} // namespace shirase
