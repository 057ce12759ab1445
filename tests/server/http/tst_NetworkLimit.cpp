// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/NetworkLimit.h"

#include <QTest>

using namespace shirase::http;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const NetworkLimit::Time start = NetworkLimit::Time(1000h);
const QHostAddress somebody(u"192.0.2.1"_s);

/// How many of so many requests pass at once.
int passing(NetworkLimit &limit, int requests, int perMinute, NetworkLimit::Time now,
            const QHostAddress &client = somebody)
{
    int passed = 0;
    for (int i = 0; i < requests; ++i)
        passed += limit.take(client, perMinute, now) == 0ns ? 1 : 0;
    return passed;
}

} // namespace

class tst_NetworkLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMinutesWorthMayComeAtOnce()
    {
        NetworkLimit limit;
        QCOMPARE(passing(limit, 1000, 600, start), 600);
        QCOMPARE(limit.refused(), 400U);
    }

    void itGrowsBackEvenly()
    {
        NetworkLimit limit;
        QCOMPARE(passing(limit, 10, 6, start), 6);
        QCOMPARE(limit.take(somebody, 6, start), std::chrono::nanoseconds(10s));
        QCOMPARE(passing(limit, 10, 6, start + 9s), 0);
        QCOMPARE(passing(limit, 10, 6, start + 10s), 1);
        QCOMPARE(passing(limit, 10, 6, start + 31s), 2);
        QCOMPARE(passing(limit, 10, 6, start + 1h), 6);
    }

    void aChangedSettingCountsAtOnce()
    {
        NetworkLimit limit;
        QCOMPARE(passing(limit, 10, 6, start), 6);
        QCOMPARE(passing(limit, 10, 600, start + 1s), 10);
    }

    void eachNetworkHasItsOwn_data()
    {
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("the same IPv4 address") << u"192.0.2.1"_s << true;
        QTest::newRow("in IPv6 clothes") << u"::ffff:192.0.2.1"_s << true;
        QTest::newRow("its neighbour") << u"192.0.2.2"_s << false;
        QTest::newRow("an IPv6 address") << u"2001:db8::1"_s << false;
    }
    void eachNetworkHasItsOwn()
    {
        QFETCH(QString, other);
        QFETCH(bool, same);
        NetworkLimit limit;
        QCOMPARE(passing(limit, 5, 5, start), 5);
        QCOMPARE(passing(limit, 5, 5, start, QHostAddress(other)), same ? 0 : 5);
    }

    void anIpv6NetworkIsA64()
    {
        NetworkLimit limit;
        QCOMPARE(passing(limit, 5, 5, start, QHostAddress(u"2001:db8:0:1::1"_s)), 5);
        QCOMPARE(passing(limit, 5, 5, start, QHostAddress(u"2001:db8:0:1:ffff::9"_s)), 0);
        QCOMPARE(passing(limit, 5, 5, start, QHostAddress(u"2001:db8:0:2::1"_s)), 5);
    }

    void itRemembersSoManyNetworksAndLetsOthersPass()
    {
        NetworkLimit limit(8);
        for (quint32 i = 0; i < 100; ++i)
            QCOMPARE(passing(limit, 1, 1, start, QHostAddress(i + 1)), 1);
        QCOMPARE(limit.size(), 8);
        QCOMPARE(passing(limit, 1, 1, start, QHostAddress(quint32(1))), 0);
        QCOMPARE(passing(limit, 5, 1, start, QHostAddress(quint32(99))), 5);
    }
};

QTEST_APPLESS_MAIN(tst_NetworkLimit)
#include "tst_NetworkLimit.moc"
