// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilitySearch.h"

#include "core/foundation/JapaneseTime.h"
#include "tests/support/ManyFacilities.h"
#include "tests/support/TestOffice.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

Q_DECLARE_METATYPE(shirase::FacilityQuery)

class tst_FacilitySearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsInEveryField_data();
    void findsInEveryField();
    void takesEveryWayOfTyping_data();
    void takesEveryWayOfTyping();
    void followsACorrectionAndANewCode();
    void narrows_data();
    void narrows();
    void sorts_data();
    void sorts();
    void keepsTheOrderOfThoseThatAreAlike();
    void readsRowsInTheOrderOfTheIds_data();
    void readsRowsInTheOrderOfTheIds();
    void leavesOutWhatIsGone();
    void readsNoMoreThanWanted();
    void namesTheMunicipalities();
    void showsEachFacilityOnceAfterItsCodeWasReissued();
};

namespace {

QStringList namesOf(TestOffice &office, const FacilityQuery &query)
{
    FacilitySearch search(*office.files.main);
    QStringList names;
    for (const Facility &facility : must(search.rows(must(search.ids(query)))))
        names << facility.details.name;
    return names;
}

Facility addTo(TestOffice &office, FacilityDetails details)
{
    return must(office.facilities.add(details, FacilitySource::Staff));
}

FacilityDetails at(const QString &name, const QString &address, const QString &postalCode = u"060-8588"_s)
{
    FacilityDetails details = TestOffice::details(name);
    details.address = address;
    details.postalCode = postalCode;
    return details;
}

} // namespace

void tst_FacilitySearch::findsInEveryField_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<int>("found");
    QTest::newRow("everything") << QString() << 3;
    QTest::newRow("only spaces") << u" 　"_s << 3;
    QTest::newRow("only a hyphen") << u"-"_s << 3;
    QTest::newRow("a part of the name") << u"しらかば"_s << 1;
    QTest::newRow("an alias") << u"BIRCH"_s << 1;
    QTest::newRow("over a space") << u"喫茶し"_s << 1;
    QTest::newRow("two words") << u"しらかば 喫茶"_s << 1;
    QTest::newRow("words of two fields") << u"喫茶　札幌"_s << 1;
    QTest::newRow("words of which one is missing") << u"喫茶 函館"_s << 0;
    QTest::newRow("the postal address") << u"北3条"_s << 3;
    QTest::newRow("the postal code") << u"060-85"_s << 3;
    QTest::newRow("the contact") << u"佐藤"_s << 3;
    QTest::newRow("the contact with a space") << u"佐藤 花子"_s << 3;
    QTest::newRow("the contact's mail address") << u"sato@"_s << 3;
    QTest::newRow("the phone") << u"204-5020"_s << 3;
    QTest::newRow("the phone without hyphens") << u"0112045020"_s << 3;
    QTest::newRow("a percent sign") << u"%"_s << 1;
    QTest::newRow("an underscore") << u"_"_s << 1;
    QTest::newRow("a backslash") << u"\\"_s << 1;
    QTest::newRow("a quotation mark") << u"'"_s << 0;
    QTest::newRow("a wildcard of another kind") << u"*"_s << 0;
    QTest::newRow("not over two fields") << u"しらかばbirch"_s << 0;
    QTest::newRow("nobody") << u"ラーメン"_s << 0;
}

// REQUIREMENTS S1
void tst_FacilitySearch::findsInEveryField()
{
    QFETCH(QString, search);
    QFETCH(int, found);
    TestOffice office;
    FacilityDetails cafe = TestOffice::details(u"喫茶 しらかば"_s);
    cafe.aliases = u"Birch Café"_s;
    addTo(office, cafe);
    addTo(office, TestOffice::details(u"100%果汁_スタンド"_s));
    addTo(office, TestOffice::details(u"C:\\バー"_s));
    QCOMPARE(namesOf(office, {.search = search}).size(), found);
}

