// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>

#include <functional>
#include <utility>

/// Plain HTTP values: all that pages see of the web. Nothing here knows QHttpServer or a socket.
namespace shirase::http {

enum class Method { Get, Head, Post };

using Header = std::pair<QByteArray, QByteArray>;

struct Request
{
    Method method = Method::Get;
    QByteArray path;       ///< percent-encoded as sent, always begins with one '/'
    QByteArray query;      ///< percent-encoded as sent, without '?'
    QList<Header> headers; ///< names lowercase
    QByteArray body;
    QByteArray host;        ///< the one valid Host header, lowercase, allowed by the settings
    QHostAddress client;    ///< the visitor's address: the peer, or what a trusted proxy says
    bool forwarded = false; ///< the request has a forwarding header
    bool secure = false;    ///< came by TLS, or a trusted proxy says so

    /// The first header of this lowercase name, or empty.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
};

struct Response
{
    int status = 200;
    QByteArray contentType = "text/html; charset=utf-8";
    QByteArray body{};
    /// The same for everybody who asks alike, and holds no secret: SharedContent may compress it, and answer that
    /// it has not changed.
    bool shared = false;
    QList<Header> headers{}; ///< besides the security headers and the framing, which the adapter stamps
};

/// Takes the answer to one request. It may be called later, from the same thread, once. If it is never
/// called, the connection is answered with 503 when the deadline passes.
using Answer = std::move_only_function<void(Response)>;

/// What the HTTP adapter hands its requests to.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    virtual void handle(const Request &request, Answer answer) = 0;
};

} // namespace shirase::http
