// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Compression.h"
#include "server/http/SharedContent.h"

#include <QTest>

#include <zlib.h>

using namespace shirase::http;
using namespace Qt::StringLiterals;

namespace {

QByteArray gunzipped(const QByteArray &compressed)
{
    z_stream stream{};
    QByteArray out(1'000'000, Qt::Uninitialized);
    if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(compressed.constData()));
    stream.avail_in = static_cast<uInt>(compressed.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
    out.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return whole ? out : QByteArray();
}

Request requestWith(const QList<Header> &headers)
{
    Request request;
    request.path = "/";
    request.headers = headers;
    return request;
}

Response page(const QByteArray &body, bool shared = true)
{
    Response response;
    response.body = body;
    response.shared = shared;
    response.headers = {{"Vary", "Accept-Language"}};
    return response;
}

QByteArray headerOf(const Response &response, const QByteArray &name)
{
    QByteArrayList values;
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            values += value;
    }
    return values.join(" | "); // twice would be a mistake
}

const QByteArray longText = QByteArray("<p>しらせ</p>\n").repeated(200);
const QList<Header> takesGzip{{"accept-encoding", "gzip, deflate, br"}};

} // namespace

class tst_SharedContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gzipIsAccepted_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("a browser's") << QByteArray("gzip, deflate, br") << true;
        QTest::newRow("with a weight") << QByteArray("br;q=1.0, GZIP;Q=0.8") << true;
        QTest::newRow("old name") << QByteArray("x-gzip") << true;
        QTest::newRow("anything") << QByteArray("*") << true;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("another") << QByteArray("br") << false;
        QTest::newRow("identity") << QByteArray("identity") << false;
        QTest::newRow("refused") << QByteArray("gzip;q=0, *") << false;
        QTest::newRow("refused with decimals") << QByteArray("gzip ; q=0.000") << false;
        QTest::newRow("everything refused") << QByteArray("*;q=0") << false;
        QTest::newRow("a name that begins so") << QByteArray("gzipped") << false;
        QTest::newRow("nonsense") << QByteArray(",;q=,;;gzip;q=x") << false;
    }
    void gzipIsAccepted()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, accepted);
        QCOMPARE(acceptsGzip(header), accepted);
    }

    void whatIsCompressedComesOutTheSame()
    {
        for (const QByteArray &content : {QByteArray(), QByteArray("a"), longText, QByteArray(100'000, '\0')})
            QCOMPARE(gunzipped(gzipped(content)), content);
    }

    void textIsCompressedWhereThatIsAskedFor()
    {
        SharedContent content;
        for (int time = 0; time < 2; ++time) { // made, and remembered
            const Response response = content.represented(requestWith(takesGzip), page(longText));
            QCOMPARE(headerOf(response, "Content-Encoding"), QByteArray("gzip"));
            QCOMPARE(headerOf(response, "Vary"), QByteArray("Accept-Language, Accept-Encoding"));
            QVERIFY(response.body.size() < longText.size() / 5);
            QCOMPARE(gunzipped(response.body), longText);
        }
    }

    void withoutBeingAskedItIsPlainAndSaysThatItVaries()
    {
        SharedContent content;
        const Response response = content.represented(requestWith({}), page(longText));
        QCOMPARE(response.body, longText);
        QVERIFY(headerOf(response, "Content-Encoding").isEmpty());
        QCOMPARE(headerOf(response, "Vary"), QByteArray("Accept-Language, Accept-Encoding"));
    }

    void whatGainsNothingIsNotCompressed()
    {
        SharedContent content;
        QCOMPARE(content.represented(requestWith(takesGzip), page("short")).body, QByteArray("short"));
        Response picture = page(longText);
        picture.contentType = "image/png";
        QCOMPARE(content.represented(requestWith(takesGzip), picture).body, longText);
    }

    void aPageOfOneVisitorIsLeftAlone() // a token's compressed length would tell it
    {
        SharedContent content;
        const Response response = content.represented(requestWith(takesGzip), page(longText, false));
        QCOMPARE(response.body, longText);
        QVERIFY(headerOf(response, "ETag").isEmpty());
        QCOMPARE(headerOf(response, "Vary"), QByteArray("Accept-Language"));
    }

    void aKnownPageIsNotSentAgain_data()
    {
        QTest::addColumn<QByteArray>("known"); // with TAG for the page's
        QTest::addColumn<int>("status");
        QTest::newRow("the same") << QByteArray("TAG") << 304;
        QTest::newRow("weakened by a proxy") << QByteArray("W/TAG") << 304;
        QTest::newRow("among others") << QByteArray("\"a\", TAG ,\"b\"") << 304;
        QTest::newRow("any") << QByteArray("*") << 304;
        QTest::newRow("another") << QByteArray("\"a\"") << 200;
        QTest::newRow("none") << QByteArray() << 200;
    }
    void aKnownPageIsNotSentAgain()
    {
        QFETCH(QByteArray, known);
        QFETCH(int, status);
        SharedContent content;
        for (const QList<Header> &encoding : {QList<Header>(), takesGzip}) {
            const QByteArray tag =
                headerOf(content.represented(requestWith(encoding), page(longText)), "ETag");
            QVERIFY(tag.startsWith('"') && tag.endsWith('"'));
            QByteArray sent = known;
            sent.replace("TAG", tag);
            const Request request = requestWith(encoding + QList<Header>{{"if-none-match", sent}});
            const Response response = content.represented(request, page(longText));
            QCOMPARE(response.status, status);
            QCOMPARE(response.body.isEmpty(), status == 304);
            QCOMPARE(headerOf(response, "ETag"), tag);
            QCOMPARE(headerOf(response, "Vary"), QByteArray("Accept-Language, Accept-Encoding"));
        }
    }

    void otherBytesHaveAnotherTag()
    {
        SharedContent content;
        const auto tagOf = [&](const QList<Header> &headers, const QByteArray &body) {
            return headerOf(content.represented(requestWith(headers), page(body)), "ETag");
        };
        QVERIFY(tagOf({}, longText) != tagOf(takesGzip, longText));
        QVERIFY(tagOf({}, longText) != tagOf({}, longText + ' '));
        QCOMPARE(tagOf(takesGzip, longText), tagOf(takesGzip, longText));
    }

    void onlySuccessIsRevalidated()
    {
        SharedContent content;
        Response gone = page(longText);
        gone.status = 410;
        const Response response = content.represented(requestWith({{"if-none-match", "*"}}), gone);
        QCOMPARE(response.status, 410);
        QCOMPARE(response.body, longText);
    }
};

QTEST_APPLESS_MAIN(tst_SharedContent)
#include "tst_SharedContent.moc"
