// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RefusalWatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_RefusalWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recognisesABurst_data();
    void recognisesABurst();
    void countsAMailOnceHoweverOftenItIsRecorded();
    void watchesEachNoticeByItself();
    void beginsAnewAfterItWasForgotten();
};

void tst_RefusalWatch::recognisesABurst_data()
{
    QTest::addColumn<QString>("ends"); // x refused, . accepted
    QTest::addColumn<bool>("burst");
    QTest::newRow("nothing yet") << QString() << false;
    QTest::newRow("nine in a row") << u"xxxxxxxxx"_s << false;
    QTest::newRow("ten in a row") << u"xxxxxxxxxx"_s << true;
    QTest::newRow("ten in a row after many good ones") << QString(100, u'.') + QString(10, u'x') << true;
    QTest::newRow("ten in a row, and then a good one") << u"xxxxxxxxxx."_s << false;
    QTest::newRow("nineteen of fifty") << u"x."_s.repeated(19) + QString(12, u'.') << false;
    QTest::newRow("twenty of fifty") << u"x."_s.repeated(20) + QString(10, u'.') << true;
    QTest::newRow("twenty of fifty-one") << u"x."_s.repeated(20) + QString(11, u'.') << false;
    QTest::newRow("every third") << u"x.."_s.repeated(100) << false;
}

void tst_RefusalWatch::recognisesABurst()
{
    QFETCH(QString, ends);
    QFETCH(bool, burst);
    RefusalWatch watch;
    for (qsizetype i = 0; i < ends.size(); ++i)
        watch.take(1, i, ends[i] == u'x');
    QCOMPARE(watch.isBurst(1), burst);
}

void tst_RefusalWatch::countsAMailOnceHoweverOftenItIsRecorded()
{
    RefusalWatch watch;
    for (int i = 0; i < 100; ++i)
        watch.take(1, i % 9, true);
    QVERIFY(!watch.isBurst(1));
}

void tst_RefusalWatch::watchesEachNoticeByItself()
{
    RefusalWatch watch;
    for (int i = 0; i < 20; ++i)
        watch.take(i % 2 == 0 ? 1 : 2, i, i % 2 == 0);
    QVERIFY(watch.isBurst(1));
    QVERIFY(!watch.isBurst(2));
    QVERIFY(!watch.isBurst(3));
}

void tst_RefusalWatch::beginsAnewAfterItWasForgotten()
{
    RefusalWatch watch;
    for (int i = 0; i < 10; ++i)
        watch.take(1, i, true);
    watch.forget(1);
    QVERIFY(!watch.isBurst(1));
    watch.take(1, 11, true);
    QVERIFY(!watch.isBurst(1));
}

QTEST_GUILESS_MAIN(tst_RefusalWatch)
#include "tst_RefusalWatch.moc"
