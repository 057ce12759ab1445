// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "server/http/HttpOptions.h"

#include <QHostAddress>
#include <QObject>

#include <memory>

namespace shirase::http {

class HttpAdapter;

/// The web server: listens, hands requests to a RequestHandler and closes in an orderly way. Make it, use it
/// and destroy it in one thread, which needs an event loop; the handler is called there and answers there.
///
/// Qt's event loop polls every socket at every turn. Measured with Qt 6.4.2: with 2,000 silent connections a
/// trivial handler still answers 5,000 requests a second under GLib's dispatcher, and 14,000 to 25,000 under
/// Qt's own, which a thread gets when QT_NO_GLIB is set in the environment before it starts. A silent
/// connection takes 3 KB.
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    /// @param counters, handler outlive the server
    HttpServer(HttpOptions options, HttpCounters &counters, RequestHandler &handler, QObject *parent = nullptr);
    /// Cuts off whatever is under way; close() first to be kind.
    ~HttpServer() override;

    /// Listens once. @param port 0 picks a free one. @return the port
    /// Fails with Conflict when the port is in use, Refused when the account may not open it, Unavailable
    /// otherwise.
    Result<quint16> listen(const QHostAddress &address, quint16 port);

    /// Whom to believe from now on (HttpOptions::trustedProxies).
    void setTrustedProxies(const QList<Subnet> &proxies);

    /// Accepts no more connections, answers what is under way (for at most HttpOptions::closeTimeout),
    /// closes, and then emits closed().
    void close();

    [[nodiscard]] qsizetype connectionCount() const;

Q_SIGNALS:
    void closed();

private:
    std::unique_ptr<HttpAdapter> m_adapter;
};

} // namespace shirase::http
