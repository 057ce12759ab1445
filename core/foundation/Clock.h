// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace shirase {

/// Where the time comes from, so that tests can turn midnight. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Seconds since the epoch, UTC.
    [[nodiscard]] virtual qint64 now() const = 0;
};

/// The host's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] qint64 now() const override { return QDateTime::currentSecsSinceEpoch(); }
};

} // namespace shirase
