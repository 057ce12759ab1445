// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Connection.h"

#include "server/http/GuardedServer.h"

#include <utility>

namespace shirase::http {
namespace {

constexpr qint64 maximumDropped = 1024 * 1024; ///< bytes that a refused visitor may still send

QByteArray copied(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

FramedRequest copied(const RequestHead &head)
{
    FramedRequest request{.method = copied(head.method),
                          .target = copied(head.target),
                          .host = copied(head.host).toLower(),
                          .headers = {},
                          .bodyLength = static_cast<qsizetype>(head.bodyLength),
                          .keepAlive = head.keepAlive};
    request.headers.reserve(static_cast<qsizetype>(head.fields.size()));
    for (const HeadField &field : head.fields)
        request.headers.emplace_back(copied(field.name).toLower(), copied(field.value));
    return request;
}

} // namespace

Connection::Connection(QTcpSocket &socket, GuardedServer &server)
    : QObject(&socket)
    , m_socket(&socket)
    , m_tls(qobject_cast<QSslSocket *>(&socket))
    , m_server(server)
    , m_secure(isEncrypted())
{
    connect(m_socket, &QTcpSocket::readyRead, this, &Connection::onReadyRead);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &Connection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, [this] {
        if (m_phase == Phase::Handling)
            ++m_server.counters().abandoned;
        else if (m_phase == Phase::Handshake)
            ++m_server.counters().handshakesFailed;
        m_phase = Phase::Closing;
        leave();
        m_socket->deleteLater();
    });
    enter(Phase::Idle, m_server.options().idleTimeout);
}

Connection::~Connection()
{
    leave();
}

void Connection::leave()
{
    // Once: the socket is deleted later, perhaps together with a server whose lists are gone by then.
    if (!std::exchange(m_gone, true))
        m_server.forget(*this);
}

void Connection::enter(Phase phase, std::chrono::milliseconds timeout)
{
    m_phase = phase;
    m_entered = std::chrono::steady_clock::now();
    m_deadline = m_entered + timeout;
}

void Connection::begin()
{
    if (!m_tls) {
        m_server.handOver(*this);
        return;
    }
    connect(m_tls, &QSslSocket::encrypted, this, &Connection::onEncrypted);
    connect(m_tls, &QSslSocket::encryptedBytesWritten, this, &Connection::onBytesWritten);
    enter(Phase::Handshake, m_server.options().handshakeTimeout);
    m_tls->startServerEncryption();
}

void Connection::onEncrypted()
{
    if (m_phase != Phase::Handshake)
        return;
    enter(Phase::Idle, m_server.options().idleTimeout);
    m_server.handOver(*this);
}

void Connection::onReadyRead()
{
    if (!m_socket->isOpen())
        return; // a wake-up that came after the end
    switch (m_phase) {
    case Phase::Handshake:
        break; // nothing is decrypted before
    case Phase::Idle:
    case Phase::Receiving:
        judge();
        break;
    case Phase::Handling:
    case Phase::Sending:
        hide();
        break;
    case Phase::Draining:
    case Phase::Closing:
        drop();
        break;
    }
}

void Connection::judge()
{
    const qint64 available = m_hidden + m_socket->bytesAvailable();
    if (available == 0)
        return;
    if (m_phase == Phase::Idle)
        enter(Phase::Receiving, m_server.options().requestTimeout);
    if (available < m_awaited) {
        hide();
        return;
    }
    show();
    const std::string_view bytes = m_server.peek(*m_socket);
    const Framing framing =
        frameRequest(bytes, static_cast<std::size_t>(available), m_server.options().limits);
    switch (framing.verdict) {
    case FramingVerdict::Complete:
        accept(framing.head, available);
        break;
    case FramingVerdict::Refused:
        refuse(framing.status);
        break;
    case FramingVerdict::Incomplete:
        m_awaited = static_cast<qint64>(framing.awaited);
        hide();
        if (framing.head.expectsContinue && m_awaited > 0 && !m_continued) {
            m_continued = true;
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        }
        break;
    }
}

void Connection::accept(const RequestHead &head, qint64 available)
{
    m_request = copied(head);
    putShortHead(static_cast<qint64>(head.headLength));
    m_left = available - static_cast<qint64>(head.headLength + head.bodyLength);
    m_headOnly = m_request.method == "HEAD";
    m_secure = isEncrypted();
    m_inHandler = true;
    ++m_serial;
    enter(Phase::Handling, m_server.options().answerTimeout);
    m_server.setReady(this);
}

/// QHttpServer gets a head of our own in the place of what was sent: it tells it the length of the body, all that it has to
/// know. It reads heads byte by byte, which for those of a browser was 105,000 of the 260,000 instructions that a
/// registration cost this thread, and is 25,000 now (measured); nor does it see anything that we have not judged.
void Connection::putShortHead(qint64 sent)
{
    m_socket->skip(sent);
    const QByteArray head = "POST / HTTP/1.1\r\nContent-Length: " + QByteArray::number(m_request.bodyLength) + "\r\n\r\n";
    for (auto byte = head.crbegin(); byte != head.crend(); ++byte)
        m_socket->ungetChar(*byte);
}

bool Connection::wasReadExactly(qsizetype bodySize) const
{
    return m_phase == Phase::Handling && m_socket->bytesAvailable() == m_left &&
           bodySize == m_request.bodyLength;
}

void Connection::hide()
{
    if (!m_socket->isTransactionStarted())
        m_socket->startTransaction();
    if (const qint64 fresh = m_socket->bytesAvailable(); fresh > 0)
        m_hidden += m_socket->skip(fresh);
}

void Connection::show()
{
    if (m_socket->isTransactionStarted())
        m_socket->rollbackTransaction();
    m_hidden = 0;
}

void Connection::drop()
{
    if (m_dropped > maximumDropped) {
        hide(); // the buffer fills up, and TCP holds the sender back until the next sweep
        return;
    }
    show();
    m_dropped += m_socket->skip(m_socket->bytesAvailable());
    if (m_dropped > maximumDropped)
        enter(Phase::Closing, {});
}

void Connection::answer(quint64 serial, const Response &response)
{
    if (serial == m_serial && m_phase == Phase::Handling)
        send(response, m_request.keepAlive && !m_server.isClosing());
}

void Connection::leaveUnanswered(quint64 serial)
{
    if (serial != m_serial || m_phase != Phase::Handling)
        return;
    ++m_server.counters().unanswered;
    answer(serial, m_server.refusal(503));
}

void Connection::write(const Response &response, bool keepAlive)
{
    ++m_server.counters().answers.at(static_cast<std::size_t>(response.status / 100));
    m_socket->write(m_server.writer().write(
        response, {.headOnly = m_headOnly, .keepAlive = keepAlive, .secure = m_secure}));
}

void Connection::send(const Response &response, bool keepAlive)
{
    write(response, keepAlive);
    // The next request waits until this answer is taken, so that nobody fills our memory by asking without
    // reading.
    enter(Phase::Sending, m_server.options().sendTimeout);
    m_request.keepAlive = keepAlive;
    m_flushing = true;
    m_socket->flush();
    m_flushing = false;
    if (m_phase == Phase::Sending)
        onBytesWritten();
}

void Connection::onBytesWritten()
{
    if (m_flushing || m_phase != Phase::Sending || m_socket->state() != QAbstractSocket::ConnectedState)
        return;
    if (!m_request.keepAlive)
        beginClosing();
    else if (!hasUnsent())
        becomeIdle();
}

bool Connection::hasUnsent() const
{
    return m_socket->bytesToWrite() > 0 || (m_tls && m_tls->encryptedBytesToWrite() > 0);
}

void Connection::becomeIdle()
{
    if (m_server.isClosing()) {
        beginClosing();
        return;
    }
    enter(Phase::Idle, m_server.options().idleTimeout);
    m_awaited = 0;
    m_continued = false;
    m_headOnly = false;
    m_secure = isEncrypted();
    show();
    // QHttpServer does this itself when a handler returns with bytes left; a second wake-up might find the
    // socket closed, and reading would fill the log.
    if (!m_inHandler && m_socket->bytesAvailable() > 0)
        QMetaObject::invokeMethod(m_socket, &QTcpSocket::readyRead, Qt::QueuedConnection);
}

void Connection::beginClosing()
{
    enter(Phase::Closing, m_server.options().sendTimeout);
    m_socket->disconnectFromHost(); // after what is still to be written
}

void Connection::refuse(int status, const QList<Header> &headers)
{
    Response response = m_server.refusal(status);
    response.headers.append(headers);
    write(response, false);
    // Closing with bytes unread would reset the connection, and the visitor might never see why.
    enter(Phase::Draining, m_server.options().lingerTimeout);
    m_server.count(status);
    drop(); // no flush: it may find the visitor gone, and QHttpServer, whose turn is next, would read a
            // closed socket
}

void Connection::giveWay()
{
    ++m_server.counters().gaveWay;
    m_socket->abort();
}

void Connection::onDeadline()
{
    switch (m_phase) {
    case Phase::Handshake:
        m_socket->abort();
        break;
    case Phase::Idle:
        ++m_server.counters().idleClosed;
        beginClosing();
        break;
    case Phase::Receiving:
        refuse(408);
        break;
    case Phase::Handling:
        ++m_server.counters().unanswered;
        refuse(503);
        break;
    case Phase::Draining:
        beginClosing();
        break;
    case Phase::Sending:
    case Phase::Closing:
        ++m_server.counters().slowReaders;
        m_socket->abort();
        break;
    }
}

void Connection::closeWhenIdle()
{
    if (m_phase == Phase::Handshake)
        m_socket->abort();
    else if (m_phase == Phase::Idle)
        beginClosing();
}

} // namespace shirase::http
