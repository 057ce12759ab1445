// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/HttpFraming.h"

#include <QTest>

#include <string>

using namespace shirase::http;

namespace {

constexpr int incomplete = 0;
constexpr int complete = 200;

/// The verdict as one number: 0, 200 or the status of the refusal.
int judge(const QByteArray &bytes, const FramingLimits &limits = {})
{
    const Framing framing = frameRequest({bytes.data(), static_cast<std::size_t>(bytes.size())},
                                         static_cast<std::size_t>(bytes.size()), limits);
    switch (framing.verdict) {
    case FramingVerdict::Incomplete:
        return incomplete;
    case FramingVerdict::Complete:
        return complete;
    case FramingVerdict::Refused:
        return framing.status;
    }
    return -1;
}

QByteArray get(const QByteArray &fields)
{
    return "GET / HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n";
}
QByteArray post(const QByteArray &fields, const QByteArray &body)
{
    return "POST / HTTP/1.1\r\nHost: a.example\r\n" + fields + "\r\n" + body;
}
QByteArray target(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a.example\r\n\r\n";
}
QByteArray host(const QByteArray &host)
{
    return "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
}

} // namespace

class tst_HttpFraming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void requestsAreJudged_data();
    void requestsAreJudged();
    void aCompleteRequestTellsItsParts();
    void keepAliveFollowsVersionAndConnection_data();
    void keepAliveFollowsVersionAndConnection();
    void everyBeginningOfAGoodRequestIsIncomplete();
    void theFirstRequestOfAPipelineIsJudgedAlone();
    void theBodyMayWaitBehindThePeekedBytes();
    void limitsHoldToTheByte();

private:
    void addRequestLines();
    void addTargets();
    void addHosts();
    void addFields();
    void addBodies();
};

void tst_HttpFraming::requestsAreJudged_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("verdict");
    addRequestLines();
    addTargets();
    addHosts();
    addFields();
    addBodies();
}

void tst_HttpFraming::addRequestLines()
{
    const QByteArray rest = "\r\nHost: a.example\r\n\r\n";
    QTest::newRow("nothing") << QByteArray() << incomplete;
    QTest::newRow("plain GET") << get("") << complete;
    QTest::newRow("HTTP/1.0 without Host") << QByteArray("GET / HTTP/1.0\r\n\r\n") << complete;
    QTest::newRow("HTTP/1.0 with Host") << "GET / HTTP/1.0" + rest << complete;
    QTest::newRow("one empty line before") << "\r\nGET / HTTP/1.1" + rest << complete;
    QTest::newRow("two empty lines before") << "\r\n\r\nGET / HTTP/1.1" + rest << 400;
    QTest::newRow("space before") << " GET / HTTP/1.1" + rest << 400;
    QTest::newRow("unknown method") << "BREW / HTTP/1.1" + rest << complete;
    QTest::newRow("lowercase method") << "get / HTTP/1.1" + rest << complete;
    QTest::newRow("method is no token") << "G(T / HTTP/1.1" + rest << 400;
    QTest::newRow("no method") << "/ HTTP/1.1" + rest << 400;
    QTest::newRow("two spaces after the method") << "GET  / HTTP/1.1" + rest << 400;
    QTest::newRow("two spaces before the version") << "GET /  HTTP/1.1" + rest << 400;
    QTest::newRow("space after the version") << "GET / HTTP/1.1 " + rest << 400;
    QTest::newRow("tab instead of space") << "GET\t/\tHTTP/1.1" + rest << 400;
    QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n\r\n") << 400;
    QTest::newRow("HTTP/2.0") << "GET / HTTP/2.0" + rest << 505;
    QTest::newRow("HTTP/1.2") << "GET / HTTP/1.2" + rest << 505;
    QTest::newRow("HTTP/2 preface") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n") << 505;
    QTest::newRow("http/1.1 in lowercase") << "GET / http/1.1" + rest << 400;
    QTest::newRow("HTTP/1.10") << "GET / HTTP/1.10" + rest << 400;
    QTest::newRow("bare LF after the request line")
        << QByteArray("GET / HTTP/1.1\nHost: a.example\r\n\r\n") << 400;
    QTest::newRow("bare LF everywhere, unfinished") << QByteArray("GET / HTTP/1.1\nHost: a") << 400;
    QTest::newRow("bare CR in the request line") << "GET / \rHTTP/1.1" + rest << 400;
    QTest::newRow("NUL in the request line") << QByteArray("GET /\0 HTTP/1.1\r\n", 17) << 400;
    QTest::newRow("TLS greeting") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01", 8) << 400;
    QTest::newRow("CR waits for its LF") << QByteArray("GET / HTTP/1.1\r") << incomplete;
}

