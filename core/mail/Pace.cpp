// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Pace.h"

#include <algorithm>
#include <numeric>

namespace shirase {

Pace::Pace(int number, qint64 seconds, qint64 last)
    : m_number(number)
    , m_seconds(seconds)
    , m_last(last)
{}

// What one second brings, on top of the largest part of a mail that may be left over.
qint64 Pace::most() const
{
    return m_number + m_seconds - std::gcd(m_number, m_seconds);
}

void Pace::pass(qint64 now)
{
    // A clock that was set back brings nothing and takes nothing.
    const qint64 passed = std::clamp<qint64>(now - m_last, 0, m_seconds);
    m_shares = std::min(m_shares + passed * m_number, most());
    m_last = now;
}

int Pace::room(qint64 now)
{
    if (m_number == 0)
        return unlimited;
    pass(now);
    return int(m_shares / m_seconds);
}

void Pace::take(qint64 now)
{
    if (m_number == 0)
        return;
    pass(now);
    m_shares -= m_seconds;
}

void Pace::giveBack()
{
    if (m_number != 0)
        m_shares = std::min(m_shares + m_seconds, most());
}

bool Pace::isRested(qint64 now)
{
    pass(now);
    return m_shares >= most();
}

} // namespace shirase
