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

QTEST_GUILESS_MAIN(tst_VisitCounts)
#include "tst_VisitCounts.moc"