void tst_FacilitySearch::takesEveryWayOfTyping_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("typed");
    QTest::newRow("katakana for hiragana") << u"しらかば"_s << u"シラカバ"_s;
    QTest::newRow("hiragana for katakana") << u"ラーメン太郎"_s << u"らーめん"_s;
    QTest::newRow("half-width katakana") << u"しらかば"_s << u"ｼﾗｶﾊﾞ"_s;
    QTest::newRow("half-width katakana in the row") << u"ｼﾗｶﾊﾞ"_s << u"しらかば"_s;
    QTest::newRow("small kana stay small") << u"キャフェ"_s << u"きゃふぇ"_s;
    QTest::newRow("full-width letters") << u"Birch"_s << u"ｂＩＲＣＨ"_s;
    QTest::newRow("full-width digits") << u"3号店"_s << u"３号店"_s;
    QTest::newRow("circled digits") << u"①番館"_s << u"1番館"_s;
    QTest::newRow("accents") << u"Café"_s << u"cafe"_s;
    QTest::newRow("accents as marks of their own") << u"Cafe\u0301"_s << u"Café"_s;
    QTest::newRow("voiced marks of their own") << u"か\u3099くや"_s << u"がくや"_s;
    QTest::newRow("a full-width hyphen") << u"A－1ビル"_s << u"a-1"_s;
    QTest::newRow("no hyphen") << u"A-1ビル"_s << u"a1"_s;
    QTest::newRow("a zero-width space") << u"喫\u200b茶"_s << u"喫茶"_s;
    QTest::newRow("the sign of a company") << u"㈱北斗"_s << u"(株)北斗"_s;
    QTest::newRow("outside the first plane") << u"𠮷野"_s << u"𠮷野"_s;
}

void tst_FacilitySearch::takesEveryWayOfTyping()
{
    QFETCH(QString, name);
    QFETCH(QString, typed);
    TestOffice office;
    addTo(office, TestOffice::details(name));
    addTo(office, TestOffice::details(u"そば次郎"_s));
    QCOMPARE(namesOf(office, {.search = typed}), QStringList(name));
}

void tst_FacilitySearch::followsACorrectionAndANewCode()
{
    TestOffice office;
    const Facility first = office.addFacility(u"誤記店"_s);
    office.addFacility(u"ほか"_s);
    FacilityDetails corrected = first.details;
    corrected.name = u"正記店"_s;
    must(office.facilities.update(first.id, corrected));
    QVERIFY(namesOf(office, {.search = u"誤記"_s}).isEmpty());
    QCOMPARE(namesOf(office, {.search = u"正記"_s}).size(), 1);

    const Facility second = must(office.facilities.reissue(first.id, 0));
    for (const FacilityCode &code : {first.code, second.code}) { // an old poster leads to its place too
        QCOMPARE(namesOf(office, {.search = code.text()}), QStringList(u"正記店"_s));
        QCOMPARE(namesOf(office, {.search = code.text().toLower().insert(5, u' ')}),
                 QStringList(u"正記店"_s));
        QCOMPARE(namesOf(office, {.search = code.checkCode()}), QStringList(u"正記店"_s));
    }
}

