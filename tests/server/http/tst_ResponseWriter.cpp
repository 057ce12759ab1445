// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ResponseWriter.h"

#include "server/http/SecurityHeaders.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>
#include <QTimeZone>

using namespace shirase::http;
using namespace Qt::StringLiterals;

namespace {

QByteArray written(const Response &response, const ResponseFraming &framing = {.keepAlive = true})
{
    return ResponseWriter().write(response, framing);
}

Response page()
{
    Response response;
    response.body = "hello";
    return response;
}

} // namespace

class tst_ResponseWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageHasLengthTypeAndBody();
    void headHasTheSameHeadAndNoBody();
    void closingIsSaid();
    void securityHeadersAreOnEveryStatus_data();
    void securityHeadersAreOnEveryStatus();
    void aPageMayBringItsOwnPolicyAndCaching();
    void otherSecurityHeadersCannotBeWeakened();
    void strictTransportIsSaidOverTlsOnly();
    void framingHeadersOfAPageAreLeftOut();
    void statusesWithoutBodyHaveNone();
    void aLineBreakInAHeaderBecomesAnError();
    void theDateIsGreenwichTimeInEnglish();
};

void tst_ResponseWriter::aPageHasLengthTypeAndBody()
{
    Response response = page();
    response.status = 303;
    response.headers = {{"Location", "/v/x"}};
    const QByteArray bytes = written(response);
    QVERIFY(bytes.startsWith("HTTP/1.1 303 See Other\r\n"));
    QVERIFY(bytes.contains("\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5\r\n"));
    QVERIFY(bytes.contains("\r\nLocation: /v/x\r\n"));
    QVERIFY(!bytes.contains("Connection:"));
    QVERIFY(bytes.endsWith("\r\n\r\nhello"));
}

void tst_ResponseWriter::headHasTheSameHeadAndNoBody()
{
    ResponseWriter writer;
    const QByteArray whole = writer.write(page(), {.keepAlive = true});
    const QByteArray head = writer.write(page(), {.headOnly = true, .keepAlive = true});
    QVERIFY(head.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(head.endsWith("\r\n\r\n"));
    QCOMPARE(head.size() + 5, whole.size());
}

void tst_ResponseWriter::closingIsSaid()
{
    QVERIFY(written(page(), {.keepAlive = false}).contains("\r\nConnection: close\r\n"));
}

void tst_ResponseWriter::securityHeadersAreOnEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 204, 303, 304, 400, 404, 408, 431, 500, 503})
        QTest::addRow("%d", status) << status;
}

void tst_ResponseWriter::securityHeadersAreOnEveryStatus()
{
    QFETCH(int, status);
    Response response = page();
    response.status = status;
    const QByteArray bytes = written(response);
    QVERIFY(bytes.contains(
        "\r\nContent-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self' data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'\r\n"));
    for (const char *line : {"\r\nCache-Control: no-store\r\n", "\r\nX-Content-Type-Options: nosniff\r\n",
                             "\r\nReferrer-Policy: no-referrer\r\n", "\r\nPermissions-Policy: camera=()",
                             "\r\nCross-Origin-Opener-Policy: same-origin\r\n",
                             "\r\nCross-Origin-Resource-Policy: same-origin\r\n"})
        QVERIFY2(bytes.count(line) == 1, line);
}

void tst_ResponseWriter::aPageMayBringItsOwnPolicyAndCaching()
{
    Response response = page();
    response.headers = {{"content-security-policy", "default-src 'self'"}, {"Cache-Control", "max-age=60"}};
    const QByteArray bytes = written(response);
    QVERIFY(bytes.contains("\r\nContent-Security-Policy: default-src 'self'\r\n"));
    QVERIFY(bytes.contains("\r\nCache-Control: max-age=60\r\n"));
    QCOMPARE(bytes.toLower().count("content-security-policy:"), 1);
    QCOMPARE(bytes.toLower().count("cache-control:"), 1);
}

void tst_ResponseWriter::otherSecurityHeadersCannotBeWeakened()
{
    Response response = page();
    response.headers = {{"referrer-policy", "unsafe-url"}, {"Strict-Transport-Security", "max-age=0"}};
    const QByteArray bytes = written(response);
    QVERIFY(!bytes.contains("unsafe-url"));
    QVERIFY(!bytes.contains("max-age=0"));
}

void tst_ResponseWriter::strictTransportIsSaidOverTlsOnly()
{
    QVERIFY(!written(page()).contains("Strict-Transport-Security"));
    QVERIFY(
        written(page(), {.secure = true}).contains("\r\nStrict-Transport-Security: max-age=31536000\r\n"));
}

void tst_ResponseWriter::framingHeadersOfAPageAreLeftOut()
{
    Response response = page();
    response.headers = {
        {"content-length", "500"}, {"Transfer-Encoding", "chunked"}, {"Connection", "upgrade"}};
    const QByteArray bytes = written(response).toLower();
    QCOMPARE(bytes.count("content-length:"), 1);
    QVERIFY(!bytes.contains("chunked"));
    QVERIFY(!bytes.contains("upgrade"));
}

void tst_ResponseWriter::statusesWithoutBodyHaveNone()
{
    for (const int status : {204, 304}) {
        Response response = page();
        response.status = status;
        const QByteArray bytes = written(response);
        QVERIFY(bytes.endsWith("\r\n\r\n"));
        QVERIFY(!bytes.contains("Content-Length"));
    }
}

void tst_ResponseWriter::aLineBreakInAHeaderBecomesAnError()
{
    for (const QByteArray &value :
         {QByteArray("/a\r\nSet-Cookie: x"), QByteArray("a\nb"), QByteArray("a\0b", 3)}) {
        Response response = page();
        response.headers = {{"Location", value}};
        const QByteArray bytes = written(response);
        QVERIFY(bytes.startsWith("HTTP/1.1 500 "));
        QVERIFY(!bytes.contains("Location"));
        QVERIFY(!bytes.contains("hello"));
    }
}

void tst_ResponseWriter::theDateIsGreenwichTimeInEnglish()
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addSecs(-1);
    const QByteArray bytes = written(page());
    const qsizetype at = bytes.indexOf("\r\nDate: ") + 8;
    const QString date = QString::fromLatin1(bytes.sliced(at, bytes.indexOf("\r\n", at) - at));
    QVERIFY2(date.endsWith(u" GMT"), qPrintable(date));
    QDateTime said = QLocale::c().toDateTime(date, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    said.setTimeZone(QTimeZone::utc());
    QVERIFY(said >= before && said <= QDateTime::currentDateTimeUtc());
}

QTEST_GUILESS_MAIN(tst_ResponseWriter)
#include "tst_ResponseWriter.moc"
