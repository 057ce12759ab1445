// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityStore.h"

#include "core/facilities/FacilityCheck.h"
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
    void noticesTheSamePlaceInOtherWidths();
    void searches_data();
    void searches();
    void filtersByKindAndState();
    void readsPageByPage();
    void showsEachFacilityOnceAfterItsCodeWasReissued();
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
    QVERIFY(!byCode.codeRetired);
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
    QCOMPARE(must(office.facilities.count({.search = u"二号"_s, .kind = {}, .state = {}})),
             1); // the search knows it
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
    QCOMPARE(old.codeRetired, retired);
    QVERIFY(old.scanned == before.code);
    QVERIFY(old.facility.code == after.code);
    QVERIFY(!must(office.facilities.findByCode(after.code)).codeRetired);
}

void tst_FacilityStore::reissuesASecondTimeWithoutReviving()
{
    TestOffice office;
    const Facility first = office.addFacility();
    const Facility second = must(office.facilities.reissue(first.id, 0));
    const Facility third = must(office.facilities.reissue(first.id, 30));
    QVERIFY(must(office.facilities.findByCode(first.code)).codeRetired); // the abused one stays refused
    QVERIFY(!must(office.facilities.findByCode(second.code)).codeRetired);
    QVERIFY(!must(office.facilities.findByCode(third.code)).codeRetired);
    QCOMPARE(office.number(u"SELECT count(*) FROM facility_code WHERE retires_at IS NULL"_s), 1);
}

// REQUIREMENTS O4
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

void tst_FacilityStore::searches_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("everything") << QString() << 3;
    QTest::newRow("only spaces") << u" 　"_s << 3;
    QTest::newRow("a part of the name") << u"しらかば"_s << 1;
    QTest::newRow("katakana") << u"シラカバ"_s << 1;
    QTest::newRow("half-width katakana") << u"ｼﾗｶﾊﾞ"_s << 1;
    QTest::newRow("full-width letters") << u"ｂｉｒｃｈ"_s << 1;
    QTest::newRow("an alias") << u"BIRCH"_s << 1;
    QTest::newRow("over a space") << u"喫茶し"_s << 1;
    QTest::newRow("the address, full width") << u"北３条"_s << 3;
    QTest::newRow("the contact") << u"佐藤"_s << 3;
    QTest::newRow("the contact's address") << u"sato@"_s << 3;
    QTest::newRow("the phone") << u"204-5020"_s << 3;
    QTest::newRow("a percent sign") << u"%"_s << 1;
    QTest::newRow("an underscore") << u"_"_s << 1;
    QTest::newRow("a backslash") << u"\\"_s << 1;
    QTest::newRow("a quotation mark") << u"'"_s << 0;
    QTest::newRow("a wildcard of another kind") << u"*"_s << 0;
    QTest::newRow("not over two fields") << u"しらかばbirch"_s << 0;
    QTest::newRow("nobody") << u"ラーメン"_s << 0;
}

// REQUIREMENTS S1
void tst_FacilityStore::searches()
{
    QFETCH(QString, search);
    QFETCH(int, found);
    TestOffice office;
    FacilityDetails cafe = TestOffice::details(u"喫茶 しらかば"_s);
    cafe.aliases = u"Birch Café"_s;
    must(office.facilities.add(cafe, FacilitySource::Staff));
    must(office.facilities.add(TestOffice::details(u"100%果汁_スタンド"_s), FacilitySource::Staff));
    must(office.facilities.add(TestOffice::details(u"C:\\バー"_s), FacilitySource::Staff));
    const FacilityFilter filter{.search = search, .kind = {}, .state = {}};
    QCOMPARE(must(office.facilities.list(filter, 0, 100)).size(), found);
    QCOMPARE(must(office.facilities.count(filter)), found);
}

void tst_FacilityStore::filtersByKindAndState()
{
    TestOffice office;
    const Facility shop = office.addFacility(u"店"_s);
    FacilityDetails hall = TestOffice::details(u"体育館"_s);
    hall.kind = FacilityKind::Facility;
    must(office.facilities.add(hall, FacilitySource::Staff));
    must(office.facilities.setState(shop.id, FacilityState::Retired));
    QCOMPARE(must(office.facilities.count({.search = {}, .kind = FacilityKind::Facility, .state = {}})), 1);
    QCOMPARE(must(office.facilities.count({.search = {}, .kind = {}, .state = FacilityState::Retired})), 1);
    QCOMPARE(must(office.facilities.count({.search = u"店"_s, .kind = FacilityKind::Facility, .state = {}})),
             0);
    // Its code finds it too, as somebody reads it from a poster.
    QCOMPARE(must(office.facilities.count({.search = shop.code.text().toLower(), .kind = {}, .state = {}})),
             1);
}

void tst_FacilityStore::readsPageByPage()
{
    TestOffice office;
    for (int i = 0; i < 25; ++i)
        office.addFacility(u"店%1"_s.arg(i));
    QList<FacilityId> seen;
    for (FacilityId after = 0;;) {
        const QList<Facility> page = must(office.facilities.list({}, after, 10));
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

void tst_FacilityStore::showsEachFacilityOnceAfterItsCodeWasReissued()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    for (int i = 0; i < 3; ++i)
        must(office.facilities.reissue(facility.id, 30));
    QCOMPARE(must(office.facilities.list({}, 0, 100)).size(), 1);
    QCOMPARE(must(office.facilities.count({})), 1);
    QCOMPARE(must(office.facilities.duplicatesOf(facility.details)).size(), 1);
}

QTEST_GUILESS_MAIN(tst_FacilityStore)
#include "tst_FacilityStore.moc"
