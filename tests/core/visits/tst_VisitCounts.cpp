// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitCounts.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_VisitCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsPeopleADayAndHidesSmallNumbers_data();
    void countsPeopleADayAndHidesSmallNumbers();
    void countsNobodyTwiceAndNobodyElsewhere();
    void namesTheBusiestFacilitiesByPeople();
    void namesNoFacilityWithSmallNumbersOnly();
    void stopsCountingTheBusiestWhenItIsTold();
};

namespace {

QStringList people(int count)
{
    QStringList addresses;
    for (int i = 0; i < count; ++i)
        addresses << u"person%1@example.jp"_s.arg(i);
    return addresses;
}

} // namespace

void tst_VisitCounts::countsPeopleADayAndHidesSmallNumbers_data()
{
    QTest::addColumn<int>("visitors");
    QTest::addColumn<int>("shown");
    QTest::newRow("nobody") << 0 << -1;
    QTest::newRow("one") << 1 << -1;
    QTest::newRow("one fewer than is shown") << VisitCounts::smallestShown - 1 << -1;
    QTest::newRow("as many as are shown") << VisitCounts::smallestShown << VisitCounts::smallestShown;
    QTest::newRow("more") << 12 << 12;
}

// REQUIREMENTS S6
void tst_VisitCounts::countsPeopleADayAndHidesSmallNumbers()
{
    QFETCH(int, visitors);
    QFETCH(int, shown);
    TestOffice office;
    office.clock.set("2026-11-21T12:00");
    const Facility facility = office.addFacility();
    if (visitors > 0)
        office.visit(facility, people(visitors));
    const QDate day(2026, 11, 21);
    const QList<DayCount> counts =
        must(VisitCounts(*office.files.main).ofFacility(facility.id, day.addDays(-1), day.addDays(1)));
    QCOMPARE(counts.size(), 3);
    QCOMPARE(counts[0], (DayCount{day.addDays(-1), std::nullopt}));
    QCOMPARE(counts[1], (DayCount{day, shown < 0 ? std::nullopt : std::optional(shown)}));
    QCOMPARE(counts[2], (DayCount{day.addDays(1), std::nullopt}));
}

void tst_VisitCounts::countsNobodyTwiceAndNobodyElsewhere()
{
    TestOffice office;
    office.clock.set("2026-11-21T12:00");
    const Facility facility = office.addFacility(u"一"_s);
    const Facility other = office.addFacility(u"二"_s);
    office.visit(facility, people(6));
    office.visit(other, people(9));
    office.clock.advance(3600);
    office.visit(facility, people(6));
    const QDate day(2026, 11, 21);
    QCOMPARE(must(VisitCounts(*office.files.main).ofFacility(facility.id, day, day)),
             (QList<DayCount>{{day, 6}}));
}

void tst_VisitCounts::namesTheBusiestFacilitiesByPeople()
{
    TestOffice office;
    const Facility quiet = office.addFacility(u"静か"_s);
    const Facility busy = office.addFacility(u"にぎやか"_s);
    const Facility often = office.addFacility(u"常連"_s);
    const QDate day(2026, 11, 20);
    office.clock.set("2026-11-20T12:00");
    office.visit(quiet, people(6));
    office.visit(busy, people(8));
    for (int scan = 0; scan < 5; ++scan) { // more registrations than anywhere, of the same people
        office.clock.advance(600);
        office.visit(often, people(7));
    }
    office.clock.set("2026-11-21T12:00");
    office.visit(busy, people(5));
    office.visit(quiet, people(4)); // too few to be told
    VisitCounts counts(*office.files.main);
    QCOMPARE(must(counts.busiest(day, day.addDays(1), 5)),
             (QList<FacilityCount>{{busy.id, 13}, {often.id, 7}, {quiet.id, 6}}));
    QCOMPARE(must(counts.busiest(day, day, 2)), (QList<FacilityCount>{{busy.id, 8}, {often.id, 7}}));
}

// REQUIREMENTS S6: somebody who comes each day is still one person.
void tst_VisitCounts::namesNoFacilityWithSmallNumbersOnly()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    for (const char *time : {"2026-11-19T12:00", "2026-11-20T12:00", "2026-11-21T12:00"}) {
        office.clock.set(time);
        office.visit(facility, people(4));
    }
    QCOMPARE(must(VisitCounts(*office.files.main).busiest(QDate(2026, 11, 19), QDate(2026, 11, 21), 5)),
             QList<FacilityCount>());
}

void tst_VisitCounts::stopsCountingTheBusiestWhenItIsTold()
{
    TestOffice office;
    office.visit(office.addFacility(), people(6));
    const QDate day(2026, 11, 21);
    int asked = 0;
    const auto result = VisitCounts(*office.files.main).busiest(day.addDays(-6), day, 5, [&] { return ++asked < 3; });
    VERIFY_FAILS(result, ErrorCode::Conflict);
    QCOMPARE(asked, 3);
}

QTEST_GUILESS_MAIN(tst_VisitCounts)
#include "tst_VisitCounts.moc"
