// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"
#include "server/http/HttpFraming.h"

#include <QObject>
#include <QSslSocket>

#include <chrono>

namespace shirase::http {

class GuardedServer;

/// A request that has been judged and is complete. Copied out of the bytes once: what was judged is what is
/// handled, whatever QHttpServer makes of the same bytes.
struct FramedRequest
{
    QByteArray method;
    QByteArray target; ///< origin form with query, percent-encoded as sent
    QByteArray host;   ///< lowercase, with the port as sent
    QList<Header> headers;
    qsizetype bodyLength = 0;
    bool keepAlive = false;
};

/// The framing guard of one connection. It stands in front of QHttpServer's slot on the same readyRead and
/// lets it see one complete, judged request at a time, and nothing else.
///
/// How (measured on Qt 6.4.2, and read in the sources of 6.4.2 and 6.8.0): QHttpServer reads inside a read
/// transaction that it begins unless one has begun. So the guard hides bytes by beginning a transaction and
/// skipping to its end: QHttpServer then reads nothing and waits. To show a complete request the guard rolls
/// the transaction back and puts a short head of its own in the place of the one that was sent; QHttpServer begins
/// its own transaction, reads exactly the request, commits and calls handleRequest within the same emission. Bytes after it (a pipelined request) stay in the buffer and are
/// hidden until the answer is out, so answers keep their order whenever they come; the guard then wakes both
/// with a queued readyRead, as QHttpServer itself does. If QHttpServer has read another number of bytes than
/// was judged, the request is refused and the connection closed.
///
/// A QSslSocket decrypts while it is flushed, and emits readyRead within that. No request is begun then: QHttpServer 6.8 hears
/// of none before the handler of the one before has returned. With its buffer full it stops decrypting, until all that it
/// holds has been read; skipping to the end is reading, too.
///
/// A visitor that closes its sending half before the answer gets none if the answer comes in a later turn of
/// the event loop: Qt closes the whole socket then.
class Connection final : public QObject
{
    Q_OBJECT

public:
    using Time = std::chrono::steady_clock::time_point;

    /// @param socket becomes the parent; a QSslSocket speaks TLS
    Connection(QTcpSocket &socket, GuardedServer &server);
    ~Connection() override;

    /// Agrees on TLS where that is to be spoken; then hands the socket over to QHttpServer.
    void begin();

    [[nodiscard]] QTcpSocket &socket() { return *m_socket; }
    [[nodiscard]] Time deadline() const { return m_deadline; }

    /// The request whose bytes QHttpServer has just read, and the number that its answer must bear.
    [[nodiscard]] const FramedRequest &request() const { return m_request; }
    [[nodiscard]] quint64 serial() const { return m_serial; }
    /// Whether QHttpServer has read what was judged, not a byte more or less.
    [[nodiscard]] bool wasReadExactly(qsizetype bodySize) const;
    /// The handler has been called and has returned.
    void handlerReturned() { m_inHandler = false; }
    /// Whether the visitor came by TLS, all the way.
    void setSecure(bool secure) { m_secure = secure; }
    [[nodiscard]] bool isEncrypted() const { return m_tls != nullptr; }

    /// Sends the answer to the request of this number; a second one, or one that comes too late, goes
    /// nowhere.
    void answer(quint64 serial, const Response &response);
    /// The handler has given up: 503.
    void leaveUnanswered(quint64 serial);
    /// Answers in the guard's own name and closes after the visitor had time to read it.
    void refuse(int status, const QList<Header> &headers = {});

    /// Whether it waits for the visitor to begin a request or to finish one, and since when.
    [[nodiscard]] bool waitsForVisitor() const { return m_phase <= Phase::Receiving; }
    [[nodiscard]] Time waitsSince() const { return m_entered; }
    /// Ends without a word, so that somebody else may come in.
    void giveWay();

    void onDeadline();
    /// Closes as soon as nothing is under way.
    void closeWhenIdle();

private:
    enum class Phase { // in the order in which a request passes through them
        Handshake, ///< TLS is not agreed yet
        Idle,      ///< no byte of a request is here
        Receiving, ///< a request is incomplete
        Handling,  ///< the handler has it
        Sending,   ///< the visitor has not taken the whole answer yet
        Draining,  ///< refused; what still comes is dropped
        Closing,   ///< the last answer is on its way out
    };

    void leave();
    void onEncrypted();
    void onReadyRead();
    void judge();
    void accept(const RequestHead &head, qint64 available);
    void putShortHead(qint64 sent);
    void hide();
    void show();
    void drop();
    void write(const Response &response, bool keepAlive);
    void send(const Response &response, bool keepAlive);
    [[nodiscard]] bool hasUnsent() const;
    void onBytesWritten();
    void becomeIdle();
    void beginClosing();
    void enter(Phase phase, std::chrono::milliseconds timeout);

    QTcpSocket *m_socket;
    QSslSocket *m_tls; ///< the same socket, where TLS is spoken
    GuardedServer &m_server;
    FramedRequest m_request;
    Time m_entered; ///< when the phase began
    Time m_deadline;
    Phase m_phase = Phase::Idle;
    quint64 m_serial = 0; ///< of the request that is being handled
    qint64 m_hidden = 0;  ///< bytes behind the open transaction
    qint64 m_awaited = 0; ///< bytes of the whole request once its head is known
    qint64 m_left = 0;    ///< bytes that must remain after QHttpServer has read the request
    qint64 m_dropped = 0; ///< bytes, while draining
    bool m_gone = false; ///< off the server's lists
    bool m_inHandler = false;
    bool m_flushing = false;
    bool m_headOnly = false;
    bool m_secure = false;
    bool m_continued = false; ///< "100 Continue" has been sent for this request
};

} // namespace shirase::http
