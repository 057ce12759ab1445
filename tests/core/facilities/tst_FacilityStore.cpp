// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityStore.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_FacilityStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAFacilityBackAsItWasAdded();
    void changesDetailsAndKeepsTheRest();
    void changesTheState();
    void knowsWhatItDoesNotKnow();
    void letsAnOldCodeWorkForItsGrace_data();
    void letsAnOldCodeWorkForItsGrace();
    void reissuesASecondTimeWithoutReviving();
    void reissuesAtOnceWhateverGraceThereWas();
    void keepsWhenAFacilityWasRetired();
    void seesAtOnceWhatSomebodyElseChanges();
    void noticesTheSamePlaceInOtherWidths();
    void readsPageByPage();
};

namespace {

const qint64 dayLong = 24 * 3600;

} // namespace

void tst_FacilityStore::givesAFacilityBackAsItWasAdded()
{
    TestOffice office;
    FacilityDetails details = TestOffice::details(u"雪まつり"_s);
    details.kind = FacilityKind::Event;
    details.aliases = u"Snow Festival\nゆきまつり"_s;
    details.from = QDate(2027, 2, 4);
    details.until = QDate(2027, 2, 11);
    const Facility added = must(office.facilities.add(details, FacilitySource::Import));
    QCOMPARE(added.details, details);
    QCOMPARE(added.state, FacilityState::Active);
    QCOMPARE(added.source, FacilitySource::Import);
    QCOMPARE(added.createdAt, office.clock.now());
    QCOMPARE(added.codeIssuedAt, office.clock.now());
    QVERIFY(must(office.facilities.find(added.id)) == added);
    const CodeLookup byCode = must(office.facilities.findByCode(added.code));
    QVERIFY(byCode.facility == added);
    QVERIFY(!byCode.codeRetired(office.clock.now()));
    // A shop has no days, and they come back as none.
    QVERIFY(!office.addFacility().details.from);
}

void tst_FacilityStore::changesDetailsAndKeepsTheRest()
{
    TestOffice office;
    const Facility before = office.addFacility();
    office.clock.advance(60);
    FacilityDetails changed = before.details;
    changed.name = u"喫茶シラカバ 二号店"_s;
    must(office.facilities.update(before.id, changed));
    const Facility after = must(office.facilities.find(before.id));
    QCOMPARE(after.details, changed);
    QVERIFY(after.code == before.code);
    QCOMPARE(after.createdAt, before.createdAt);
    QCOMPARE(after.changedAt, before.changedAt + 60);
}

void tst_FacilityStore::changesTheState()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    for (const FacilityState state :
         {FacilityState::Suspended, FacilityState::Retired, FacilityState::Active}) {
        must(office.facilities.setState(facility.id, state));
        QCOMPARE(must(office.facilities.find(facility.id)).state, state);
        QCOMPARE(must(office.facilities.findByCode(facility.code)).facility.state, state);
    }
}

void tst_FacilityStore::knowsWhatItDoesNotKnow()
{
    TestOffice office;
    VERIFY_FAILS(office.facilities.find(99), ErrorCode::NotFound);
    VERIFY_FAILS(office.facilities.findByCode(FacilityCode::random()), ErrorCode::NotFound);
    VERIFY_FAILS(office.facilities.update(99, TestOffice::details()), ErrorCode::NotFound);
    VERIFY_FAILS(office.facilities.setState(99, FacilityState::Retired), ErrorCode::NotFound);
    VERIFY_FAILS(office.facilities.reissue(99, 7), ErrorCode::NotFound);
    QVERIFY(!office.files.main->inTransaction());
}

void tst_FacilityStore::letsAnOldCodeWorkForItsGrace_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<qint64>("secondsLater");
    QTest::addColumn<bool>("retired");
    QTest::newRow("at once without grace") << 0 << qint64(0) << true;
    QTest::newRow("during its grace") << 7 << 7 * dayLong - 1 << false;
    QTest::newRow("when its grace is over") << 7 << 7 * dayLong << true;
}

// REQUIREMENTS O4
void tst_FacilityStore::letsAnOldCodeWorkForItsGrace()
{
    QFETCH(int, days);
    QFETCH(qint64, secondsLater);
    QFETCH(bool, retired);
    TestOffice office;
    const Facility before = office.addFacility();
    const Facility after = must(office.facilities.reissue(before.id, days));
    QVERIFY(after.code != before.code);
    office.clock.advance(secondsLater);
    const CodeLookup old = must(office.facilities.findByCode(before.code));
    QCOMPARE(old.codeRetired(office.clock.now()), retired);
    QVERIFY(old.scanned == before.code);
    QVERIFY(old.facility.code == after.code);
    QVERIFY(!must(office.facilities.findByCode(after.code)).codeRetired(office.clock.now()));
}

