// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/SecurityHeaders.h"

#include <algorithm>
#include <array>

namespace shirase::http {
namespace {

/// One block, because it goes onto every answer.
constexpr QByteArrayView fixedLines =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Permissions-Policy: camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";

constexpr std::array<QByteArrayView, 5> fixedNames{"X-Content-Type-Options", "Referrer-Policy",
                                                   "Permissions-Policy", "Cross-Origin-Opener-Policy",
                                                   "Cross-Origin-Resource-Policy"};

constexpr QByteArrayView contentSecurityPolicy = "Content-Security-Policy";
constexpr QByteArrayView cacheControl = "Cache-Control";
constexpr QByteArrayView strictTransportSecurity = "Strict-Transport-Security";

bool same(QByteArrayView left, QByteArrayView right)
{
    return left.size() == right.size() && left.compare(right, Qt::CaseInsensitive) == 0;
}

void appendLine(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

QByteArrayView ownOr(const QList<Header> &own, QByteArrayView name, QByteArrayView otherwise)
{
    const auto found = std::ranges::find_if(own, [name](const Header &h) { return same(h.first, name); });
    return found == own.end() ? otherwise : QByteArrayView(found->second);
}

} // namespace

void appendSecurityHeaders(QByteArray &head, const QList<Header> &own, bool secure)
{
    appendLine(head, contentSecurityPolicy, ownOr(own, contentSecurityPolicy, defaultContentSecurityPolicy));
    appendLine(head, cacheControl, ownOr(own, cacheControl, "no-store"));
    head.append(fixedLines);
    if (secure)
        appendLine(head, strictTransportSecurity, "max-age=31536000"); // RFC 6797 §7.2: never over plain HTTP
}

bool isSecurityHeader(QByteArrayView name)
{
    return same(name, contentSecurityPolicy) || same(name, cacheControl) ||
           same(name, strictTransportSecurity) ||
           std::ranges::any_of(fixedNames, [name](QByteArrayView fixed) { return same(name, fixed); });
}

} // namespace shirase::http