void tst_HttpFraming::addTargets()
{
    QTest::newRow("path and query") << target("/f/ABC?lang=ja&x=%E3%81%82") << complete;
    QTest::newRow("percent-encoded path") << target("/f/%E3%81%82") << complete;
    QTest::newRow("bar in the query, as browsers send") << target("/?a=b|c") << complete;
    QTest::newRow("second question mark") << target("/?a=b?c") << complete;
    QTest::newRow("double slash later") << target("/a//b") << complete;
    QTest::newRow("double slash at the start") << target("//evil.example/") << 400;
    QTest::newRow("absolute form") << target("http://a.example/") << 400;
    QTest::newRow("asterisk") << QByteArray("OPTIONS * HTTP/1.1\r\nHost: a.example\r\n\r\n") << 400;
    QTest::newRow("authority form") << QByteArray("CONNECT b:443 HTTP/1.1\r\nHost: a.example\r\n\r\n") << 400;
    QTest::newRow("no slash") << target("f") << 400;
    QTest::newRow("half an escape") << target("/%4") << 400;
    QTest::newRow("escape without digits") << target("/%zz") << 400;
    QTest::newRow("percent at the end of the query") << target("/?a=%") << 400;
    QTest::newRow("escaped NUL") << target("/a%00b") << 400;
    QTest::newRow("escaped NUL in the query") << target("/?a=%00") << 400;
    QTest::newRow("fragment") << target("/#top") << 400;
    QTest::newRow("backslash") << target("/a\\b") << 400;
    QTest::newRow("angle brackets") << target("/<script>") << 400;
    QTest::newRow("bare UTF-8") << target("/あ") << 400;
    QTest::newRow("DEL") << target("/\x7f") << 400;
}

