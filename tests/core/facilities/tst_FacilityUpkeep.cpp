// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityUpkeep.h"

#include "core/facilities/FacilitySearch.h"
#include "tests/support/Fault.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityUpkeep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsWhatAnOlderProgramHasWritten();
    void doesNothingASecondTime();
    void beginsAnewWhereItWasInterrupted();
};

namespace {

// As a row is right after the migration.
void forgetKeys(TestOffice &office)
{
    office.run(
        u"UPDATE facility SET search_text = 'x', name_key = '', prefecture = '', municipality = '', place_key = ''"_s);
}

int foundIn(TestOffice &office, const FacilityQuery &query)
{
    return int(must(FacilitySearch(*office.files.main).ids(query)).size());
}

} // namespace

void tst_FacilityUpkeep::foldsWhatAnOlderProgramHasWritten()
{
    TestOffice office;
    for (int i = 0; i < 120; ++i) // more than one commit takes
        office.addFacility(u"シラカバ %1"_s.arg(i));
    forgetKeys(office);
    QCOMPARE(foundIn(office, {.search = u"しらかば"_s}), 0);
    must(FacilityUpkeep(*office.files.main, office.facilities).bringUpToDate());
    QCOMPARE(foundIn(office, {.search = u"しらかば"_s}), 120);
    QCOMPARE(foundIn(office, {.area = u"札幌市"_s}), 120);
    QVERIFY(!office.files.main->inTransaction());
}

void tst_FacilityUpkeep::doesNothingASecondTime()
{
    TestOffice office;
    office.addFacility();
    FacilityUpkeep upkeep(*office.files.main, office.facilities);
    must(upkeep.bringUpToDate());
    forgetKeys(office);
    must(upkeep.bringUpToDate());
    QCOMPARE(foundIn(office, {.area = u"札幌市"_s}), 0);
}

void tst_FacilityUpkeep::beginsAnewWhereItWasInterrupted()
{
    TestOffice office;
    for (int i = 0; i < 120; ++i)
        office.addFacility(u"店 %1"_s.arg(i));
    forgetKeys(office);
    Fault broken(*office.files.main, u"UPDATE"_s, u"facility"_s, u"OLD.id = 100"_s);
    FacilityUpkeep upkeep(*office.files.main, office.facilities);
    QVERIFY(!upkeep.bringUpToDate());
    QCOMPARE(foundIn(office, {.area = u"札幌市"_s}), 50); // whole commits only
    broken.mend();
    must(upkeep.bringUpToDate());
    QCOMPARE(foundIn(office, {.area = u"札幌市"_s}), 120);
}

QTEST_GUILESS_MAIN(tst_FacilityUpkeep)
#include "tst_FacilityUpkeep.moc"
