// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"
#include "ServerUnderTest.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <memory>
#include <vector>

using namespace shirase::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray goodRequest = "GET / HTTP/1.1\r\nHost: a.example\r\n\r\n";

bool isRefusal(const RawClient::Answer &answer, int status)
{
    return answer.status == status && answer.has("Connection: close") &&
           answer.has("X-Content-Type-Options: nosniff") &&
           answer.head.contains("\r\nContent-Security-Policy: default-src 'none'") && !answer.body.isEmpty();
}

using Clients = std::vector<std::unique_ptr<RawClient>>;

void addClients(Clients &clients, int count, quint16 port, const QString &from = {})
{
    for (int i = 0; i < count; ++i)
        clients.push_back(std::make_unique<RawClient>(port, from));
}

} // namespace

class tst_HttpServerLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anOversizeHeadGets431();
    void anOversizeBodyGets413BeforeItIsSent();
    void aRefusedVisitorMayFinishSendingAndReadsWhy();
    void aRefusedVisitorThatSendsOnIsCutOff();
    void theLargestRequestIsServed();
    void garbageIsRefusedAtOnce();
    void aSlowHeadGets408();
    void aSlowBodyGets408();
    void oneByteAtATimeDoesNotMoveTheDeadline();
    void aSilentConnectionIsClosedWithoutAWord();
    void anIdleConnectionIsClosedWithoutAWord();
    void aSlowHandlerGets503AndItsAnswerIsDropped();
    void aVisitorWhoDoesNotReadIsCutOff();
    void anUnreadAnswerHoldsUpTheNextRequest();
    void whoReadsGetsEveryLongAnswer();
    void thereIsACapForAllConnections();
    void whoWaitsLongestGivesWayWhenAllAreTaken();
    void aCrowdFromOneNetworkGivesWayBeforeOneWhoCameAlone();
    void thereIsACapForEachNetwork();
    void aTrustedProxyIsNotCapped();
    void refusalsMayHaveAPage();
    void closingCutsOffWhatTakesTooLong();
    void thousandsOfSilentConnectionsDoNotSlowAVisitor();
};