void tst_FacilitySearch::narrows_data()
{
    QTest::addColumn<FacilityQuery>("query");
    QTest::addColumn<QStringList>("names");
    const QDate first(2026, 11, 1);
    QTest::newRow("kind") << FacilityQuery{.kind = FacilityKind::Facility} << QStringList{u"体育館"_s};
    QTest::newRow("state") << FacilityQuery{.state = FacilityState::Suspended} << QStringList{u"書店"_s};
    QTest::newRow("kind and state") << FacilityQuery{.kind = FacilityKind::Facility,
                                                     .state = FacilityState::Suspended}
                                    << QStringList();
    QTest::newRow("a city") << FacilityQuery{.area = u"札幌市"_s} << QStringList{u"体育館"_s, u"食堂"_s};
    QTest::newRow("a ward") << FacilityQuery{.area = u"札幌市北区"_s} << QStringList{u"体育館"_s};
    QTest::newRow("a city with its prefecture")
        << FacilityQuery{.area = u"北海道札幌市"_s} << QStringList{u"体育館"_s, u"食堂"_s};
    QTest::newRow("a prefecture, also where it is left out")
        << FacilityQuery{.area = u"北海道"_s} << QStringList{u"体育館"_s, u"書店"_s, u"食堂"_s};
    QTest::newRow("another prefecture that nobody left out")
        << FacilityQuery{.area = u"青森県青森市"_s} << QStringList{u"港"_s};
    QTest::newRow("a street, in another width")
        << FacilityQuery{.area = u"札幌市中央区北３条"_s} << QStringList{u"食堂"_s};
    QTest::newRow("a postal code") << FacilityQuery{.area = u"０４０"_s} << QStringList{u"書店"_s};
    QTest::newRow("a whole postal code without its hyphen")
        << FacilityQuery{.area = u"0408511"_s} << QStringList{u"書店"_s};
    QTest::newRow("not from the middle of an address") << FacilityQuery{.area = u"中央区"_s} << QStringList();
    QTest::newRow("a percent sign is none") << FacilityQuery{.area = u"%"_s} << QStringList();
    QTest::newRow("registered from") << FacilityQuery{.registeredFrom = first.addDays(1)}
                                     << QStringList{u"書店"_s, u"港"_s};
    QTest::newRow("registered until, inclusive")
        << FacilityQuery{.registeredUntil = first} << QStringList{u"体育館"_s, u"食堂"_s};
    QTest::newRow("registered on one day")
        << FacilityQuery{.registeredFrom = first.addDays(1), .registeredUntil = first.addDays(1)}
        << QStringList{u"書店"_s};
    QTest::newRow("search and area") << FacilityQuery{.search = u"食"_s, .area = u"札幌"_s}
                                     << QStringList{u"食堂"_s};
}

void tst_FacilitySearch::narrows()
{
    QFETCH(FacilityQuery, query);
    QFETCH(QStringList, names);
    TestOffice office;
    // The last second of a Japanese day, the first of the next, and the day after.
    office.clock.set(japan::startOf(QDate(2026, 11, 2)) - 1);
    addTo(office, at(u"食堂"_s, u"北海道札幌市中央区北3条西6丁目"_s));
    FacilityDetails hall = at(u"体育館"_s, u"札幌市北区北24条"_s);
    hall.kind = FacilityKind::Facility;
    addTo(office, hall);
    office.clock.set(japan::startOf(QDate(2026, 11, 2)));
    const Facility shop = addTo(office, at(u"書店"_s, u"函館市東雲町4-13"_s, u"040-8511"_s));
    office.clock.set(japan::startOf(QDate(2026, 11, 3)));
    addTo(office, at(u"港"_s, u"青森県青森市中央1"_s, u"030-8555"_s));
    must(office.facilities.setState(shop.id, FacilityState::Suspended));
    QStringList found = namesOf(office, query);
    std::ranges::sort(found);
    std::ranges::sort(names);
    QCOMPARE(found, names);
}

void tst_FacilitySearch::sorts_data()
{
    QTest::addColumn<FacilityOrder>("order");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("by name, kana alike")
        << FacilityOrder::Name << QStringList{u"あおば"_s, u"イロハ"_s, u"ウメ"_s};
    QTest::newRow("by kind") << FacilityOrder::Kind << QStringList{u"イロハ"_s, u"ウメ"_s, u"あおば"_s};
    QTest::newRow("by address without prefecture")
        << FacilityOrder::Address << QStringList{u"ウメ"_s, u"あおば"_s, u"イロハ"_s};
    QTest::newRow("by state") << FacilityOrder::State << QStringList{u"イロハ"_s, u"あおば"_s, u"ウメ"_s};
    QTest::newRow("by registration") << FacilityOrder::Registered
                                     << QStringList{u"ウメ"_s, u"イロハ"_s, u"あおば"_s};
}

