// SPDX-License-Identifier: GPL-3.0-or-later
#include "SmtpPeer.h"
#include "SmtpSending.h"
#include "core/mail/RelayTexts.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <set>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace std::string_literals;
using namespace shirase;
using Kind = DeliveryOutcome::Kind;
using Fault = DeliveryOutcome::Fault;

/// SmtpTransport against relays that are not ours: aiosmtpd and Postfix's smtp-sink.
class tst_SmtpTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sendsFiftyMailsOverFourConnectionsThatStayOpen();
    void sendsToPostfix();
    void doesNotLetOneMailWaitForTheNextConnectionsReply();
    void givesAConnectionItsNextMailOnlyAfterItsOutcomeWasFetched();
    void deliversAMailThatIsHeldOnlyWhenItIsLetGo();
    void givesUpAMailThatIsHeldForTooLong();
    void bringsTheMailAsItWasWritten_data();
    void bringsTheMailAsItWasWritten();
    void quotesTheLocalPartsOfCarriers();
    void introducesItself();
    void judgesTheReply_data();
    void judgesTheReply();
    void sendsTheNextMailAfterARefusedRecipient();
    void startsAnewWhereTheRelayHadEnoughOfAConnection();
    void keepsAConnectionLongerThanOneMailMayTake();
    void saysThatTheAddressIsNoRelays_data();
    void saysThatTheAddressIsNoRelays();
    void wakes();
};

void tst_SmtpTransport::initTestCase()
{
    if (const QString missing = SmtpPeer::whatIsMissing(); !missing.isEmpty())
        QSKIP(qPrintable(missing));
}

void tst_SmtpTransport::sendsFiftyMailsOverFourConnectionsThatStayOpen()
{
    SmtpPeer peer;
    SmtpTransport transport(plain(peer.url()));
    QCOMPARE(transport.freeSlots(), 4U);
    std::vector<OutgoingMail> mails;
    QStringList expected;
    for (int i = 0; i < 50; ++i) {
        mails.push_back(mail(i, "visitor" + std::to_string(i) + "@example.jp"));
        expected.append(u"TO:<visitor%1@example.jp>"_s.arg(i));
    }
    expected.sort();

    const auto outcomes = sendAll(transport, std::move(mails));

    QCOMPARE(outcomes.size(), 50U);
    for (const auto &[ticket, outcome] : outcomes) {
        QCOMPARE(outcome.kind, Kind::Accepted);
        QCOMPARE(outcome.replyCode, 250);
        QCOMPARE(outcome.enhancedStatus, "2.0.0");
    }
    QCOMPARE(transport.freeSlots(), 4U);
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 50);
    QCOMPARE(peer.recipients(), expected);
    QCOMPARE(peer.events(u"connect"_s).size(), 4);
    std::set<int> connections;
    for (const QJsonObject &taken : peer.events(u"mail"_s)) {
        QCOMPARE(taken[u"sender"].toString(), u"bounce@example.jp"_s);
        connections.insert(taken[u"peer"].toInt());
    }
    QCOMPARE(connections.size(), 4U);
}