void tst_HttpServerLimits::init()
{
    // A visitor must not be able to fill the log, and nothing may be logged of a visitor.
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_HttpServerLimits::anOversizeHeadGets431()
{
    ServerUnderTest web({.lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send("GET / HTTP/1.1\r\nHost: a.example\r\n" +
                QByteArray("X: " + QByteArray(1000, 'x') + "\r\n").repeated(17));
    QVERIFY(isRefusal(client.firstAnswer(), 431));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(web.counters().headsTooLarge, 1U);
    QVERIFY(web.requests.empty());
}

void tst_HttpServerLimits::anOversizeBodyGets413BeforeItIsSent()
{
    ServerUnderTest web({.lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send("POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 200000000\r\n\r\n");
    QVERIFY(isRefusal(client.firstAnswer(), 413));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(web.counters().bodiesTooLarge, 1U);
}

void tst_HttpServerLimits::aRefusedVisitorMayFinishSendingAndReadsWhy()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send("POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 500000\r\n\r\n" +
                QByteArray(500'000, 'x'));
    QVERIFY(isRefusal(client.firstAnswer(), 413));
    QVERIFY(web.requests.empty());
    client.finish();
    QTRY_COMPARE(web.server->connectionCount(), 0);
}

void tst_HttpServerLimits::aRefusedVisitorThatSendsOnIsCutOff()
{
    ServerUnderTest web({.lingerTimeout = 1h});
    RawClient client(web.port);
    client.send("POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 99999999\r\n\r\n");
    QVERIFY(isRefusal(client.firstAnswer(), 413));
    client.send(QByteArray(8 * 1024 * 1024, 'x'));
    QTRY_VERIFY(client.isClosed());
}

void tst_HttpServerLimits::theLargestRequestIsServed()
{
    ServerUnderTest web;
    RawClient client(web.port);
    QByteArray head = "POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 65536\r\n";
    head += "X: " + QByteArray(8150, 'x') + "\r\nY: ";
    head += QByteArray(16 * 1024 - head.size() - 4, 'y') + "\r\n\r\n";
    client.send(head + QByteArray(64 * 1024, 'b'));
    client.send(goodRequest);
    QTRY_COMPARE(client.answers().size(), 2);
    QCOMPARE(client.answers()[0].status, 200);
    QCOMPARE(web.requests.front().body.size(), 64 * 1024);
    QCOMPARE(client.answers()[1].status, 200);
}

void tst_HttpServerLimits::garbageIsRefusedAtOnce()
{
    ServerUnderTest web({.lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send(QByteArray("\x16\x03\x01\x00\xa5\x01\x00\x00", 8)); // a TLS greeting
    QVERIFY(isRefusal(client.firstAnswer(), 400));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(web.counters().badRequests, 1U);
}

void tst_HttpServerLimits::aSlowHeadGets408()
{
    ServerUnderTest web({.requestTimeout = 100ms, .lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send("GET / HTTP/1.1\r\nHost: a.ex");
    QVERIFY(isRefusal(client.firstAnswer(), 408));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(web.counters().timedOut, 1U);
}

void tst_HttpServerLimits::aSlowBodyGets408()
{
    ServerUnderTest web({.requestTimeout = 100ms, .lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send("POST / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 10\r\n\r\n12345");
    QVERIFY(isRefusal(client.firstAnswer(), 408));
    QVERIFY(web.requests.empty());
}

void tst_HttpServerLimits::oneByteAtATimeDoesNotMoveTheDeadline()
{
    ServerUnderTest web({.requestTimeout = 200ms, .lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send("GET / HTTP/1.1\r\nX: ");
    QTimer drip;
    connect(&drip, &QTimer::timeout, this, [&] { client.send("x"); });
    drip.start(20ms);
    QVERIFY(isRefusal(client.firstAnswer(), 408));
}

void tst_HttpServerLimits::aSilentConnectionIsClosedWithoutAWord()
{
    ServerUnderTest web({.idleTimeout = 100ms});
    RawClient client(web.port);
    QTRY_VERIFY(client.isConnected());
    QTRY_VERIFY(client.isClosed());
    QVERIFY(client.received().isEmpty());
    QCOMPARE(web.counters().idleClosed, 1U);
}

void tst_HttpServerLimits::anIdleConnectionIsClosedWithoutAWord()
{
    ServerUnderTest web({.idleTimeout = 100ms});
    RawClient client(web.port);
    client.send(goodRequest);
    QCOMPARE(client.firstAnswer().status, 200);
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
}

void tst_HttpServerLimits::aSlowHandlerGets503AndItsAnswerIsDropped()
{
    ServerUnderTest web({.answerTimeout = 100ms, .lingerTimeout = 200ms});
    RawClient client(web.port);
    client.send("GET /late HTTP/1.1\r\nHost: a.example\r\n\r\n" + goodRequest);
    QVERIFY(isRefusal(client.firstAnswer(), 503));
    web.answerKept(0, "too late");
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
    QCOMPARE(web.counters().unanswered, 1U);
}

void tst_HttpServerLimits::aVisitorWhoDoesNotReadIsCutOff()
{
    ServerUnderTest web({.sendTimeout = 100ms});
    RawClient client(web.port);
    client.readNothing();
    client.send("GET /big HTTP/1.1\r\nHost: a.example\r\n\r\n");
    QTRY_COMPARE(web.counters().requests, 1U);
    QTRY_COMPARE(web.counters().slowReaders, 1U);
    QCOMPARE(web.server->connectionCount(), 0);
}

void tst_HttpServerLimits::anUnreadAnswerHoldsUpTheNextRequest()
{
    ServerUnderTest web({.sendTimeout = 100ms});
    RawClient client(web.port);
    client.readNothing();
    client.send(QByteArray("GET /big HTTP/1.1\r\nHost: a.example\r\n\r\n").repeated(10));
    QTRY_COMPARE(web.counters().slowReaders, 1U);
    QVERIFY(web.requests.size() < 5); // the system's buffers hold one or two of the answers
}

void tst_HttpServerLimits::whoReadsGetsEveryLongAnswer()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(QByteArray("GET /big HTTP/1.1\r\nHost: a.example\r\n\r\n").repeated(3));
    QVERIFY(client.waitForAnswers(3, 20s));
    QCOMPARE(client.answers().last().body.size(), 8 * 1024 * 1024);
}

void tst_HttpServerLimits::thereIsACapForAllConnections()
{
    ServerUnderTest web({.maxConnections = 5, .lingerTimeout = 50ms});
    Clients clients;
    addClients(clients, 5, web.port);
    for (const auto &client : clients)
        client->send("GET /late HTTP/1.1\r\nHost: a.example\r\n\r\n");
    QTRY_COMPARE(web.kept.size(), std::size_t(5));
    RawClient sixth(web.port);
    sixth.send(goodRequest);
    QVERIFY(isRefusal(sixth.firstAnswer(), 503));
    QVERIFY(sixth.answers().first().head.contains("\r\nRetry-After: "));
    QCOMPARE(web.counters().tooMany, 1U);
    QCOMPARE(web.counters().gaveWay, 0U);
    clients.clear();
    QTRY_COMPARE(web.server->connectionCount(), 0);
    RawClient next(web.port);
    next.send(goodRequest);
    QCOMPARE(next.firstAnswer().status, 200);
}

void tst_HttpServerLimits::whoWaitsLongestGivesWayWhenAllAreTaken()
{
    ServerUnderTest web({.maxConnections = 4});
    RawClient silent(web.port);
    QTRY_COMPARE(web.server->connectionCount(), 1);
    RawClient trickling(web.port);
    trickling.send("GET / HT");
    QTRY_COMPARE(web.server->connectionCount(), 2);
    RawClient working(web.port);
    working.send("GET /late HTTP/1.1\r\nHost: a.example\r\n\r\n");
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    RawClient idle(web.port);
    idle.send(goodRequest);
    QCOMPARE(idle.firstAnswer().status, 200);

    Clients newcomers;
    for (const RawClient *gone : {&silent, &trickling, &idle}) {
        newcomers.push_back(std::make_unique<RawClient>(web.port));
        newcomers.back()->send("GET /late HTTP/1.1\r\nHost: a.example\r\n\r\n");
        QTRY_VERIFY(gone->isClosed());
        QCOMPARE(web.server->connectionCount(), 4);
    }
    QCOMPARE(web.counters().gaveWay, 3U);
    QCOMPARE(web.counters().tooMany, 0U);
    QTRY_COMPARE(web.kept.size(), std::size_t(4));
    QVERIFY(working.isConnected());
}

void tst_HttpServerLimits::aCrowdFromOneNetworkGivesWayBeforeOneWhoCameAlone()
{
    ServerUnderTest web({.maxConnections = 4});
    RawClient alone(web.port, u"127.0.0.2"_s);
    QTRY_COMPARE(web.server->connectionCount(), 1);
    Clients crowd;
    addClients(crowd, 10, web.port, u"127.0.0.3"_s);
    QTRY_COMPARE(web.counters().gaveWay, 7U);
    alone.send(goodRequest);
    QCOMPARE(alone.firstAnswer().status, 200);
}

void tst_HttpServerLimits::thereIsACapForEachNetwork()
{
    ServerUnderTest web({.maxConnectionsPerNetwork = 3, .lingerTimeout = 50ms});
    Clients clients;
    addClients(clients, 3, web.port, u"127.0.0.2"_s);
    QTRY_COMPARE(web.server->connectionCount(), 3);
    RawClient fourth(web.port, u"127.0.0.2"_s);
    QVERIFY(isRefusal(fourth.firstAnswer(), 503));
    RawClient neighbour(web.port, u"127.0.0.3"_s);
    neighbour.send(goodRequest);
    QCOMPARE(neighbour.firstAnswer().status, 200);
    QCOMPARE(web.counters().tooManyOfNetwork, 1U);
    clients.pop_back();
    QTRY_COMPARE(web.server->connectionCount(), 3);
    RawClient again(web.port, u"127.0.0.2"_s);
    again.send(goodRequest);
    QCOMPARE(again.firstAnswer().status, 200);
}

void tst_HttpServerLimits::aTrustedProxyIsNotCapped()
{
    ServerUnderTest web(
        {.maxConnectionsPerNetwork = 1, .trustedProxies = {{QHostAddress(QHostAddress::LocalHost), 32}}});
    Clients clients;
    addClients(clients, 10, web.port);
    QTRY_COMPARE(web.server->connectionCount(), 10);
    QCOMPARE(web.counters().tooManyOfNetwork, 0U);
}

void tst_HttpServerLimits::refusalsMayHaveAPage()
{
    ServerUnderTest web({.refusalPage = [](int status) {
        return Response{
            .status = status, .contentType = "text/html; charset=utf-8", .body = "a page", .headers = {}};
    }});
    RawClient client(web.port);
    client.send("nonsense\r\n");
    QVERIFY(isRefusal(client.firstAnswer(), 400));
    QCOMPARE(client.answers().first().body, "a page");
}

void tst_HttpServerLimits::closingCutsOffWhatTakesTooLong()
{
    ServerUnderTest web({.lingerTimeout = 1h, .closeTimeout = 100ms});
    QSignalSpy closed(web.server.get(), &HttpServer::closed);
    RawClient client(web.port);
    client.send("GET /late HTTP/1.1\r\nHost: a.example\r\n\r\n");
    QTRY_COMPARE(web.kept.size(), std::size_t(1));
    web.server->close();
    QTRY_COMPARE(closed.count(), 1);
    QTRY_VERIFY(client.isClosed());
}

void tst_HttpServerLimits::thousandsOfSilentConnectionsDoNotSlowAVisitor()
{
    constexpr int silent =
        400; // both ends live in this process; system limits on descriptors are often 1,024
    ServerUnderTest web({.maxConnectionsPerNetwork = silent + 1});
    Clients clients;
    addClients(clients, silent, web.port);
    QTRY_COMPARE(web.server->connectionCount(), silent);
    RawClient visitor(web.port);
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= 200; ++i) {
        visitor.send(goodRequest);
        QVERIFY(visitor.waitForAnswers(i, 2s));
    }
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(web.server->connectionCount(), silent + 1);
}

QTEST_GUILESS_MAIN(tst_HttpServerLimits)
#include "tst_HttpServerLimits.moc"
