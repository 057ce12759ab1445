// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityAct.h"

#include "core/facilities/FacilitySearch.h"
#include "tests/support/Fault.h"
#include "tests/support/ManyFacilities.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

using Direction = FacilityAct::Direction;

class tst_FacilityAct : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void correctsAndTakesBack();
    void neverOverwritesWhatSomebodyElseHasChanged();
    void changesStatesAndTakesBackOnlyItsOwn();
    void takesIntoUseAgain();
    void retiresBothAndForGood();
    void remembersHowFarItCameWhenCancelled();
    void remembersHowFarItCameWhenTheDatabaseFails();
    void reportsHowFarItIs();
    void leavesAloneWhatIsGone();

private:
    static FacilityAct::Outcome perform(TestOffice &office, FacilityAct &act, Direction direction,
                                        const FacilityAct::Progress &progress = {})
    {
        return must(office.facilityDesk.perform(*office.session, act, direction, progress));
    }
    static FacilityState stateOf(TestOffice &office, FacilityId id)
    {
        return must(office.facilities.find(id)).state;
    }
};

void tst_FacilityAct::correctsAndTakesBack()
{
    TestOffice office;
    const Facility before = office.addFacility(u"誤記店"_s);
    FacilityDetails after = before.details;
    after.name = u"正記店"_s;
    FacilityAct act = FacilityAct::correction(before, after);
    QVERIFY(act.canBeUndone());
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(perform(office, act, Direction::Do).changed, 1);
        QCOMPARE(must(office.facilities.find(before.id)).details, after);
        QCOMPARE(perform(office, act, Direction::Undo).changed, 1);
        QCOMPARE(must(office.facilities.find(before.id)).details, before.details);
        QCOMPARE(must(FacilitySearch(*office.files.main).ids({.search = u"誤記"_s})).size(), 1);
    }
}

void tst_FacilityAct::neverOverwritesWhatSomebodyElseHasChanged()
{
    TestOffice office;
    const Facility before = office.addFacility(u"一"_s);
    FacilityDetails mine = before.details;
    mine.name = u"二"_s;
    FacilityDetails theirs = before.details;
    theirs.phone = u"011-231-4111"_s;
    FacilityAct late = FacilityAct::correction(before, mine);
    must(office.facilities.update(before.id, theirs));
    QCOMPARE(perform(office, late, Direction::Do).leftAlone, 1);
    QCOMPARE(must(office.facilities.find(before.id)).details, theirs);

    FacilityAct act = FacilityAct::correction(must(office.facilities.find(before.id)), mine);
    QCOMPARE(perform(office, act, Direction::Do).changed, 1);
    must(office.facilities.update(before.id, theirs));
    const FacilityAct::Outcome undone = perform(office, act, Direction::Undo);
    QCOMPARE(undone.changed, 0);
    QCOMPARE(undone.leftAlone, 1);
    QCOMPARE(must(office.facilities.find(before.id)).details, theirs);
}

void tst_FacilityAct::changesStatesAndTakesBackOnlyItsOwn()
{
    TestOffice office;
    const FacilityId first = office.addFacility(u"一"_s).id;
    const FacilityId second = office.addFacility(u"二"_s).id;
    const FacilityId third = office.addFacility(u"三"_s).id;
    must(office.facilities.setState(second, FacilityState::Suspended));
    must(office.facilities.setState(third, FacilityState::Retired));
    FacilityAct act = FacilityAct::stateChange({first, second, third}, FacilityState::Suspended);
    const FacilityAct::Outcome done = perform(office, act, Direction::Do);
    QCOMPARE(done.changed, 1);
    QCOMPARE(done.leftAlone, 2);
    QCOMPARE(perform(office, act, Direction::Undo).changed, 1);
    QCOMPARE(stateOf(office, first), FacilityState::Active);
    QCOMPARE(stateOf(office, second), FacilityState::Suspended); // it was so before
    QCOMPARE(stateOf(office, third), FacilityState::Retired);
}

void tst_FacilityAct::takesIntoUseAgain()
{
    TestOffice office;
    const FacilityId id = office.addFacility().id;
    must(office.facilities.setState(id, FacilityState::Suspended));
    FacilityAct act = FacilityAct::stateChange({id}, FacilityState::Active);
    QCOMPARE(perform(office, act, Direction::Do).changed, 1);
    QCOMPARE(stateOf(office, id), FacilityState::Active);
    QCOMPARE(perform(office, act, Direction::Undo).changed, 1);
    QCOMPARE(stateOf(office, id), FacilityState::Suspended);
}