void tst_HttpFraming::addHosts()
{
    QTest::newRow("host with port") << host("a.example:8080") << complete;
    QTest::newRow("IPv4") << host("127.0.0.1:8080") << complete;
    QTest::newRow("IPv6") << host("[::1]:8080") << complete;
    QTest::newRow("IPv6 without port") << host("[2001:db8::1]") << complete;
    QTest::newRow("white space around")
        << QByteArray("GET / HTTP/1.1\r\nHost:\ta.example \r\n\r\n") << complete;
    QTest::newRow("host missing") << QByteArray("GET / HTTP/1.1\r\nAccept: */*\r\n\r\n") << 400;
    QTest::newRow("host empty") << host("") << 400;
    QTest::newRow("two hosts") << get("Host: b.example\r\n") << 400;
    QTest::newRow("the same host twice") << get("Host: a.example\r\n") << 400;
    QTest::newRow("two hosts in HTTP/1.0")
        << QByteArray("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("list of hosts") << host("a.example, b.example") << 400;
    QTest::newRow("user in host") << host("user@a.example") << 400;
    QTest::newRow("path in host") << host("a.example/x") << 400;
    QTest::newRow("space in host") << host("a example") << 400;
    QTest::newRow("port is no number") << host("a.example:http") << 400;
    QTest::newRow("port too long") << host("a.example:123456") << 400;
    QTest::newRow("two ports") << host("a.example:1:2") << 400;
    QTest::newRow("only a port") << host(":80") << 400;
    QTest::newRow("bracket open") << host("[::1") << 400;
    QTest::newRow("nothing in brackets") << host("[]") << 400;
    QTest::newRow("text after brackets") << host("[::1]x") << 400;
    QTest::newRow("host too long") << host(QByteArray(256, 'a')) << 400;
}

void tst_HttpFraming::addFields()
{
    QTest::newRow("no space after the colon") << get("Accept:*/*\r\n") << complete;
    QTest::newRow("empty value") << get("X-Empty:\r\n") << complete;
    QTest::newRow("colons in the value") << get("X-Time: 1:2:3\r\n") << complete;
    QTest::newRow("UTF-8 value") << get("X-Name: 髙橋\r\n") << complete;
    QTest::newRow("h2c upgrade offered") << get("Connection: Upgrade\r\nUpgrade: h2c\r\n") << complete;
    QTest::newRow("websocket upgrade") << get("Connection: Upgrade\r\nUpgrade: WebSocket\r\n") << 400;
    QTest::newRow("websocket among upgrades")
        << get("Connection: upgrade\r\nUpgrade: h2c, websocket\r\n") << 400;
    QTest::newRow("space before the colon") << get("Accept : */*\r\n") << 400;
    QTest::newRow("space before the colon of Content-Length") << post("Content-Length : 1\r\n", "x") << 400;
    QTest::newRow("folded line") << get("X-A: 1\r\n 2\r\n") << 400;
    QTest::newRow("folded with a tab") << get("X-A: 1\r\n\tContent-Length: 5\r\n") << 400;
    QTest::newRow("no colon") << get("Accept\r\n") << 400;
    QTest::newRow("no name") << get(": x\r\n") << 400;
    QTest::newRow("bracket in name") << get("X[A]: x\r\n") << 400;
    QTest::newRow("UTF-8 in name") << get("あ: x\r\n") << 400;
    QTest::newRow("NUL in value") << get(QByteArray("X-A: a\0b\r\n", 10)) << 400;
    QTest::newRow("control character in value") << get("X-A: a\x01z\r\n") << 400;
    QTest::newRow("bare CR in value") << get("X-A: a\rContent-Length: 5\r\n") << 400;
    QTest::newRow("bare LF in value") << get("X-A: a\nContent-Length: 5\r\n") << 400;
    QTest::newRow("LF LF as the end") << QByteArray("GET / HTTP/1.1\r\nHost: a.example\n\n") << 400;
    QTest::newRow("expects to continue")
        << post("Expect: 100-Continue\r\nContent-Length: 1\r\n", "") << incomplete;
    QTest::newRow("expects something else") << post("Expect: 200-ok\r\nContent-Length: 1\r\n", "x") << 417;
}

void tst_HttpFraming::addBodies()
{
    QTest::newRow("body") << post("Content-Length: 5\r\n", "hello") << complete;
    QTest::newRow("POST without length has no body") << post("", "") << complete;
    QTest::newRow("GET with a body") << get("Content-Length: 0\r\n") << complete;
    QTest::newRow("leading zeros") << post("Content-Length: 005\r\n", "hello") << complete;
    QTest::newRow("body incomplete") << post("Content-Length: 6\r\n", "hello") << incomplete;
    QTest::newRow("negative length") << post("Content-Length: -1\r\n", "") << 400;
    QTest::newRow("plus sign") << post("Content-Length: +5\r\n", "hello") << 400;
    QTest::newRow("hexadecimal") << post("Content-Length: 0x5\r\n", "hello") << 400;
    QTest::newRow("length with a space within") << post("Content-Length: 1 0\r\n", "hello") << 400;
    QTest::newRow("length with a unit") << post("Content-Length: 5b\r\n", "hello") << 400;
    QTest::newRow("length empty") << post("Content-Length:\r\n", "") << 400;
    QTest::newRow("two lengths") << post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello") << 400;
    QTest::newRow("the same length twice")
        << post("Content-Length: 5\r\ncontent-length: 5\r\n", "hello") << 400;
    QTest::newRow("list of lengths") << post("Content-Length: 5, 5\r\n", "hello") << 400;
    QTest::newRow("full-width digit") << post("Content-Length: ５\r\n", "hello") << 400;
    QTest::newRow("length over the limit") << post("Content-Length: 65537\r\n", "") << 413;
    QTest::newRow("length beyond 64 bits")
        << post("Content-Length: 18446744073709551621\r\n", "hello") << 413;
    QTest::newRow("chunked") << post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n") << 501;
    QTest::newRow("obscured chunked") << post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n") << 501;
    QTest::newRow("chunked in HTTP/1.0")
        << QByteArray("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n") << 400;
    QTest::newRow("CL.TE") << post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("TE.CL") << post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n") << 400;
    QTest::newRow("empty Transfer-Encoding") << post("Transfer-Encoding:\r\n", "") << 501;
}

void tst_HttpFraming::requestsAreJudged()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, verdict);
    QCOMPARE(judge(bytes), verdict);
}

void tst_HttpFraming::aCompleteRequestTellsItsParts()
{
    const std::string bytes =
        "POST /f/A?x=1 HTTP/1.1\r\nHost: a.example:80\r\nCONTENT-LENGTH: 3\r\nX-A:  b c \r\n\r\nabcGET";
    const Framing framing = frameRequest(bytes, bytes.size(), {});
    QCOMPARE(framing.verdict, FramingVerdict::Complete);
    const RequestHead &head = framing.head;
    QVERIFY(head.method == "POST");
    QVERIFY(head.target == "/f/A?x=1");
    QVERIFY(head.host == "a.example:80");
    QCOMPARE(head.headLength, bytes.size() - 6);
    QCOMPARE(head.bodyLength, std::size_t(3));
    QCOMPARE(framing.awaited, bytes.size() - 3);
    QCOMPARE(head.fields.size(), std::size_t(3));
    QVERIFY(head.fields[2].name == "X-A");
    QVERIFY(head.fields[2].value == "b c");
}

