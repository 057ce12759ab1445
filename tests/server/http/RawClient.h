// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEventLoop>
#include <QHostAddress>
#include <QList>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>
#include <tuple>

/// A client that sends what it is told, byte for byte, and keeps what comes back.
class RawClient
{
public:
    struct Answer
    {
        int status = 0;
        QByteArray head; ///< with the status line and the empty line
        QByteArray body;

        [[nodiscard]] bool has(const QByteArray &line) const { return head.contains("\r\n" + line + "\r\n"); }
    };

    explicit RawClient(quint16 port, const QString &from = {})
    {
        QObject::connect(&m_socket, &QTcpSocket::readyRead, [this] { m_received += m_socket.readAll(); });
        if (!from.isEmpty())
            m_socket.bind(QHostAddress(from));
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }

    void send(const QByteArray &bytes) { m_socket.write(bytes); }
    void leave() { m_socket.abort(); }
    void finish() { m_socket.disconnectFromHost(); }
    /// So that the system's buffers fill instead of ours.
    void readNothing() { m_socket.setReadBufferSize(1); }

    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }
    [[nodiscard]] qint64 unsent() const { return m_socket.bytesToWrite(); }
    [[nodiscard]] QByteArray received() const { return m_received; }

    /// The whole answers so far; those to HEAD have no body.
    [[nodiscard]] QList<Answer> answers(bool toHead = false) const
    {
        QList<Answer> all;
        for (qsizetype at = 0;;) {
            const qsizetype end = m_received.indexOf("\r\n\r\n", at);
            if (end < 0)
                return all;
            Answer answer;
            answer.head = m_received.sliced(at, end + 4 - at);
            answer.status = answer.head.sliced(9, 3).toInt();
            const qsizetype field = answer.head.indexOf("\r\nContent-Length: ");
            const qsizetype length =
                field < 0 || toHead
                    ? 0
                    : answer.head.sliced(field + 18, answer.head.indexOf("\r\n", field + 2) - field - 18)
                          .toInt();
            if (m_received.size() < end + 4 + length)
                return all;
            answer.body = m_received.sliced(end + 4, length);
            at = end + 4 + length;
            all.append(answer);
        }
    }

    /// Whether so many answers come whole. Waits in the event loop itself: QTest::qWaitFor() sleeps after each round of events,
    /// and with Qt 6.8 each step between the two ends is a round of its own.
    [[nodiscard]] bool waitForAnswers(qsizetype count, std::chrono::milliseconds patience = std::chrono::seconds(5))
    {
        QEventLoop loop;
        QTimer::singleShot(patience, &loop, &QEventLoop::quit);
        QObject::connect(&m_socket, &QTcpSocket::readyRead, &loop, [this, count, &loop] {
            if (answers().size() >= count)
                loop.quit();
        });
        QObject::connect(&m_socket, &QTcpSocket::disconnected, &loop, &QEventLoop::quit);
        if (answers().size() < count && !isClosed())
            loop.exec();
        return answers().size() >= count;
    }

    /// The first answer, once it is whole.
    [[nodiscard]] Answer firstAnswer()
    {
        std::ignore = waitForAnswers(1);
        return answers().value(0);
    }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};
