// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

#include <utility>

namespace shirase::http {

/// The network from which somebody comes, as limits count people: an IPv4 address, or the /64 of an IPv6
/// address, which is what a household or a phone is given. Whether it is IPv6, and the network's bits.
using Network = std::pair<bool, quint64>;

[[nodiscard]] Network networkOf(const QHostAddress &address);

} // namespace shirase::http