void tst_SmtpTransport::sendsToPostfix()
{
    const QString program = QStandardPaths::findExecutable(u"smtp-sink"_s, {u"/usr/sbin"_s, u"/usr/bin"_s});
    if (program.isEmpty())
        QSKIP("Postfix's smtp-sink (package postfix) is not installed");
    QTemporaryDir dumps;
    const quint16 port = freePort();
    QStringList arguments{u"-d"_s, dumps.filePath(u"mail."_s), u"127.0.0.1:%1"_s.arg(port), u"100"_s};
    QProcess whoami;
    whoami.start(u"id"_s, {u"-u"_s});
    if (whoami.waitForFinished() && whoami.readAllStandardOutput().trimmed() == "0")
        arguments =
            QStringList{u"-u"_s, u"root"_s} + arguments; // it does not start as root without being told
    QProcess sink;
    sink.start(program, arguments);
    QTRY_VERIFY([port] {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, port);
        return socket.waitForConnected(1'000);
    }());

    std::map<std::int64_t, DeliveryOutcome> outcomes;
    {
        SmtpTransport transport(plain("smtp://127.0.0.1:" + std::to_string(port)));
        std::vector<OutgoingMail> mails;
        for (int i = 0; i < 50; ++i)
            mails.push_back(mail(i, "visitor" + std::to_string(i) + "@example.jp"));
        outcomes = sendAll(transport, std::move(mails));
    }

    QCOMPARE(outcomes.size(), 50U);
    for (const auto &[ticket, outcome] : outcomes)
        QCOMPARE(outcome.kind, Kind::Accepted);
    std::set<QByteArray> recipients;
    for (const QFileInfo &dump : QDir(dumps.path()).entryInfoList(QDir::Files)) {
        QFile file(dump.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray text = file.readAll();
        QVERIFY(text.contains("X-Mail-Args: <bounce@example.jp>"));
        QVERIFY(text.contains("X-Helo-Args: shirase.example.jp"));
        const qsizetype start = text.indexOf("X-Rcpt-Args: <") + 14;
        recipients.insert(text.mid(start, text.indexOf('>', start) - start));
    }
    QCOMPARE(recipients.size(), 50U);
    sink.terminate();
    sink.waitForFinished();
}

void tst_SmtpTransport::doesNotLetOneMailWaitForTheNextConnectionsReply()
{
    SmtpPeer peer({u"--delay"_s, u"1.5"_s});
    SmtpTransport transport(plain(peer.url()));
    QElapsedTimer timer;
    timer.start();
    const auto outcomes = sendAll(transport, {mail(1), mail(2), mail(3), mail(4)});
    QCOMPARE(outcomes.size(), 4U);
    QVERIFY2(timer.elapsed() < 5'500,
             qPrintable(QString::number(timer.elapsed()))); // one after the other: 6 s
}

void tst_SmtpTransport::givesAConnectionItsNextMailOnlyAfterItsOutcomeWasFetched()
{
    SmtpPeer peer;
    SmtpOptions options = plain(peer.url());
    options.connections = 1;
    SmtpTransport transport(options);
    transport.submit(mail(1));
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 1);
    QCOMPARE(transport.freeSlots(), 0U);
    QCOMPARE(transport.wait(10s).size(), 1U);
    QCOMPARE(transport.freeSlots(), 1U);
    QVERIFY(transport.wait(0ms).empty());
}

// REQUIREMENTS M2: all but its end goes ahead while the mail before it is recorded.
void tst_SmtpTransport::deliversAMailThatIsHeldOnlyWhenItIsLetGo()
{
    QTcpServer relay;
    QVERIFY(relay.listen(QHostAddress::LocalHost));
    SmtpTransport transport(plain("smtp://127.0.0.1:" + std::to_string(relay.serverPort())));
    OutgoingMail held = mail(1);
    held.held = true;
    const QByteArray whole = QByteArray::fromStdString(held.mime);
    transport.submit(held);
    QTRY_VERIFY(relay.hasPendingConnections());
    QTcpSocket *socket = relay.nextPendingConnection();
    takeUpToTheContent(*socket);
    QTRY_COMPARE(socket->bytesAvailable(), whole.size());
    QVERIFY(transport.wait(50ms).empty());
    QCOMPARE(socket->bytesAvailable(), whole.size());

    transport.letGo();
    QTRY_COMPARE(socket->bytesAvailable(), whole.size() + 3);
    QCOMPARE(socket->readAll(), whole + ".\r\n");
    socket->write("250 2.0.0 OK\r\n");
    socket->flush();
    const std::vector<DeliveryOutcome> outcomes = transport.wait(10s);
    QCOMPARE(outcomes.size(), 1U);
    QCOMPARE(outcomes[0].kind, Kind::Accepted);
}

void tst_SmtpTransport::givesUpAMailThatIsHeldForTooLong()
{
    SmtpPeer peer;
    SmtpOptions options = plain(peer.url());
    options.connections = 1;
    options.longestHold = 100ms;
    SmtpTransport transport(options);
    OutgoingMail held = mail(1);
    held.held = true;
    transport.submit(held);
    const std::vector<DeliveryOutcome> outcomes = transport.wait(10s);
    QCOMPARE(outcomes.size(), 1U);
    QCOMPARE(outcomes[0].kind, Kind::Withdrawn);
    QTRY_COMPARE(peer.events(u"lost"_s).size(), 1);
    QVERIFY(peer.events(u"mail"_s).isEmpty());
    transport.letGo(); // which comes too late

    QCOMPARE(send(transport, mail(2)).kind, Kind::Accepted);
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 1);
}

