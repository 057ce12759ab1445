// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/Retention.h"

#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Retention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void erasesCalendarMonths_data();
    void erasesCalendarMonths();
    void erasesEachDayOnTheDayOnWhichItExpires();
    void neverLooksTooFarAhead();
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

namespace {

using namespace std::chrono;

/// The day on which a registration goes, by another calendar than Qt's: the same day of a later month, or that month's
/// last one.
sys_days expiryOf(sys_days registered, int afterMonths)
{
    const year_month_day day(registered);
    const year_month_day later = day + months(afterMonths);
    return later.ok() ? sys_days(later) : sys_days(later.year() / later.month() / last);
}

QDate toDate(sys_days day)
{
    const year_month_day date(day);
    return {int(date.year()), int(unsigned(date.month())), int(unsigned(date.day()))};
}

} // namespace

// Day after day of eight years, two of them leap years, with each retention: what goes on a day is exactly what was
// registered on the days that expire then.
void tst_Retention::erasesEachDayOnTheDayOnWhichItExpires()
{
    constexpr sys_days first = 2024y / January / 1;
    constexpr sys_days end = 2032y / January / 1;
    for (int afterMonths = 1; afterMonths <= mostRetentionMonths; ++afterMonths) {
        sys_days oldest = first - days(400); // of those that are kept
        for (sys_days today = first; today < end; today += days(1)) {
            while (expiryOf(oldest, afterMonths) <= today)
                oldest += days(1);
            const QDate last = lastErasedDay(toDate(today), afterMonths);
            if (last != toDate(oldest - days(1)))
                QFAIL(qPrintable(u"%1, %2 months: %3"_s.arg(toDate(today).toString(Qt::ISODate))
                                     .arg(afterMonths)
                                     .arg(last.toString(Qt::ISODate))));
        }
    }
}

// No day is skipped, and none goes before a month has passed, however long the month.
void tst_Retention::neverLooksTooFarAhead()
{
    for (QDate today(2024, 1, 1); today < QDate(2032, 1, 1); today = today.addDays(1)) {
        for (int months = 1; months <= mostRetentionMonths; ++months) {
            const QDate last = lastErasedDay(today, months);
            const QDate next = lastErasedDay(today.addDays(1), months);
            QVERIFY(last <= next);
            QVERIFY(last.daysTo(today) >= 28 * months);
            QVERIFY(last.daysTo(today) <= 31 * months);
        }
    }
}

QTEST_GUILESS_MAIN(tst_Retention)
#include "tst_Retention.moc"
