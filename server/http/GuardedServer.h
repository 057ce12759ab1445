// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpOptions.h"
#include "server/http/Network.h"
#include "server/http/ResponseWriter.h"

#include <QHash>
#include <QList>
#include <QPointer>
#include <QSet>
#include <QTcpServer>
#include <QTimer>

#include <string_view>
#include <vector>

namespace shirase::http {

class Connection;

/// Accepts connections for QHttpServer, as many as the caps allow, and puts a Connection in front of each.
/// One coarse timer looks after all deadlines, so that thousands of silent connections cost next to nothing;
/// a deadline is kept to within a quarter of the shortest time-out, at most half a second. Lives in one
/// thread.
class GuardedServer final : public QTcpServer
{
    Q_OBJECT

public:
    /// @param counters outlive the server
    GuardedServer(HttpOptions options, HttpCounters &counters, QObject *parent = nullptr);
    ~GuardedServer() override;

    [[nodiscard]] const HttpOptions &options() const { return m_options; }
    void setTrustedProxies(const QList<Subnet> &proxies) { m_options.trustedProxies = proxies; }
    [[nodiscard]] HttpCounters &counters() { return m_counters; }
    [[nodiscard]] ResponseWriter &writer() { return m_writer; }
    [[nodiscard]] qsizetype connectionCount() const { return m_connections.size(); }
    [[nodiscard]] bool isClosing() const { return m_closing; }
    [[nodiscard]] Response refusal(int status) const;

    /// The connection whose request QHttpServer is about to read, and has read when it calls handleRequest:
    /// both happen within one emission of readyRead. Taken once.
    void setReady(Connection *connection);
    [[nodiscard]] Connection *takeReady();

    /// The first bytes that wait on the socket, at most limits.head. Valid until the next call.
    [[nodiscard]] std::string_view peek(QTcpSocket &socket);
    void count(int refusedStatus);
    void forget(Connection &connection);
    /// Lets QHttpServer hear of the connection, from now on.
    void handOver(Connection &connection);

    /// Accepts no more, lets what is under way finish within closeTimeout, then emits drained().
    void closeGracefully();

Q_SIGNALS:
    void drained();

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    /// Whether this visitor may have one more connection, if need be in the place of one that waits; counts if not.
    [[nodiscard]] bool hasRoomFor(const QHostAddress &address);
    /// Null if all are at work.
    [[nodiscard]] Connection *longestWaiting() const;
    void enlist(Connection &connection, const QHostAddress &address);
    [[nodiscard]] QTcpSocket *makeSocket();
    void turnAway(QTcpSocket &socket);
    void sweep();
    void onAcceptError();

    HttpOptions m_options;
    HttpCounters &m_counters;
    ResponseWriter m_writer;
    QTimer m_sweep;
    std::vector<char> m_peeked;
    QPointer<Connection> m_ready;
    QHash<Connection *, Network> m_connections;
    QHash<Network, QList<Connection *>> m_networks; ///< the same by network
    QSet<Connection *> m_turnedAway;
    std::chrono::steady_clock::time_point m_closeBy;
    bool m_closing = false;
};

} // namespace shirase::http