void tst_SmtpTransport::bringsTheMailAsItWasWritten_data()
{
    QTest::addColumn<bool>("held");
    QTest::addColumn<QByteArray>("mime");
    const auto row = [](const char *name, const QByteArray &mime) {
        QTest::addRow("%s", name) << false << mime;
        QTest::addRow("%s, held", name) << true << mime;
    };
    row("dots at line starts", "Subject: x\r\n\r\n.\r\n..\r\n.hidden\r\n...\r\nend\r\n"_ba);
    row("dot first of all", ".\r\n.\r\n"_ba);
    row("dot last of all", "Subject: x\r\n\r\ntext\r\n.\r\n"_ba);
    row("not ASCII", "Subject: x\r\n\r\n知らせ\r\n"_ba);
    row("empty lines at the end", "Subject: x\r\n\r\ntext\r\n\r\n\r\n"_ba);
    row("many times the buffer", "Subject: x\r\n\r\n"_ba + ".0123456789\r\n"_ba.repeated(200'000));
    row("998 bytes in a line", "Subject: x\r\n\r\n"_ba + QByteArray(998, '.') + "\r\n"_ba);
}

void tst_SmtpTransport::bringsTheMailAsItWasWritten()
{
    QFETCH(bool, held);
    QFETCH(QByteArray, mime);
    SmtpPeer peer;
    SmtpTransport transport(plain(peer.url()));
    OutgoingMail outgoing = mail(1);
    outgoing.mime = mime.toStdString();
    outgoing.held = held;
    transport.submit(outgoing);
    if (held)
        QVERIFY(transport.wait(100ms).empty()); // it stands before its end by then
    transport.letGo();
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 1);
    QVERIFY(SmtpPeer::content(peer.events(u"mail"_s).first()) == mime);
}

void tst_SmtpTransport::quotesTheLocalPartsOfCarriers()
{
    SmtpPeer peer;
    SmtpTransport transport(plain(peer.url()));
    sendAll(transport, {mail(1, "\"a..b\"@docomo.ne.jp"), mail(2, "\"a.\"@ezweb.ne.jp")});
    QTRY_COMPARE(peer.recipients(),
                 (QStringList{u"TO:<\"a.\"@ezweb.ne.jp>"_s, u"TO:<\"a..b\"@docomo.ne.jp>"_s}));
}

void tst_SmtpTransport::introducesItself()
{
    SmtpPeer peer;
    SmtpTransport transport(plain(peer.url()));
    send(transport, mail(1));
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 1);
    QCOMPARE(peer.events(u"mail"_s).first()[u"helo"].toString(), u"shirase.example.jp"_s);
}

void tst_SmtpTransport::judgesTheReply_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("reply");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("status");
    const auto row = [](const char *command, const QString &reply, Kind kind, int code,
                        const QByteArray &status) {
        QTest::addRow("%s answered %s", command, qPrintable(reply.left(9)))
            << QString::fromLatin1(command) << reply << kind << code << status;
    };
    const QString who = u" <gone@example.jp>: no such user"_s;
    row("RCPT", u"550 5.1.1"_s + who, Kind::Refused, 550, "5.1.1"_ba);
    row("RCPT", u"550"_s + who, Kind::Refused, 550, {});
    row("RCPT", u"553 5.1.3"_s + who, Kind::Refused, 553, "5.1.3"_ba);
    row("RCPT", u"450 4.2.1"_s + who, Kind::Deferred, 450, "4.2.1"_ba);
    row("RCPT", u"452 4.2.2"_s + who, Kind::Deferred, 452, "4.2.2"_ba);
    row("RCPT", u"421 4.3.2 closing"_s, Kind::RelayFailed, 421, "4.3.2"_ba);
    row("RCPT", u"530 5.7.0 log in first"_s, Kind::RelayFailed, 530, "5.7.0"_ba);
    row("RCPT", u"drop"_s, Kind::RelayFailed, 0, {});
    row("MAIL", u"550 5.7.1 not you"_s, Kind::RelayFailed, 550, "5.7.1"_ba);
    row("MAIL", u"530 5.7.0 log in first"_s, Kind::RelayFailed, 530, "5.7.0"_ba);
    row("MAIL", u"451 4.3.0 later"_s, Kind::Deferred, 451, "4.3.0"_ba);
    row("MAIL", u"421 4.7.0 too many"_s, Kind::RelayFailed, 421, "4.7.0"_ba);
    row("MAIL", u"drop"_s, Kind::RelayFailed, 0, {});
    row("DOT", u"554 5.7.1 looks like spam to gone@example.jp"_s, Kind::Refused, 554, "5.7.1"_ba);
    row("DOT", u"451 4.7.1 greylisted"_s, Kind::Deferred, 451, "4.7.1"_ba);
    row("DOT", u"421 4.3.2 closing"_s, Kind::RelayFailed, 421, "4.3.2"_ba);
    row("DOT", u"drop"_s, Kind::RelayFailed, 0, {});
}

