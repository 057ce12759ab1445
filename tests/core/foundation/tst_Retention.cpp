// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/Retention.h"

#include <QTest>

using namespace shirase;

class tst_Retention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesCalendarMonths_data();
    void erasesCalendarMonths();
    void erasesTheGreatestDayThatIsOldEnough();
};

void tst_Retention::erasesCalendarMonths_data()
{
    QTest::addColumn<QDate>("today");
    QTest::addColumn<int>("months");
    QTest::addColumn<QDate>("last");
    QTest::newRow("two months") << QDate(2026, 11, 21) << 2 << QDate(2026, 9, 21);
    QTest::newRow("31 December goes at the end of February")
        << QDate(2027, 2, 28) << 2 << QDate(2026, 12, 31);
    QTest::newRow("and not before") << QDate(2027, 2, 27) << 2 << QDate(2026, 12, 27);
    QTest::newRow("in a leap year it is the 29th") << QDate(2028, 2, 28) << 2 << QDate(2027, 12, 28);
    QTest::newRow("29 February") << QDate(2028, 2, 29) << 2 << QDate(2027, 12, 31);
    QTest::newRow("the day after") << QDate(2027, 3, 1) << 2 << QDate(2027, 1, 1);
    QTest::newRow("a month of thirty days") << QDate(2026, 6, 30) << 1 << QDate(2026, 5, 31);
    QTest::newRow("no 31st two months back") << QDate(2026, 8, 31) << 2 << QDate(2026, 6, 30);
    QTest::newRow("a year") << QDate(2029, 2, 28) << 12 << QDate(2028, 2, 29);
}

// REQUIREMENTS D1
void tst_Retention::erasesCalendarMonths()
{
    QFETCH(QDate, today);
    QFETCH(int, months);
    QFETCH(QDate, last);
    QCOMPARE(lastErasedDay(today, months), last);
}

void tst_Retention::erasesTheGreatestDayThatIsOldEnough()
{
    // Eight years with two leap years: each day of them, each setting.
    for (QDate today(2024, 1, 1); today < QDate(2032, 1, 1); today = today.addDays(1)) {
        for (int months = 1; months <= 12; ++months) {
            const QDate last = lastErasedDay(today, months);
            if (last.addMonths(months) > today || last.addDays(1).addMonths(months) <= today)
                QFAIL(qPrintable(today.toString(Qt::ISODate) + u' ' + QString::number(months)));
        }
    }
}

QTEST_GUILESS_MAIN(tst_Retention)
#include "tst_Retention.moc"
