// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpServer.h"

#include "server/http/HttpAdapter.h"

namespace shirase::http {

HttpServer::HttpServer(HttpOptions options, HttpCounters &counters, RequestHandler &handler, QObject *parent)
    : QObject(parent)
    , m_adapter(std::make_unique<HttpAdapter>(std::move(options), counters, handler))
{
    connect(&m_adapter->guard(), &GuardedServer::drained, this, &HttpServer::closed);
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    GuardedServer &guard = m_adapter->guard();
    if (guard.listen(address, port)) {
        m_adapter->serve();
        return guard.serverPort();
    }
    const QString detail = guard.errorString();
    switch (guard.serverError()) {
    case QAbstractSocket::AddressInUseError:
        return fail(ErrorCode::Conflict,
                    tr("Port %1 is already in use by another program, so the web pages are not being served. "
                       "Close that program, or choose another port in the setting web.listen.")
                        .arg(port),
                    detail);
    case QAbstractSocket::SocketAccessError:
        return fail(
            ErrorCode::Refused,
            tr("This account may not open port %1, so the web pages are not being served. "
               "Choose a port of 1024 or more in the setting web.listen, and put a web proxy in front of it.")
                .arg(port),
            detail);
    case QAbstractSocket::SocketAddressNotAvailableError:
        return fail(ErrorCode::Unavailable,
                    tr("This computer does not have the address %1, so the web pages are not being served. "
                       "Choose one of its own addresses in the setting web.listen.")
                        .arg(address.toString()),
                    detail);
    default:
        return fail(ErrorCode::Unavailable,
                    tr("The web server could not start on port %1, so the web pages are not being served. "
                       "Check the setting web.listen and the network, then try again.")
                        .arg(port),
                    detail);
    }
}

void HttpServer::setTrustedProxies(const QList<Subnet> &proxies)
{
    m_adapter->guard().setTrustedProxies(proxies);
}

void HttpServer::close()
{
    m_adapter->guard().closeGracefully();
}

qsizetype HttpServer::connectionCount() const
{
    return m_adapter->guard().connectionCount();
}

} // namespace shirase::http
