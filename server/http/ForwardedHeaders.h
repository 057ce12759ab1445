// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

#include <QHostAddress>
#include <QPair>

/// What reverse proxies say about the visitor, and whom to believe.
namespace shirase::http {

/// An address and the length of its prefix, as QHostAddress::parseSubnet gives it.
using Subnet = QPair<QHostAddress, int>;

struct Visitor
{
    QHostAddress address;
    bool forwarded = false;
    bool secure = false;
};

/// An IPv4 address that came in IPv6 clothes (::ffff:192.0.2.1) as IPv4, without a scope.
[[nodiscard]] QHostAddress plainAddress(const QHostAddress &address);

[[nodiscard]] bool isInAny(const QHostAddress &address, const QList<Subnet> &subnets);

/// The networks of a list such as 192.0.2.0/24 and 2001:db8::1, as isInAny() compares a plain address with them; what is none
/// is left out.
[[nodiscard]] QList<Subnet> subnetsOf(const QStringList &texts);

/// Walks X-Forwarded-For from the right, as long as the hop that wrote the entry is trusted: everything
/// further left can be made up by the visitor. X-Forwarded-Proto counts only from a trusted peer, its
/// right-most value. The header "Forwarded" (RFC 7239) is noticed and not read.
/// @param headers names lowercase
/// @param encrypted the connection itself is TLS
[[nodiscard]] Visitor visitorOf(const QHostAddress &peer, bool encrypted, const QList<Header> &headers,
                                const QList<Subnet> &trustedProxies);

} // namespace shirase::http
