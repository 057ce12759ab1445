// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ForwardedHeaders.h"

#include <algorithm>
#include <array>

namespace shirase::http {
namespace {

bool isForwardingHeader(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 6> names{
        "forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip"};
    return name.startsWith("x-forwarded") || std::ranges::find(names, name) != names.end();
}

/// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" or "[2001:db8::1]:4711"; a null address for anything else.
QHostAddress hopAddress(QByteArray entry)
{
    if (entry.startsWith('[')) {
        const qsizetype end = entry.indexOf(']');
        entry = end < 0 ? QByteArray() : entry.sliced(1, end - 1);
    } else if (entry.count(':') == 1) {
        entry.truncate(entry.indexOf(':'));
    }
    // QHostAddress would read "10.1" and "167772161" as addresses too.
    if (!entry.contains(':') && entry.count('.') != 3)
        return {};
    return plainAddress(QHostAddress(QString::fromLatin1(entry)));
}

/// All entries of a list header, in the order in which they were added.
QList<QByteArray> entriesOf(const QList<Header> &headers, QByteArrayView name)
{
    QList<QByteArray> entries;
    for (const auto &[headerName, value] : headers) {
        if (headerName != name)
            continue;
        for (const QByteArray &entry : value.split(','))
            entries.append(entry.trimmed());
    }
    return entries;
}

} // namespace

QHostAddress plainAddress(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    QHostAddress plain = isIpv4 ? QHostAddress(ipv4) : address;
    if (!isIpv4)
        plain.setScopeId({});
    return plain;
}

bool isInAny(const QHostAddress &address, const QList<Subnet> &subnets)
{
    return std::ranges::any_of(subnets, [&](const Subnet &subnet) { return address.isInSubnet(subnet); });
}

QList<Subnet> subnetsOf(const QStringList &texts)
{
    constexpr int mappedPrefix = 96; // RFC 4291 §2.5.5.2
    QList<Subnet> subnets;
    for (const QString &text : texts) {
        const auto [address, length] = QHostAddress::parseSubnet(text);
        const QHostAddress plain = plainAddress(address);
        if (plain.protocol() == address.protocol())
            subnets.append({address, length});
        else if (length >= mappedPrefix)
            subnets.append({plain, length - mappedPrefix});
    }
    subnets.removeIf([](const Subnet &subnet) { return subnet.first.isNull(); });
    return subnets;
}

Visitor visitorOf(const QHostAddress &peer, bool encrypted, const QList<Header> &headers,
                  const QList<Subnet> &trustedProxies)
{
    Visitor visitor{.address = plainAddress(peer), .forwarded = false, .secure = encrypted};
    visitor.forwarded =
        std::ranges::any_of(headers, [](const Header &header) { return isForwardingHeader(header.first); });
    if (!visitor.forwarded || !isInAny(visitor.address, trustedProxies))
        return visitor;
    const QList<QByteArray> protocols = entriesOf(headers, "x-forwarded-proto");
    if (!protocols.isEmpty())
        visitor.secure = protocols.last().compare("https", Qt::CaseInsensitive) == 0;
    const QList<QByteArray> hops = entriesOf(headers, "x-forwarded-for");
    for (auto hop = hops.crbegin(); hop != hops.crend() && isInAny(visitor.address, trustedProxies); ++hop) {
        const QHostAddress address = hopAddress(*hop);
        if (address.isNull())
            break;
        visitor.address = address;
    }
    return visitor;
}

} // namespace shirase::http
