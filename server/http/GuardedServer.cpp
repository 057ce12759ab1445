// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/GuardedServer.h"

#include "server/http/Connection.h"

#include <QSslSocket>

#include <algorithm>

namespace shirase::http {

using namespace std::chrono_literals;

namespace {

constexpr int backlog = 4096;
constexpr auto pauseAfterAcceptError = 500ms;
/// More than these get no answer at all: to be turned away must not cost what the cap saves.
constexpr qsizetype maximumTurnedAway = 64;
/// Beyond the largest request, so that the buffer never stands still short of one.
constexpr qint64 readBufferMargin = 4096;

std::chrono::milliseconds sweepInterval(const HttpOptions &options)
{
    const auto shortest = std::min({options.handshakeTimeout, options.requestTimeout, options.idleTimeout, options.answerTimeout,
                                    options.sendTimeout, options.lingerTimeout, options.closeTimeout});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, 5ms, 500ms);
}

} // namespace

GuardedServer::GuardedServer(HttpOptions options, HttpCounters &counters, QObject *parent)
    : QTcpServer(parent)
    , m_options(std::move(options))
    , m_counters(counters)
    , m_peeked(m_options.limits.head)
{
    setListenBacklogSize(backlog);
    m_sweep.setTimerType(Qt::CoarseTimer);
    m_sweep.setInterval(sweepInterval(m_options));
    connect(&m_sweep, &QTimer::timeout, this, &GuardedServer::sweep);
    connect(this, &QTcpServer::acceptError, this, &GuardedServer::onAcceptError);
}

GuardedServer::~GuardedServer()
{
    // While our members still live: each Connection calls forget().
    m_closing = false;
    for (Connection *connection : m_connections.keys())
        delete &connection->socket();
    for (Connection *connection : m_turnedAway.values())
        delete &connection->socket();
}

Response GuardedServer::refusal(int status) const
{
    return m_options.refusalPage ? m_options.refusalPage(status) : plainResponse(status);
}

void GuardedServer::setReady(Connection *connection)
{
    m_ready = connection;
}

Connection *GuardedServer::takeReady()
{
    Connection *connection = m_ready;
    m_ready.clear();
    return connection;
}

std::string_view GuardedServer::peek(QTcpSocket &socket)
{
    const qint64 wanted = std::min(socket.bytesAvailable(), static_cast<qint64>(m_peeked.size()));
    const qint64 got = socket.peek(m_peeked.data(), wanted);
    return {m_peeked.data(), static_cast<std::size_t>(std::max<qint64>(got, 0))};
}

void GuardedServer::count(int refusedStatus)
{
    switch (refusedStatus) {
    case 400:
    case 417:
    case 501:
    case 505:
        ++m_counters.badRequests;
        break;
    case 408:
        ++m_counters.timedOut;
        break;
    case 413:
        ++m_counters.bodiesTooLarge;
        break;
    case 431:
        ++m_counters.headsTooLarge;
        break;
    default:
        break; // counted where the reason is known
    }
}

bool GuardedServer::hasRoomFor(const QHostAddress &address)
{
    if (m_networks.value(networkOf(address)).size() >= m_options.maxConnectionsPerNetwork &&
        !isInAny(address, m_options.trustedProxies)) {
        ++m_counters.tooManyOfNetwork;
        return false;
    }
    if (m_connections.size() < m_options.maxConnections)
        return true;
    if (Connection *idler = longestWaiting()) {
        idler->giveWay();
        return true;
    }
    ++m_counters.tooMany;
    return false;
}

// Of the network that has the most, so that a crowd from few places never takes the place of one who comes alone.
Connection *GuardedServer::longestWaiting() const
{
    Connection *longest = nullptr;
    qsizetype most = 0;
    for (const QList<Connection *> &network : m_networks) {
        if (network.size() < most)
            continue;
        for (Connection *connection : network) {
            if (connection->waitsForVisitor()
                && (!longest || network.size() > most || connection->waitsSince() < longest->waitsSince())) {
                longest = connection;
                most = network.size();
            }
        }
    }
    return longest;
}