void tst_HttpFraming::keepAliveFollowsVersionAndConnection_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("keepAlive");
    QTest::newRow("1.1") << get("") << true;
    QTest::newRow("1.1 close") << get("Connection: close\r\n") << false;
    QTest::newRow("1.1 close in a list") << get("Connection: x, CLOSE\r\n") << false;
    QTest::newRow("1.1 close in a second field") << get("Connection: x\r\nConnection: close\r\n") << false;
    QTest::newRow("1.1 closed is another word") << get("Connection: closed\r\n") << true;
    QTest::newRow("1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << false;
    QTest::newRow("1.0 keep-alive") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                                    << false;
}

void tst_HttpFraming::keepAliveFollowsVersionAndConnection()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, keepAlive);
    const Framing framing = frameRequest(bytes.toStdString(), static_cast<std::size_t>(bytes.size()), {});
    QCOMPARE(framing.verdict, FramingVerdict::Complete);
    QCOMPARE(framing.head.keepAlive, keepAlive);
}

void tst_HttpFraming::everyBeginningOfAGoodRequestIsIncomplete()
{
    const QByteArray whole =
        "\r\n" + post("Content-Length: 5\r\nX-Name: 髙橋\r\nExpect: 100-continue\r\n", "hello");
    for (qsizetype length = 0; length < whole.size(); ++length)
        QCOMPARE(judge(whole.first(length)), incomplete);
    QCOMPARE(judge(whole), complete);
}

void tst_HttpFraming::theFirstRequestOfAPipelineIsJudgedAlone()
{
    QCOMPARE(judge(get("") + "garbage\n\n"), complete);
    QCOMPARE(judge(post("Content-Length: 2\r\n", "ab") + get("")), complete);
}

void tst_HttpFraming::theBodyMayWaitBehindThePeekedBytes()
{
    const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n";
    const Framing early = frameRequest(head, head.size() + 59'999, {});
    QCOMPARE(early.verdict, FramingVerdict::Incomplete);
    QCOMPARE(early.awaited, head.size() + 60'000);
    QCOMPARE(frameRequest(head, head.size() + 60'000, {}).verdict, FramingVerdict::Complete);
}

void tst_HttpFraming::limitsHoldToTheByte()
{
    const FramingLimits limits{.head = 200, .body = 10, .field = 100, .fields = 3};
    const auto size = [](const QByteArray &request) { return static_cast<int>(request.size()); };
    const QByteArray padding = "X: ";
    const int spare = 200 - size(get("Y: 1\r\n" + padding + "\r\n"));
    QCOMPARE(judge(get("Y: 1\r\n" + padding + QByteArray(spare, 'a') + "\r\n"), limits),
             431); // the field is too long
    const QByteArray two = "A: " + QByteArray(90, 'a') + "\r\n";
    const QByteArray fitting = get(two + "B: " + QByteArray(200 - size(get(two + "B: \r\n")), 'b') + "\r\n");
    QCOMPARE(size(fitting), 200);
    QCOMPARE(judge(fitting, limits), complete);
    QByteArray longer = fitting;
    longer.replace("B: ", "B: b");
    QCOMPARE(judge(longer, limits), 431);
    QCOMPARE(judge("GET /" + QByteArray(195, 'a'), limits), 431);
    QCOMPARE(judge("GET /" + QByteArray(194, 'a'), limits), incomplete);
    QCOMPARE(judge(get("A: 1\r\nB: 2\r\n"), limits), complete);
    QCOMPARE(judge(get("A: 1\r\nB: 2\r\nC: 3\r\n"), limits), 431);
    QCOMPARE(judge(get("A: " + QByteArray(97, 'a') + "\r\n"), limits), complete);
    QCOMPARE(judge(get("A: " + QByteArray(98, 'a') + "\r\n"), limits), 431);
    QCOMPARE(judge(post("Content-Length: 10\r\n", "0123456789"), limits), complete);
    QCOMPARE(judge(post("Content-Length: 11\r\n", "0123456789a"), limits), 413);
}

QTEST_GUILESS_MAIN(tst_HttpFraming)
#include "tst_HttpFraming.moc"
