// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/ForwardedHeaders.h"

#include <QTest>

using namespace shirase::http;
using namespace Qt::StringLiterals;

class tst_ForwardedHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVisitorIsTheRightmostUntrustedHop_data();
    void theVisitorIsTheRightmostUntrustedHop();
    void severalHeaderLinesAreOneList();
    void httpsIsBelievedOfATrustedProxyOnly();
    void anyForwardingHeaderIsNoticed_data();
    void anyForwardingHeaderIsNoticed();
    void mappedAddressesBecomePlain();
    void aProxyIsTrustedHoweverItsNetworkIsWritten_data();
    void aProxyIsTrustedHoweverItsNetworkIsWritten();
};

namespace {

const QList<Subnet> proxies{{QHostAddress(u"10.0.0.0"_s), 8}, {QHostAddress(u"2001:db8:1::"_s), 48}};

QString visitor(const QString &peer, const QByteArray &forwardedFor)
{
    return visitorOf(QHostAddress(peer), false, {{"x-forwarded-for", forwardedFor}}, proxies)
        .address.toString();
}

} // namespace

void tst_ForwardedHeaders::theVisitorIsTheRightmostUntrustedHop_data()
{
    QTest::addColumn<QString>("peer");
    QTest::addColumn<QByteArray>("forwardedFor");
    QTest::addColumn<QString>("address");
    QTest::newRow("untrusted peer") << u"192.0.2.9"_s << QByteArray("203.0.113.5") << u"192.0.2.9"_s;
    QTest::newRow("trusted peer") << u"10.0.0.1"_s << QByteArray("203.0.113.5") << u"203.0.113.5"_s;
    QTest::newRow("made-up entry on the left")
        << u"10.0.0.1"_s << QByteArray("127.0.0.1, 203.0.113.5") << u"203.0.113.5"_s;
    QTest::newRow("two trusted hops")
        << u"10.0.0.1"_s << QByteArray("1.1.1.1, 203.0.113.5, 10.2.3.4") << u"203.0.113.5"_s;
    QTest::newRow("all trusted") << u"10.0.0.1"_s << QByteArray("10.0.0.3, 10.0.0.2") << u"10.0.0.3"_s;
    QTest::newRow("with a port") << u"10.0.0.1"_s << QByteArray("203.0.113.5:4711") << u"203.0.113.5"_s;
    QTest::newRow("IPv6") << u"10.0.0.1"_s << QByteArray("2001:db8:2::5") << u"2001:db8:2::5"_s;
    QTest::newRow("IPv6 with a port")
        << u"2001:db8:1::1"_s << QByteArray("[2001:db8:2::5]:99") << u"2001:db8:2::5"_s;
    QTest::newRow("mapped peer") << u"::ffff:10.0.0.1"_s << QByteArray("203.0.113.5") << u"203.0.113.5"_s;
    QTest::newRow("not an address") << u"10.0.0.1"_s << QByteArray("203.0.113.5, unknown") << u"10.0.0.1"_s;
    QTest::newRow("a number is no address") << u"10.0.0.1"_s << QByteArray("3405803781") << u"10.0.0.1"_s;
    QTest::newRow("bracket open") << u"10.0.0.1"_s << QByteArray("[2001:db8:2::5") << u"10.0.0.1"_s;
    QTest::newRow("empty") << u"10.0.0.1"_s << QByteArray("") << u"10.0.0.1"_s;
}

void tst_ForwardedHeaders::theVisitorIsTheRightmostUntrustedHop()
{
    QFETCH(QString, peer);
    QFETCH(QByteArray, forwardedFor);
    QFETCH(QString, address);
    QCOMPARE(visitor(peer, forwardedFor), address);
}

void tst_ForwardedHeaders::severalHeaderLinesAreOneList()
{
    const QList<Header> headers{
        {"x-forwarded-for", "1.1.1.1"}, {"accept", "*/*"}, {"x-forwarded-for", "203.0.113.5"}};
    QCOMPARE(visitorOf(QHostAddress(u"10.0.0.1"_s), false, headers, proxies).address.toString(),
             u"203.0.113.5"_s);
}

void tst_ForwardedHeaders::httpsIsBelievedOfATrustedProxyOnly()
{
    const QHostAddress proxy(u"10.0.0.1"_s);
    const QHostAddress stranger(u"192.0.2.9"_s);
    const QList<Header> https{{"x-forwarded-proto", "HTTPS"}};
    QVERIFY(visitorOf(proxy, false, https, proxies).secure);
    QVERIFY(!visitorOf(stranger, false, https, proxies).secure);
    QVERIFY(visitorOf(stranger, true, {}, proxies).secure);
    QVERIFY(!visitorOf(proxy, false, {{"x-forwarded-proto", "https, http"}}, proxies).secure);
}

void tst_ForwardedHeaders::anyForwardingHeaderIsNoticed_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<bool>("forwarded");
    for (const char *name :
         {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "forwarded", "via", "x-real-ip"})
        QTest::newRow(name) << QByteArray(name) << true;
    QTest::newRow("accept") << QByteArray("accept") << false;
}

void tst_ForwardedHeaders::anyForwardingHeaderIsNoticed()
{
    QFETCH(QByteArray, name);
    QFETCH(bool, forwarded);
    QCOMPARE(visitorOf(QHostAddress::LocalHost, false, {{name, "x"}}, proxies).forwarded, forwarded);
}

void tst_ForwardedHeaders::mappedAddressesBecomePlain()
{
    QCOMPARE(plainAddress(QHostAddress(u"::ffff:192.0.2.1"_s)), QHostAddress(u"192.0.2.1"_s));
    QCOMPARE(plainAddress(QHostAddress(u"::1"_s)).toString(), u"::1"_s);
    QCOMPARE(plainAddress(QHostAddress(u"fe80::1%lo"_s)).toString(), u"fe80::1"_s);
}

void tst_ForwardedHeaders::aProxyIsTrustedHoweverItsNetworkIsWritten_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("proxy");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("an address") << u"192.0.2.7"_s << u"192.0.2.7"_s << true;
    QTest::newRow("a network") << u"192.0.2.0/24"_s << u"192.0.2.7"_s << true;
    QTest::newRow("IPv6") << u"2001:db8::/32"_s << u"2001:db8:5::1"_s << true;
    QTest::newRow("an IPv4 address in IPv6") << u"::ffff:192.0.2.7"_s << u"192.0.2.7"_s << true;
    QTest::newRow("an IPv4 network in IPv6") << u"::ffff:192.0.2.0/120"_s << u"192.0.2.7"_s << true;
    QTest::newRow("the neighbour of one") << u"::ffff:192.0.2.6"_s << u"192.0.2.7"_s << false;
    QTest::newRow("a network beside it") << u"::ffff:192.0.3.0/120"_s << u"192.0.2.7"_s << false;
    QTest::newRow("more than IPv4 in IPv6") << u"::ffff:0:0/90"_s << u"192.0.2.7"_s << false;
    QTest::newRow("none") << u"proxy"_s << u"192.0.2.7"_s << false;
}

void tst_ForwardedHeaders::aProxyIsTrustedHoweverItsNetworkIsWritten()
{
    QFETCH(QString, network);
    QFETCH(QString, proxy);
    QFETCH(bool, trusted);
    QCOMPARE(isInAny(QHostAddress(proxy), subnetsOf({network})), trusted);
}

QTEST_GUILESS_MAIN(tst_ForwardedHeaders)
#include "tst_ForwardedHeaders.moc"