void GuardedServer::enlist(Connection &connection, const QHostAddress &address)
{
    const Network network = networkOf(address);
    m_connections.insert(&connection, network);
    m_networks[network].append(&connection);
    ++m_counters.open;
}

void GuardedServer::incomingConnection(qintptr descriptor)
{
    QTcpSocket *socket = makeSocket();
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    ++m_counters.connections;
    if (!m_sweep.isActive())
        m_sweep.start();
    socket->setReadBufferSize(static_cast<qint64>(m_options.limits.head + m_options.limits.body) +
                              readBufferMargin);
    const QHostAddress address = plainAddress(socket->peerAddress());
    if (!hasRoomFor(address)) {
        turnAway(*socket);
        return;
    }
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Before QHttpServer hears of the socket: slots run in the order in which they were connected.
    auto *connection = new Connection(*socket, *this);
    enlist(*connection, address);
    connection->begin();
}

QTcpSocket *GuardedServer::makeSocket()
{
    if (!m_options.tls)
        return new QTcpSocket(this);
    auto *socket = new QSslSocket(this);
    socket->setSslConfiguration(m_options.tls());
    return socket;
}

void GuardedServer::handOver(Connection &connection)
{
    addPendingConnection(&connection.socket());
}

void GuardedServer::turnAway(QTcpSocket &socket)
{
    // Nor does anybody who would first have to agree on TLS: a handshake costs more than a page.
    if (m_options.tls || m_turnedAway.size() >= maximumTurnedAway) {
        delete &socket;
        return;
    }
    auto *connection = new Connection(socket, *this);
    m_turnedAway.insert(connection);
    connection->refuse(503);
}

void GuardedServer::forget(Connection &connection)
{
    if (m_turnedAway.remove(&connection))
        return;
    const auto found = m_connections.constFind(&connection);
    if (found == m_connections.cend())
        return;
    const auto network = m_networks.find(found.value());
    network->removeOne(&connection);
    if (network->isEmpty())
        m_networks.erase(network);
    m_connections.erase(found);
    --m_counters.open;
    if (m_closing && m_connections.isEmpty())
        QMetaObject::invokeMethod(this, &GuardedServer::drained, Qt::QueuedConnection);
}

void GuardedServer::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    const bool overdue = m_closing && now >= m_closeBy;
    std::vector<QPointer<Connection>> expired; // what they do may take others off the lists
    for (auto it = m_connections.cbegin(); it != m_connections.cend(); ++it) {
        if (overdue || it.key()->deadline() <= now)
            expired.emplace_back(it.key());
    }
    for (Connection *connection : std::as_const(m_turnedAway)) {
        if (overdue || connection->deadline() <= now)
            expired.emplace_back(connection);
    }
    for (const QPointer<Connection> &connection : expired) {
        if (connection && overdue)
            connection->socket().abort();
        else if (connection)
            connection->onDeadline();
    }
    if (m_connections.isEmpty() && m_turnedAway.isEmpty())
        m_sweep.stop();
}

void GuardedServer::onAcceptError()
{
    // QTcpServer stops accepting for good when the process runs out of descriptors; come back when some are
    // free.
    ++m_counters.outOfDescriptors;
    QTimer::singleShot(pauseAfterAcceptError, this, [this] {
        if (isListening())
            resumeAccepting();
    });
}

void GuardedServer::closeGracefully()
{
    close();
    if (m_closing)
        return;
    m_closing = true;
    m_closeBy = std::chrono::steady_clock::now() + m_options.closeTimeout;
    if (m_connections.isEmpty()) {
        QMetaObject::invokeMethod(this, &GuardedServer::drained, Qt::QueuedConnection);
        return;
    }
    for (Connection *connection : m_connections.keys()) // a copy: closing takes them off
        connection->closeWhenIdle();
}

} // namespace shirase::http