void tst_SmtpTransport::judgesTheReply()
{
    QFETCH(QString, command);
    QFETCH(QString, reply);
    SmtpPeer peer({u"--reply"_s, command, u"*"_s, reply});
    SmtpTransport transport(plain(peer.url()));
    const DeliveryOutcome outcome = send(transport, mail(7, "gone@example.jp"));
    QCOMPARE(outcome.ticket, 7);
    QTEST(outcome.kind, "kind");
    QTEST(outcome.replyCode, "code");
    QTEST(QByteArray::fromStdString(outcome.enhancedStatus), "status");
    const QString sentence = relayText(outcome);
    QVERIFY(!sentence.isEmpty());
    QVERIFY2(!sentence.contains(u"gone"_s) && !outcome.detail.contains("gone"), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"example"_s) && !outcome.detail.contains("example"), qPrintable(sentence));
    QVERIFY(peer.events(u"mail"_s).isEmpty());

    QCOMPARE(send(transport, mail(8, "next@example.jp")).kind, Kind::Accepted);
}

void tst_SmtpTransport::sendsTheNextMailAfterARefusedRecipient()
{
    SmtpPeer peer(
        {u"--always"_s, u"--reply"_s, u"RCPT"_s, u"gone@example.jp"_s, u"550 5.1.1 no such user"_s});
    SmtpOptions options = plain(peer.url());
    options.connections = 2;
    SmtpTransport transport(options);
    std::vector<OutgoingMail> mails;
    for (int i = 0; i < 20; ++i)
        mails.push_back(mail(i, i % 2 ? "gone@example.jp" : "taro@example.jp"));
    const auto outcomes = sendAll(transport, std::move(mails));
    QCOMPARE(outcomes.size(), 20U);
    for (const auto &[ticket, outcome] : outcomes)
        QCOMPARE(outcome.kind, ticket % 2 ? Kind::Refused : Kind::Accepted);
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 10);
}

void tst_SmtpTransport::startsAnewWhereTheRelayHadEnoughOfAConnection()
{
    SmtpPeer peer({u"--mails-per-connection"_s, u"3"_s});
    SmtpOptions options = plain(peer.url());
    options.connections = 1;
    SmtpTransport transport(options);
    for (int i = 0; i < 10; ++i)
        QCOMPARE(send(transport, mail(i)).kind, Kind::Accepted);
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 10);
    QCOMPARE(peer.events(u"connect"_s).size(), 4);
}

void tst_SmtpTransport::keepsAConnectionLongerThanOneMailMayTake()
{
    SmtpPeer peer({u"--delay"_s, u"1.2"_s});
    SmtpOptions options = plain(peer.url());
    options.connections = 1;
    options.mailTimeout = 3s;
    SmtpTransport transport(options);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(send(transport, mail(i)).kind, Kind::Accepted);
    QTRY_COMPARE(peer.events(u"mail"_s).size(), 4);
    QCOMPARE(peer.events(u"connect"_s).size(), 1);
}

void tst_SmtpTransport::saysThatTheAddressIsNoRelays_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("host only") << "relay.example.jp"_ba;
    QTest::newRow("http") << "http://127.0.0.1:25"_ba;
    QTest::newRow("file") << "file:///etc/passwd"_ba;
    QTest::newRow("bad port") << "smtp://127.0.0.1:smtp"_ba;
}

void tst_SmtpTransport::saysThatTheAddressIsNoRelays()
{
    QFETCH(QByteArray, url);
    SmtpTransport transport(plain(url.toStdString()));
    const DeliveryOutcome outcome = send(transport, mail(1));
    QCOMPARE(outcome.kind, Kind::RelayFailed);
    QCOMPARE(outcome.fault, Fault::Address);
}

void tst_SmtpTransport::wakes()
{
    SmtpTransport transport(plain("smtp://127.0.0.1:1"));
    transport.wake();
    QVERIFY(transport.wait(60s).empty()); // a wake before the wait counts

    const std::jthread other([&transport] { transport.wake(); });
    QVERIFY(transport.wait(60s).empty());
    QVERIFY(transport.wait(1ms).empty());
    QVERIFY(transport.wait(std::chrono::milliseconds::min()).empty());
}

QTEST_GUILESS_MAIN(tst_SmtpTransport)
#include "tst_SmtpTransport.moc"