void tst_FacilitySearch::sorts()
{
    QFETCH(FacilityOrder, order);
    QFETCH(QStringList, names);
    TestOffice office;
    const Facility plum = addTo(office, at(u"ウメ"_s, u"旭川市"_s));
    office.clock.advance(1);
    addTo(office, at(u"イロハ"_s, u"札幌市北区"_s));
    office.clock.advance(1);
    FacilityDetails hall = at(u"あおば"_s, u"北海道札幌市中央区"_s);
    hall.kind = FacilityKind::Facility;
    const Facility leaf = addTo(office, hall);
    must(office.facilities.setState(plum.id, FacilityState::Retired));
    must(office.facilities.setState(leaf.id, FacilityState::Suspended));
    QCOMPARE(namesOf(office, {.order = order}), names);
    std::ranges::reverse(names);
    QCOMPARE(namesOf(office, {.order = order, .direction = Qt::DescendingOrder}), names);
    // The same where the index is not used.
    QCOMPARE(namesOf(office, {.search = u"sato"_s, .order = order, .direction = Qt::DescendingOrder}), names);
}

void tst_FacilitySearch::keepsTheOrderOfThoseThatAreAlike()
{
    TestOffice office;
    QList<FacilityId> added;
    for (int i = 0; i < 20; ++i)
        added << office.addFacility(u"店"_s).id;
    FacilitySearch search(*office.files.main);
    for (const FacilityOrder order : {FacilityOrder::Name, FacilityOrder::Kind, FacilityOrder::Address,
                                      FacilityOrder::State, FacilityOrder::Registered}) {
        QCOMPARE(must(search.ids({.order = order})), added);
        QList<FacilityId> reversed = must(search.ids({.order = order, .direction = Qt::DescendingOrder}));
        std::ranges::reverse(reversed);
        QCOMPARE(reversed, added);
    }
}

void tst_FacilitySearch::readsRowsInTheOrderOfTheIds_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, FacilitySearch::rowsAtOnce - 1, FacilitySearch::rowsAtOnce,
                            FacilitySearch::rowsAtOnce + 1, 2 * FacilitySearch::rowsAtOnce})
        QTest::addRow("%d", count) << count;
}

void tst_FacilitySearch::readsRowsInTheOrderOfTheIds()
{
    QFETCH(int, count);
    TestOffice office;
    addManyFacilities(*office.files.main, count);
    FacilitySearch search(*office.files.main);
    QList<FacilityId> wanted =
        must(search.ids({.order = FacilityOrder::Address, .direction = Qt::DescendingOrder}));
    QCOMPARE(wanted.size(), count);
    QList<FacilityId> got;
    for (const Facility &facility : must(search.rows(wanted)))
        got << facility.id;
    QCOMPARE(got, wanted);
}

void tst_FacilitySearch::leavesOutWhatIsGone()
{
    TestOffice office;
    const Facility here = office.addFacility();
    const QList<Facility> rows = must(FacilitySearch(*office.files.main).rows({999, here.id, 998}));
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows.first() == here);
}

void tst_FacilitySearch::readsNoMoreThanWanted()
{
    TestOffice office;
    addManyFacilities(*office.files.main, 20);
    FacilitySearch search(*office.files.main);
    QCOMPARE(must(search.ids({}, 5)), must(search.ids({})).first(5));
}

void tst_FacilitySearch::namesTheMunicipalities()
{
    TestOffice office;
    addTo(office, at(u"一"_s, u"北海道札幌市中央区北3条"_s));
    addTo(office, at(u"二"_s, u"札幌市中央区大通"_s));
    addTo(office, at(u"三"_s, u"函館市東雲町"_s));
    addTo(office, at(u"四"_s, u"somewhere"_s));
    FacilitySearch search(*office.files.main);
    QCOMPARE(must(search.municipalities(10)), (QStringList{u"札幌市中央区"_s, u"函館市"_s}));
    QCOMPARE(must(search.municipalities(1)), QStringList(u"札幌市中央区"_s));
}

void tst_FacilitySearch::showsEachFacilityOnceAfterItsCodeWasReissued()
{
    TestOffice office;
    const Facility facility = office.addFacility();
    for (int i = 0; i < 3; ++i)
        must(office.facilities.reissue(facility.id, 30));
    QCOMPARE(namesOf(office, {}).size(), 1);
    QCOMPARE(must(office.facilities.duplicatesOf(facility.details)).size(), 1);
}

QTEST_GUILESS_MAIN(tst_FacilitySearch)
#include "tst_FacilitySearch.moc"
