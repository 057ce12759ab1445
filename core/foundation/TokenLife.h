// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace shirase {

/// By so much the clocks of two servers may be apart that share their visitors, in seconds: what one has signed just now is
/// not from the future to the other, which may be asked in the next moment.
inline constexpr qint64 clockSkew = 60;

/// Whether what was signed at a time counts now; both in seconds since the epoch, UTC. What comes from further in the future
/// than clockSkew, by a clock that has been set back since, does not.
[[nodiscard]] constexpr bool isAlive(qint64 madeAt, qint64 validSeconds, qint64 now)
{
    return now >= madeAt - clockSkew && now < madeAt + validSeconds;
}

} // namespace shirase
