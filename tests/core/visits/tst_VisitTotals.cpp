// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitTotals.h"

#include "core/visits/VisitStore.h"
#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_VisitTotals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsEachDayInJapaneseTime();
    void countsTheHoursOfADay();
    void keepsALargeDayOnceItIsOver();
    void leavesSmallDaysToBeCounted();
    void countsADayAnewOnceAVisitIsErased();
    void countsADayAnewThatWasLeftHalfWay();
    void forgetsWhatLiesBeforeTheFirstDay();
    void stopsBetweenTwoDaysWhenItIsTold();
};

namespace {

const QDate day(2026, 11, 20);

Visit visitAt(qint64 at, int person = 0)
{
    return {{japan::dayOf(at), 1, at, QByteArray::number(person).rightJustified(16, '0')}, u"ja"_s, "sealed"};
}

/// So many visits of one day, a few seconds apart.
void fill(Database &database, QDate of, int visits)
{
    VisitStore store(database);
    Transaction transaction = must(Transaction::begin(database));
    for (int i = 0; i < visits; ++i)
        must(store.insert(visitAt(japan::startOf(of) + 36'000 + i * 3, i)));
    must(transaction.commit());
}

QList<DayTotal> totals(const TestDatabase &files, int days = 1)
{
    return must(VisitTotals(*files.main).byDay(day, day.addDays(days - 1)));
}

/// A difference that only somebody sees who counts the visits themselves.
void addBehindItsBack(const TestDatabase &files)
{
    must(VisitStore(*files.main).insert(visitAt(japan::startOf(day) + 60)));
}

} // namespace

// REQUIREMENTS D3
void tst_VisitTotals::countsEachDayInJapaneseTime()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    for (const char *time : {"2026-11-20T00:00", "2026-11-20T23:59", "2026-11-22T00:00"})
        QVERIFY(must(store.insert(visitAt(japanese(time)))));
    QCOMPARE(totals(files, 4),
             (QList<DayTotal>{{day, 2}, {day.addDays(1), 0}, {day.addDays(2), 1}, {day.addDays(3), 0}}));
}

void tst_VisitTotals::countsTheHoursOfADay()
{
    const TestDatabase files;
    VisitStore store(*files.main);
    for (const char *time : {"2026-11-19T23:59", "2026-11-20T00:00", "2026-11-20T00:59", "2026-11-20T13:00",
                             "2026-11-20T23:59", "2026-11-21T00:00"})
        QVERIFY(must(store.insert(visitAt(japanese(time)))));
    VisitTotals::Hours expected{};
    expected[0] = 2;
    expected[13] = 1;
    expected[23] = 1;
    QCOMPARE(must(VisitTotals(*files.main).byHour(day)), expected);
}

// A scan of the last minute may still be registered an hour later.
void tst_VisitTotals::keepsALargeDayOnceItIsOver()
{
    const TestDatabase files;
    fill(*files.main, day, VisitTotals::smallestKept);
    VisitTotals kept(*files.main);
    must(kept.keep(day, japanese("2026-11-21T01:00")));
    QCOMPARE(files.number(u"SELECT count(*) FROM visit_total"_s), 0);
    must(kept.keep(day, japanese("2026-11-21T01:01")));
    QCOMPARE(files.number(u"SELECT registrations FROM visit_total"_s), VisitTotals::smallestKept);
    addBehindItsBack(files); // not seen: the day is not counted again
    QCOMPARE(totals(files), (QList<DayTotal>{{day, VisitTotals::smallestKept}}));
}

void tst_VisitTotals::leavesSmallDaysToBeCounted()
{
    const TestDatabase files;
    fill(*files.main, day, VisitTotals::smallestKept - 1);
    must(VisitTotals(*files.main).keep(day.addDays(-3), japanese("2026-11-24T12:00")));
    QCOMPARE(files.number(u"SELECT count(*) FROM visit_total"_s), 0);
    addBehindItsBack(files);
    QCOMPARE(totals(files), (QList<DayTotal>{{day, VisitTotals::smallestKept}}));
}

void tst_VisitTotals::countsADayAnewOnceAVisitIsErased()
{
    const TestDatabase files;
    fill(*files.main, day, VisitTotals::smallestKept + 5);
    must(VisitTotals(*files.main).keep(day, japanese("2026-11-21T12:00")));
    must(VisitStore(*files.main).remove(visitAt(japan::startOf(day) + 36'000).key));
    QCOMPARE(totals(files), (QList<DayTotal>{{day, VisitTotals::smallestKept + 4}}));
    must(VisitTotals(*files.main).keep(day, japanese("2026-11-21T12:00")));
    QCOMPARE(files.number(u"SELECT registrations FROM visit_total"_s), VisitTotals::smallestKept + 4);
}

// The power went after the mark, before the number.
void tst_VisitTotals::countsADayAnewThatWasLeftHalfWay()
{
    const TestDatabase files;
    fill(*files.main, day, VisitTotals::smallestKept);
    must(files.main->run(u"INSERT INTO visit_total (day, registrations) VALUES (20261120, NULL)"_s));
    QCOMPARE(totals(files), (QList<DayTotal>{{day, VisitTotals::smallestKept}}));
    must(VisitTotals(*files.main).keep(day, japanese("2026-11-21T12:00")));
    QCOMPARE(files.number(u"SELECT registrations FROM visit_total"_s), VisitTotals::smallestKept);
}

void tst_VisitTotals::forgetsWhatLiesBeforeTheFirstDay()
{
    const TestDatabase files;
    fill(*files.main, day, VisitTotals::smallestKept);
    must(VisitTotals(*files.main).keep(day, japanese("2026-11-21T12:00")));
    must(VisitTotals(*files.main).keep(day.addDays(1), japanese("2026-11-22T12:00")));
    QCOMPARE(files.number(u"SELECT count(*) FROM visit_total"_s), 0);
}

void tst_VisitTotals::stopsBetweenTwoDaysWhenItIsTold()
{
    const TestDatabase files;
    int asked = 0;
    const auto result = VisitTotals(*files.main).byDay(day, day.addDays(60), [&] { return ++asked < 4; });
    VERIFY_FAILS(result, ErrorCode::Conflict);
    QCOMPARE(asked, 4);
}

QTEST_GUILESS_MAIN(tst_VisitTotals)
#include "tst_VisitTotals.moc"
