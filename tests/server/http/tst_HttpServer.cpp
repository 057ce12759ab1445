// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"
#include "Requests.h"
#include "ServerUnderTest.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace shirase;
using namespace shirase::http;
using namespace requests;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What reaches the handler, and what is refused before it.
class tst_HttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aRequestArrivesAsPlainValues();
    void theBodyMayComeInPieces();
    void aRequestMayComeByteByByte();
    void connectionsAreKeptAlive();
    void closeIsHonoured_data();
    void closeIsHonoured();
    void headGetsTheHeadOnly();
    void otherMethodsGet405();
    void foreignHostsGet400_data();
    void foreignHostsGet400();
    void smugglingIsRefusedAndNothingBehindItIsRead_data();
    void smugglingIsRefusedAndNothingBehindItIsRead();
    void forwardedAddressesCountFromTrustedPeersOnly();
    void httpsBehindATrustedProxyGetsStrictTransport();
    void continueIsSentBeforeTheBodyIs();
    void aUsedPortIsExplained();
};

void tst_HttpServer::init()
{
    // A visitor must not be able to fill the log, and nothing may be logged of a visitor.
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void tst_HttpServer::aRequestArrivesAsPlainValues()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send("POST /f/%E3%81%82%7e?a=%41&b HTTP/1.1\r\nHOST: A.Example:8080\r\nX-Case: "
                "Kept\r\nContent-Length: 4\r\n\r\nx=%2");
    const RawClient::Answer answer = client.firstAnswer();
    QCOMPARE(answer.status, 200);
    QVERIFY(isHardened(answer));
    QCOMPARE(web.requests.size(), std::size_t(1));
    const Request &request = web.requests.front();
    QCOMPARE(request.method, Method::Post);
    QCOMPARE(request.path, "/f/%E3%81%82%7e");
    QCOMPARE(request.query, "a=%41&b");
    QCOMPARE(request.body, "x=%2");
    QCOMPARE(request.host, "a.example:8080");
    QCOMPARE(request.header("x-case"), "Kept");
    QVERIFY(request.header("x-other").isNull());
    QCOMPARE(request.client, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(!request.forwarded);
    QVERIFY(!request.secure);
    QCOMPARE(web.counters().requests, 1U);
    QCOMPARE(web.counters().misread, 0U);
}

void tst_HttpServer::theBodyMayComeInPieces()
{
    ServerUnderTest web;
    RawClient client(web.port);
    const QByteArray whole = post("/", QByteArray(60'000, 'b'));
    client.send(whole.first(30'000));
    QTRY_COMPARE(web.server->connectionCount(), 1);
    client.send(whole.sliced(30'000));
    QCOMPARE(client.firstAnswer().status, 200);
    QCOMPARE(web.requests.front().body.size(), 60'000);
    client.send(post("/second", "c"));
    QTRY_COMPARE(client.answers().size(), 2);
    QCOMPARE(web.requests.back().body, "c");
}

void tst_HttpServer::aRequestMayComeByteByByte()
{
    ServerUnderTest web;
    RawClient client(web.port);
    const QByteArray whole = "\r\n" + post("/x", "hello");
    for (const char c : whole) {
        client.send(QByteArray(1, c));
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    }
    QCOMPARE(client.firstAnswer().body, "/x||hello");
    QCOMPARE(web.counters().misread, 0U);
}

void tst_HttpServer::connectionsAreKeptAlive()
{
    ServerUnderTest web;
    RawClient client(web.port);
    for (int i = 1; i <= 5; ++i) {
        client.send(get("/" + QByteArray::number(i)));
        QTRY_COMPARE(client.answers().size(), i);
        QVERIFY(!client.answers().last().head.contains("Connection:"));
    }
    QVERIFY(client.isConnected());
    QCOMPARE(web.counters().connections, 1U);
}

void tst_HttpServer::closeIsHonoured_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("Connection: close") << get("/", "Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\nHost: a.example\r\n\r\n");
}

void tst_HttpServer::closeIsHonoured()
{
    QFETCH(QByteArray, request);
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(request + get("/never"));
    QTRY_VERIFY(client.isClosed() && !client.received().isEmpty());
    QCOMPARE(client.answers().size(), 1);
    QVERIFY(client.answers().first().has("Connection: close"));
    QCOMPARE(web.requests.size(), std::size_t(1));
}

void tst_HttpServer::headGetsTheHeadOnly()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send("HEAD /abc HTTP/1.1\r\nHost: a.example\r\n\r\n");
    QTRY_COMPARE(client.answers(true).size(), 1);
    QVERIFY(client.answers(true).first().has("Content-Length: 6"));
    client.send(get("/"));
    QTRY_VERIFY(client.received().endsWith("/||"));
    QCOMPARE(client.received().count("HTTP/1.1 200 OK"), 2);
    QVERIFY(client.received().contains("\r\n\r\nHTTP/1.1 200")); // nothing between the two
    client.send("HEAD / HTTP/1.1\r\nHost: a.example\r\n\r\nnonsense\r\n");
    QTRY_VERIFY(client.received().endsWith("\r\n\r\n400 Bad Request\n")); // a refusal is no answer to HEAD
}

void tst_HttpServer::otherMethodsGet405()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send("PUT / HTTP/1.1\r\nHost: a.example\r\nContent-Length: 2\r\n\r\nxx" + get("/after"));
    QTRY_COMPARE(client.answers().size(), 2);
    QCOMPARE(client.answers()[0].status, 405);
    QVERIFY(client.answers()[0].has("Allow: GET, HEAD, POST"));
    QVERIFY(isHardened(client.answers()[0]));
    QCOMPARE(client.answers()[1].body, "/after||");
    QCOMPARE(web.counters().methodsRefused, 1U);
}

void tst_HttpServer::foreignHostsGet400_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("ours") << QByteArray("GET / HTTP/1.1\r\nHost: A.EXAMPLE:99\r\n\r\n") << 200;
    QTest::newRow("IPv6") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:99\r\n\r\n") << 200;
    QTest::newRow("IPv6 without port") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]\r\n\r\n") << 200;
    QTest::newRow("foreign") << QByteArray("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n") << 400;
    QTest::newRow("ours as a prefix") << QByteArray("GET / HTTP/1.1\r\nHost: a.example.evil\r\n\r\n") << 400;
    QTest::newRow("missing") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("missing in HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << 400;
    QTest::newRow("two") << QByteArray("GET / HTTP/1.1\r\nHost: a.example\r\nHost: evil.example\r\n\r\n")
                         << 400;
}

void tst_HttpServer::foreignHostsGet400()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    ServerUnderTest web;
    RawClient client(web.port);
    client.send(request);
    const RawClient::Answer answer = client.firstAnswer();
    QCOMPARE(answer.status, status);
    QVERIFY(isHardened(answer));
    QCOMPARE(web.requests.size(), std::size_t(status == 200 ? 1 : 0));
}

void tst_HttpServer::smugglingIsRefusedAndNothingBehindItIsRead_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<int>("status");
    QTest::newRow("CL.TE") << QByteArray("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n") << 400;
    QTest::newRow("two lengths") << QByteArray("Content-Length: 0\r\nContent-Length: 30\r\n") << 400;
    QTest::newRow("negative length") << QByteArray("Content-Length: -30\r\n") << 400;
    QTest::newRow("space before the colon") << QByteArray("Content-Length : 30\r\n") << 400;
    QTest::newRow("folded length") << QByteArray("X: y\r\n Content-Length: 30\r\n") << 400;
    QTest::newRow("length behind a bare LF") << QByteArray("X: y\nContent-Length: 30\r\n") << 400;
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << 501;
    QTest::newRow("too many fields for QHttpServer")
        << QByteArray("X: y\r\n").repeated(100) + "Content-Length: 30\r\n"
        << 431;
    QTest::newRow("field too long for QHttpServer")
        << "X: " + QByteArray(8190, 'y') + "\r\nContent-Length: 30\r\n"
        << 431;
}

void tst_HttpServer::smugglingIsRefusedAndNothingBehindItIsRead()
{
    QFETCH(QByteArray, fields);
    QFETCH(int, status);
    ServerUnderTest web({.lingerTimeout = 50ms});
    RawClient client(web.port);
    client.send("POST / HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n" + get("/smuggled"));
    const RawClient::Answer answer = client.firstAnswer();
    QCOMPARE(answer.status, status);
    QVERIFY(answer.has("Connection: close"));
    QVERIFY(isHardened(answer));
    client.send(get("/smuggled"));
    QTRY_VERIFY(client.isClosed());
    QCOMPARE(client.answers().size(), 1);
    QVERIFY(web.requests.empty());
}

void tst_HttpServer::forwardedAddressesCountFromTrustedPeersOnly()
{
    ServerUnderTest direct;
    RawClient visitor(direct.port);
    visitor.send(get("/", "X-Forwarded-For: 203.0.113.5\r\n"));
    QCOMPARE(visitor.firstAnswer().status, 200);
    QCOMPARE(direct.requests.front().client, QHostAddress(QHostAddress::LocalHost));
    QVERIFY(direct.requests.front().forwarded);

    ServerUnderTest proxied({.trustedProxies = {{QHostAddress(QHostAddress::LocalHost), 32}}});
    RawClient proxy(proxied.port);
    proxy.send(get("/", "X-Forwarded-For: 127.0.0.1, 203.0.113.5\r\n"));
    QCOMPARE(proxy.firstAnswer().status, 200);
    QCOMPARE(proxied.requests.front().client, QHostAddress(u"203.0.113.5"_s));
    proxied.server->setTrustedProxies({});
    proxy.send(get("/", "X-Forwarded-For: 203.0.113.5\r\n"));
    QTRY_COMPARE(proxied.requests.size(), std::size_t(2));
    QCOMPARE(proxied.requests.back().client, QHostAddress(QHostAddress::LocalHost));
}

void tst_HttpServer::httpsBehindATrustedProxyGetsStrictTransport()
{
    ServerUnderTest web({.trustedProxies = {{QHostAddress(QHostAddress::LocalHost), 32}}});
    RawClient proxy(web.port);
    proxy.send(get("/", "X-Forwarded-Proto: https\r\n") + get("/"));
    QTRY_COMPARE(proxy.answers().size(), 2);
    QVERIFY(web.requests.front().secure);
    QVERIFY(proxy.answers()[0].head.contains("\r\nStrict-Transport-Security: "));
    QVERIFY(!proxy.answers()[1].head.contains("Strict-Transport-Security"));
}

void tst_HttpServer::continueIsSentBeforeTheBodyIs()
{
    ServerUnderTest web;
    RawClient client(web.port);
    client.send("POST /x HTTP/1.1\r\nHost: a.example\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QTRY_COMPARE(client.received(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    client.send("ok");
    QTRY_VERIFY(client.received().endsWith("/x||ok"));
}

void tst_HttpServer::aUsedPortIsExplained()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress(QHostAddress::LocalHost)));
    ServerUnderTest unused;
    struct Nobody final : RequestHandler
    {
        void handle(const Request &, Answer) override {}
    } nobody;
    HttpCounters counters;
    HttpServer second({}, counters, nobody);
    const auto listening = second.listen(QHostAddress(QHostAddress::LocalHost), other.serverPort());
    QVERIFY(!listening.has_value());
    QCOMPARE(listening.error().code, ErrorCode::Conflict);
    QVERIFY(listening.error().message.contains(QString::number(other.serverPort())));
    QVERIFY(listening.error().message.contains(u"web.listen"));
}

QTEST_GUILESS_MAIN(tst_HttpServer)
#include "tst_HttpServer.moc"
