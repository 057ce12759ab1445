// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/foundation/JapaneseTime.h"

#include <atomic>

namespace shirase {

/// The instant of a local Japanese time "2026-11-21T12:00".
inline qint64 japanese(const char *time)
{
    return japan::parseDateTime(QString::fromLatin1(time)).value();
}

/// A clock that stands until it is turned.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(qint64 start = japanese("2026-11-21T12:00"))
        : m_now(start)
    {}
    [[nodiscard]] qint64 now() const override { return m_now; }
    void set(qint64 now) { m_now = now; }
    void set(const char *japaneseTime) { m_now = japanese(japaneseTime); }
    void advance(qint64 seconds) { m_now += seconds; }

private:
    std::atomic<qint64> m_now;
};

} // namespace shirase
