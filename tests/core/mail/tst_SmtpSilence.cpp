// SPDX-License-Identifier: GPL-3.0-or-later
#include "SmtpPeer.h"
#include "SmtpSending.h"

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;
using Fault = DeliveryOutcome::Fault;

/// How SmtpTransport ends, and what it does where a relay has nothing more to say, or nobody is there.
class tst_SmtpSilence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysThatNobodyListens();
    void givesUpOnASilentRelay();
    void takesLeave();
    void doesNotWaitForARelayThatHasGoneSilent();
    void dropsAMailUnderWayBeforeItsFinalDot();
};

void tst_SmtpSilence::initTestCase()
{
    if (const QString missing = SmtpPeer::whatIsMissing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void tst_SmtpSilence::saysThatNobodyListens()
{
    SmtpTransport transport(plain("smtp://127.0.0.1:" + std::to_string(freePort())));
    const DeliveryOutcome outcome = send(transport, mail(1));
    QCOMPARE(outcome.kind, Kind::RelayFailed);
    QCOMPARE(outcome.replyCode, 0);
    QCOMPARE(outcome.fault, Fault::NoAnswer);
    QCOMPARE(transport.freeSlots(), 4U);
}

void tst_SmtpSilence::givesUpOnASilentRelay()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    SmtpOptions options = plain("smtp://127.0.0.1:" + std::to_string(silent.serverPort()));
    options.connectTimeout = 1s;
    options.replyTimeout = 1s;
    SmtpTransport transport(options);
    const DeliveryOutcome outcome = send(transport, mail(1));
    QCOMPARE(outcome.kind, Kind::RelayFailed);
    QCOMPARE(outcome.fault, Fault::TimedOut);
}

void tst_SmtpSilence::takesLeave()
{
    SmtpPeer peer;
    {
        SmtpTransport transport(plain(peer.url()));
        QCOMPARE(sendAll(transport, {mail(1), mail(2)}).size(), 2U);
    }
    QTRY_COMPARE(peer.events(u"quit"_s).size(), peer.events(u"connect"_s).size());
    QTRY_COMPARE(peer.events(u"lost"_s).size(), peer.events(u"connect"_s).size());
}

void tst_SmtpSilence::doesNotWaitForARelayThatHasGoneSilent()
{
    QTcpServer relay;
    QVERIFY(relay.listen(QHostAddress::LocalHost));
    auto transport =
        std::make_unique<SmtpTransport>(plain("smtp://127.0.0.1:" + std::to_string(relay.serverPort())));
    transport->submit(mail(1));
    QTRY_VERIFY(relay.hasPendingConnections());
    QTcpSocket *socket = relay.nextPendingConnection();
    socket->write("220 relay.example.jp\r\n");
    for (QByteArray command; command != ".\r\n";) {
        QTRY_VERIFY(socket->canReadLine());
        command = socket->readLine();
        if (command.startsWith("DATA"))
            socket->write("354 Go on\r\n");
        else if (command.startsWith("EHLO") || command.startsWith("MAIL") || command.startsWith("RCPT") ||
                 command == ".\r\n")
            socket->write("250 OK\r\n");
    }
    socket->flush();
    QCOMPARE(transport->wait(10s).size(), 1U);

    QElapsedTimer timer;
    timer.start();
    transport.reset();
    QVERIFY(timer.elapsed() < 5'000);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(socket->readAll(), "QUIT\r\n"_ba);
}

void tst_SmtpSilence::dropsAMailUnderWayBeforeItsFinalDot()
{
    QTcpServer relay;
    QVERIFY(relay.listen(QHostAddress::LocalHost));
    auto transport =
        std::make_unique<SmtpTransport>(plain("smtp://127.0.0.1:" + std::to_string(relay.serverPort())));
    OutgoingMail large = mail(1);
    for (int i = 0; i < 20; ++i)
        large.mime.append(1'000'000, 'x').append("\r\n");
    const std::size_t whole = large.mime.size();
    transport->submit(std::move(large));

    // The relay takes the commands and then reads no further, so that the mail is stuck half-way.
    QTRY_VERIFY(relay.hasPendingConnections());
    QTcpSocket *socket = relay.nextPendingConnection();
    takeUpToTheContent(*socket);
    socket->setReadBufferSize(1'000);
    QTRY_VERIFY(socket->bytesAvailable() > 0);

    QElapsedTimer timer;
    timer.start();
    transport.reset();
    QVERIFY(timer.elapsed() < 5'000);

    socket->setReadBufferSize(0);
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    const QByteArray taken = socket->readAll();
    QVERIFY(!taken.isEmpty());
    QVERIFY(static_cast<std::size_t>(taken.size()) < whole);
    QVERIFY(!taken.contains("\r\n.\r\n"));
}

QTEST_GUILESS_MAIN(tst_SmtpSilence)
#include "tst_SmtpSilence.moc"
