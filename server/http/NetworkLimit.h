// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/ExpiringTable.h"
#include "server/http/Network.h"

#include <chrono>

namespace shirase::http {

/// How many requests each network may make. A network has a minute's worth at once, and then as many as grow
/// back evenly: a crowd at a door that shares one address gets in, a machine that hammers is slowed down.
/// Kept in memory only, and only while a network has something to grow back.
class NetworkLimit
{
public:
    using Time = std::chrono::steady_clock::time_point;

    explicit NetworkLimit(qsizetype mostNetworks = 100'000)
        : m_networks(mostNetworks)
    {}

    /// Asks for one request. @return how long the network has to wait for its next one; nothing if this one
    /// may pass. While too many networks are under way to remember, new ones pass: a limit must not shut out
    /// strangers.
    [[nodiscard]] std::chrono::nanoseconds take(const QHostAddress &client, int perMinute, Time now);

    [[nodiscard]] quint64 refused() const { return m_refused; }
    [[nodiscard]] qsizetype size() const { return m_networks.size(); }

private:
    struct Nothing
    {
    };
    /// Until when a network's minute is not whole again: nanoseconds of the steady clock. That one number is
    /// the whole state of a leaky bucket (ITU-T I.371, the generic cell rate algorithm).
    ExpiringTable<Network, Nothing> m_networks;
    quint64 m_refused = 0;
};

} // namespace shirase::http