void tst_FacilityStore::reissuesASecondTimeWithoutReviving()
{
    TestOffice office;
    const Facility first = office.addFacility();
    const Facility second = must(office.facilities.reissue(first.id, 0));
    const Facility third = must(office.facilities.reissue(first.id, 30));
    QVERIFY(must(office.facilities.findByCode(first.code)).codeRetired(office.clock.now())); // the abused one stays refused
    QVERIFY(!must(office.facilities.findByCode(second.code)).codeRetired(office.clock.now()));
    QVERIFY(!must(office.facilities.findByCode(third.code)).codeRetired(office.clock.now()));
    QCOMPARE(office.number(u"SELECT count(*) FROM facility_code WHERE retires_at IS NULL"_s), 1);
}

// A code that turns out to be abused during its grace can be refused.
void tst_FacilityStore::reissuesAtOnceWhateverGraceThereWas()
{
    TestOffice office;
    const Facility first = office.addFacility();
    const Facility other = office.addFacility(u"雪まつり会場"_s);
    must(office.facilities.reissue(first.id, 30));
    must(office.facilities.reissue(other.id, 30));
    must(office.facilities.reissue(first.id, 0));
    QVERIFY(must(office.facilities.findByCode(first.code)).codeRetired(office.clock.now()));
    QVERIFY(!must(office.facilities.findByCode(other.code)).codeRetired(office.clock.now()));
}

// REQUIREMENTS O6: by that its contact goes, however often somebody retires it.
void tst_FacilityStore::keepsWhenAFacilityWasRetired()
{
    TestOffice office;
    const FacilityId id = office.addFacility().id;
    const auto retire = [&] {
        must(office.facilities.setState(id, FacilityState::Retired));
        return office.number(u"SELECT retired_at FROM facility WHERE id = %1"_s.arg(id));
    };
    const qint64 first = retire();
    QCOMPARE(first, office.clock.now());
    office.clock.advance(30 * dayLong);
    QCOMPARE(retire(), first);
    must(office.facilities.setState(id, FacilityState::Active));
    QCOMPARE(office.number(u"SELECT count(*) FROM facility WHERE retired_at IS NULL"_s), 1);
    QCOMPARE(retire(), office.clock.now());
}

// REQUIREMENTS O4
void tst_FacilityStore::seesAtOnceWhatSomebodyElseChanges()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    const auto other = office.files.open(Migrations::Schema::Main);
    FacilityStore theirs(*other, office.clock);
    const auto known = [&] { return must(office.facilities.findByCode(facility.code)); };
    QCOMPARE(known().facility.state, FacilityState::Active);

    must(theirs.setState(facility.id, FacilityState::Suspended));
    QCOMPARE(known().facility.state, FacilityState::Suspended);
    must(theirs.update(facility.id, TestOffice::details(u"喫茶すずらん"_s)));
    QCOMPARE(known().facility.details.name, u"喫茶すずらん"_s);
    must(theirs.reissue(facility.id, 1));
    QVERIFY(!known().codeRetired(office.clock.now()));
    office.clock.advance(dayLong); // and what only the clock changes
    QVERIFY(known().codeRetired(office.clock.now()));
}

void tst_FacilityStore::noticesTheSamePlaceInOtherWidths()
{
    TestOffice office;
    const Facility facility = office.addFacility(u"カフェ ABC"_s);
    FacilityDetails again = TestOffice::details(u"ｶﾌｪ　ａｂｃ"_s);
    again.address = u"札幌市中央区北３条西６丁目"_s;
    QCOMPARE(must(office.facilities.duplicatesOf(again)).size(), 1);
    again.address = u"函館市"_s;
    QVERIFY(must(office.facilities.duplicatesOf(again)).isEmpty());
    must(office.facilities.setState(facility.id, FacilityState::Retired));
    QVERIFY(must(office.facilities.duplicatesOf(TestOffice::details(u"カフェ ABC"_s))).isEmpty());
}

void tst_FacilityStore::readsPageByPage()
{
    TestOffice office;
    for (int i = 0; i < 25; ++i)
        office.addFacility(u"店%1"_s.arg(i));
    QList<FacilityId> seen;
    for (FacilityId after = 0;;) {
        const QList<Facility> page = must(office.facilities.list(after, 10));
        if (page.isEmpty())
            break;
        QVERIFY(page.size() <= 10);
        for (const Facility &facility : page)
            seen.append(facility.id);
        after = page.last().id;
    }
    QCOMPARE(seen.size(), 25);
    QVERIFY(std::ranges::is_sorted(seen));
    QCOMPARE(std::ranges::adjacent_find(seen), seen.end());
}

QTEST_GUILESS_MAIN(tst_FacilityStore)
#include "tst_FacilityStore.moc"
