// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

#include <QByteArray>

namespace shirase::http {

/// How an answer goes onto the wire, besides what it says.
struct ResponseFraming
{
    bool headOnly = false;  ///< the request was HEAD: the same head, no body
    bool keepAlive = false; ///< otherwise "Connection: close"
    bool secure = false;
};

/// Turns a Response into the bytes of an HTTP/1.1 answer. Lives in one thread.
class ResponseWriter
{
public:
    /// Content-Length, Connection, Date and the security headers are the writer's: a response's own are left
    /// out. A response with a line break or a control character in a header becomes a bare 500, so that
    /// nothing can be injected.
    [[nodiscard]] QByteArray write(const Response &response, const ResponseFraming &framing);

private:
    const QByteArray &date();

    qint64 m_second = 0; ///< since the epoch, UTC
    QByteArray m_date;   ///< RFC 9110 §5.6.7, of m_second
};

/// The guard's own answers: short, plain, for programs and the rare visitor with a broken connection.
[[nodiscard]] Response plainResponse(int status);

} // namespace shirase::http
