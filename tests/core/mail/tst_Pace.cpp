// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Pace.h"

#include <QTest>

using namespace shirase;

class tst_Pace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spreadsWhatItGivesEvenly_data();
    void spreadsWhatItGivesEvenly();
    void doesNotMakeUpForAPause();
    void goesOnFromTheLastOne();
    void givesBack();
    void bearsAClockThatIsSetBack();
    void givesWithoutLimitWhereNoneIsSet();
};

namespace {

constexpr qint64 start = 1'795'000'000;

int takeAll(Pace &pace, qint64 now)
{
    int taken = 0;
    while (pace.room(now) > 0) {
        pace.take(now);
        ++taken;
    }
    return taken;
}

} // namespace

void tst_Pace::spreadsWhatItGivesEvenly_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("span");
    QTest::addColumn<int>("mostInASecond");
    QTest::newRow("one an hour") << 1 << 3600 << 1;
    QTest::newRow("a thousand an hour") << 1000 << 3600 << 1;
    QTest::newRow("ten thousand an hour") << 10'000 << 3600 << 3;
    QTest::newRow("a hundred thousand an hour") << 100'000 << 3600 << 28;
    QTest::newRow("seven a minute") << 7 << 60 << 1;
}

void tst_Pace::spreadsWhatItGivesEvenly()
{
    QFETCH(int, number);
    QFETCH(int, span);
    QFETCH(int, mostInASecond);
    Pace pace(number, span);
    int most = 0;
    int all = takeAll(pace, start);
    for (int second = 1; second <= 3 * span; ++second) {
        const int taken = takeAll(pace, start + second);
        most = qMax(most, taken);
        all += taken;
    }
    QVERIFY(most <= mostInASecond);
    QVERIFY(all >= 3 * number);
    QVERIFY(all <= 3 * number + mostInASecond);
}

void tst_Pace::doesNotMakeUpForAPause()
{
    Pace pace(600, 60);
    QCOMPARE(takeAll(pace, start), 10);
    QCOMPARE(takeAll(pace, start + 86400), 10);
}

void tst_Pace::goesOnFromTheLastOne()
{
    Pace pace(60, 3600, start - 59);
    QCOMPARE(pace.room(start), 0);
    QCOMPARE(pace.room(start + 1), 1);
}

void tst_Pace::givesBack()
{
    Pace pace(1, 3600);
    QCOMPARE(takeAll(pace, start), 1);
    pace.giveBack();
    QCOMPARE(takeAll(pace, start), 1);
    for (int i = 0; i < 5; ++i)
        pace.giveBack();
    QCOMPARE(takeAll(pace, start), 1); // never more than it had
}

void tst_Pace::bearsAClockThatIsSetBack()
{
    Pace pace(60, 60);
    takeAll(pace, start);
    QCOMPARE(pace.room(start - 3600), 0);
    QCOMPARE(pace.room(start - 3599), 1);
}

void tst_Pace::givesWithoutLimitWhereNoneIsSet()
{
    Pace pace;
    for (int i = 0; i < 1000; ++i)
        pace.take(start);
    QCOMPARE(pace.room(start), Pace::unlimited);
    QCOMPARE(Pace(0, 3600).room(start), Pace::unlimited);
}

QTEST_GUILESS_MAIN(tst_Pace)
#include "tst_Pace.moc"
