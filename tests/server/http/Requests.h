// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RawClient.h"

/// What tests of the web server send, byte for byte, and what every answer has.
namespace requests {

inline QByteArray get(const QByteArray &target, const QByteArray &fields = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n";
}

inline QByteArray post(const QByteArray &target, const QByteArray &body)
{
    return "POST " + target +
           " HTTP/1.1\r\nHost: a.example\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" +
           body;
}

/// Whatever it says, and whoever gives it.
inline bool isHardened(const RawClient::Answer &answer)
{
    return answer.head.contains("\r\nContent-Security-Policy: default-src 'none'") &&
           answer.has("X-Content-Type-Options: nosniff") && answer.has("Cache-Control: no-store") &&
           answer.has("Referrer-Policy: no-referrer");
}

} // namespace requests
