// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/ForwardedHeaders.h"
#include "server/http/Http.h"
#include "server/http/HttpFraming.h"

#include <QByteArrayView>
#include <QList>
#include <QSslConfiguration>

#include <array>
#include <chrono>
#include <functional>

namespace shirase::http {

/// The limits under which the web server listens. The defaults are for the open Internet.
struct HttpOptions
{
    FramingLimits limits{};
    /// When all are taken, whoever has waited longest with its request gives way to a newcomer.
    /// Far more than an attack of thousands holds: who has to give way comes back, and of a crowd that comes and goes the
    /// queue of new connections overflows before visitors get in. A silent connection takes 3 KB.
    int maxConnections = 10'000;
    /// Per IPv4 address or IPv6 /64. Trusted proxies are not counted: behind one, all visitors have its
    /// address.
    int maxConnectionsPerNetwork = 200;

    std::chrono::milliseconds handshakeTimeout{10'000}; ///< for the TLS handshake
    std::chrono::milliseconds requestTimeout{10'000}; ///< from the first byte of a request to its last
    std::chrono::milliseconds idleTimeout{30'000};    ///< before the first byte, and between requests
    std::chrono::milliseconds answerTimeout{20'000};  ///< for the handler, then 503
    std::chrono::milliseconds sendTimeout{30'000};    ///< for the visitor to take the answer
    std::chrono::milliseconds lingerTimeout{
        1'000}; ///< for a refused visitor to read why, while its bytes are dropped
    std::chrono::milliseconds closeTimeout{5'000}; ///< for what is under way when the server closes

    /// Whether a name may stand in Host, without the port, lowercase, IPv6 in brackets. Without it all are
    /// refused.
    std::function<bool(QByteArrayView host)> isHostAllowed{};
    QList<Subnet> trustedProxies{};
    /// With what to speak TLS, asked at each connection, so that a renewed certificate counts at once. Without it
    /// the server speaks plain HTTP.
    std::function<QSslConfiguration()> tls{};
    /// The body of answers that the server gives by itself (400, 405, 408, 413, 417, 431, 501, 503, 505);
    /// without it plainResponse().
    std::function<Response(int status)> refusalPage{};
};

/// Counts since the start, for /metrics. Read and written in the web server's thread only. Nothing here or
/// elsewhere in this folder says who a visitor is.
struct HttpCounters
{
    quint64 open = 0;        ///< connections now
    std::array<quint64, 6> answers{}; ///< by the first digit of their status
    quint64 connections = 0; ///< accepted, with those refused by a cap
    quint64 requests = 0;    ///< handed to the handler
    quint64 badRequests = 0; ///< 400, 417, 501, 505 for framing
    quint64 headsTooLarge = 0;
    quint64 bodiesTooLarge = 0;
    quint64 handshakesFailed = 0; ///< closed before TLS was agreed
    quint64 timedOut = 0;         ///< 408
    quint64 idleClosed = 0;       ///< closed without a word
    quint64 foreignHosts = 0;     ///< 400
    quint64 methodsRefused = 0;   ///< 405
    quint64 gaveWay = 0;          ///< closed without a word while they waited, for somebody who came when all were taken
    quint64 tooMany = 0;          ///< 503, all connections
    quint64 tooManyOfNetwork = 0; ///< 503, one network
    quint64 outOfDescriptors = 0; ///< the system would not accept
    quint64 unanswered = 0;       ///< 503, the handler dropped its Answer or took too long
    quint64 abandoned = 0;        ///< the visitor left before the answer
    quint64 slowReaders = 0;      ///< cut off while they did not take their answer
    quint64 misread = 0;          ///< QHttpServer read other bytes than the guard had judged: 400

    bool operator==(const HttpCounters &) const = default;
};

} // namespace shirase::http