// REQUIREMENTS O4
void tst_FacilityAct::retiresBothAndForGood()
{
    TestOffice office;
    const FacilityId active = office.addFacility(u"一"_s).id;
    const FacilityId suspended = office.addFacility(u"二"_s).id;
    must(office.facilities.setState(suspended, FacilityState::Suspended));
    FacilityAct act = FacilityAct::stateChange({active, suspended}, FacilityState::Retired);
    QVERIFY(!act.canBeUndone());
    QCOMPARE(perform(office, act, Direction::Do).changed, 2);
    QCOMPARE(stateOf(office, active), FacilityState::Retired);
    QCOMPARE(stateOf(office, suspended), FacilityState::Retired);
    FacilityAct back = FacilityAct::stateChange({active}, FacilityState::Active);
    QCOMPARE(perform(office, back, Direction::Do).leftAlone, 1);
}

void tst_FacilityAct::remembersHowFarItCameWhenCancelled()
{
    TestOffice office;
    addManyFacilities(*office.files.main, 130);
    const QList<FacilityId> active =
        must(FacilitySearch(*office.files.main).ids({.state = FacilityState::Active}));
    FacilityAct act = FacilityAct::stateChange(active, FacilityState::Suspended);
    const FacilityAct::Outcome stopped =
        perform(office, act, Direction::Do, [](int done, int) { return done < 50; });
    QVERIFY(stopped.cancelled);
    QCOMPARE(stopped.changed, 50);
    const auto countActive = [&] {
        return must(FacilitySearch(*office.files.main).ids({.state = FacilityState::Active})).size();
    };
    QCOMPARE(countActive(), active.size() - 50);
    QCOMPARE(perform(office, act, Direction::Do).changed, int(active.size()) - 50); // the rest
    QCOMPARE(perform(office, act, Direction::Undo).changed, int(active.size()));
    QCOMPARE(countActive(), active.size());
}

void tst_FacilityAct::remembersHowFarItCameWhenTheDatabaseFails()
{
    TestOffice office;
    addManyFacilities(*office.files.main, 130);
    QList<FacilityId> active =
        must(FacilitySearch(*office.files.main)
                 .ids({.state = FacilityState::Active, .order = FacilityOrder::Registered}));
    Fault broken(*office.files.main, u"UPDATE"_s, u"facility"_s, u"OLD.id = %1"_s.arg(active[60]));
    FacilityAct act = FacilityAct::stateChange(active, FacilityState::Suspended);
    QVERIFY(!office.facilityDesk.perform(*office.session, act, Direction::Do));
    QVERIFY(!office.files.main->inTransaction());
    broken.mend();
    QCOMPARE(perform(office, act, Direction::Undo).changed, 50);
}

void tst_FacilityAct::reportsHowFarItIs()
{
    TestOffice office;
    QList<FacilityId> ids;
    for (int i = 0; i < 60; ++i)
        ids << office.addFacility(u"店 %1"_s.arg(i)).id;
    FacilityAct act = FacilityAct::stateChange(ids, FacilityState::Suspended);
    QList<QPair<int, int>> reports;
    std::ignore = perform(office, act, Direction::Do, [&](int done, int total) {
        reports.append({done, total});
        return true;
    });
    QCOMPARE(reports, (QList<QPair<int, int>>{{0, 60}, {50, 60}, {60, 60}}));
}

void tst_FacilityAct::leavesAloneWhatIsGone()
{
    TestOffice office;
    FacilityAct act = FacilityAct::stateChange({99}, FacilityState::Suspended);
    QCOMPARE(perform(office, act, Direction::Do).leftAlone, 1);
    Facility gone = office.addFacility();
    gone.id = 99;
    FacilityAct correction = FacilityAct::correction(gone, TestOffice::details(u"別"_s));
    QCOMPARE(perform(office, correction, Direction::Do).leftAlone, 1);
}

QTEST_GUILESS_MAIN(tst_FacilityAct)
#include "tst_FacilityAct.moc"
