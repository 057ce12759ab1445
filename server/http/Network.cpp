// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Network.h"

namespace shirase::http {

Network networkOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return {false, ipv4};
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    quint64 prefix = 0;
    for (int i = 0; i < 8; ++i)
        prefix = (prefix << 8) | ipv6[i];
    return {true, prefix};
}

} // namespace shirase::http
