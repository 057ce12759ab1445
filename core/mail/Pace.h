// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace shirase {

/// So many in a span of time, evenly spread: what was not used a second ago is not made up for, so that
/// neither a pause nor a restart is followed by a burst.
class Pace
{
public:
    static constexpr int unlimited = 1'000'000'000;

    /// No limit.
    Pace() = default;
    /// @param number in each span; 0 for no limit
    /// @param seconds the span
    /// @param last when the last one went: seconds since the epoch, UTC; 0 if long ago
    Pace(int number, qint64 seconds, qint64 last = 0);

    /// How many may go now.
    [[nodiscard]] int room(qint64 now);
    /// One goes; requires room().
    void take(qint64 now);
    /// One that went does not count after all.
    void giveBack();
    /// Nothing of late counts any more: as good as new.
    [[nodiscard]] bool isRested(qint64 now);

private:
    void pass(qint64 now);
    [[nodiscard]] qint64 most() const;

    // Counted in shares: each second brings m_number of them, and one mail costs m_seconds.
    qint64 m_number = 0;
    qint64 m_seconds = 1;
    qint64 m_last = 0;
    qint64 m_shares = 0;
};

} // namespace shirase
