// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilitySearch.h"

#include "tests/support/ManyFacilities.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

/// A search keeps its index in memory: it answers at any time as one that reads everything anew.
class tst_FacilityIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithItselfOverManyRows();
    void seesWhatAnotherConnectionHasCommitted();
    void seesNothingOfWhatWasRolledBack();
    void keepsTheOrderThroughChanges();
    void answersAsIfEachQueryWereItsFirst();
};

// The generator's keys are those that the store would have written, and no query loses or doubles a row.
void tst_FacilityIndex::agreesWithItselfOverManyRows()
{
    TestOffice office;
    addManyFacilities(*office.files.main, 500);
    FacilitySearch search(*office.files.main);
    const QList<FacilityId> all = must(search.ids({}));
    const QList<FacilityId> found = must(search.ids({.search = u"シラカバ"_s}));
    QVERIFY(!found.isEmpty() && found.size() < all.size());
    for (const FacilityId id : all)
        must(office.facilities.refreshKeys(id));
    QCOMPARE(must(search.ids({})), all);
    QCOMPARE(must(search.ids({.search = u"シラカバ"_s})), found);
    QCOMPARE(
        must(search.ids({.area = u"札幌市"_s})).size() + must(search.ids({.area = u"函館市"_s})).size() +
            must(search.ids({.area = u"余市郡"_s})).size() + must(search.ids({.area = u"小樽市"_s})).size() +
            must(search.ids({.area = u"旭川市"_s})).size() + must(search.ids({.area = u"釧路市"_s})).size() +
            must(search.ids({.area = u"帯広市"_s})).size(),
        all.size());
}

void tst_FacilityIndex::seesWhatAnotherConnectionHasCommitted()
{
    TestOffice office;
    const Facility first = office.addFacility(u"い"_s);
    office.addFacility(u"う"_s);
    const std::unique_ptr<Database> other = office.files.open(Migrations::Schema::Main);
    FacilitySearch search(*other); // the same one all along, as the window's reader has it
    QCOMPARE(must(search.ids({})).size(), 2);
    const FacilityId added = office.addFacility(u"あ"_s).id;
    QCOMPARE(must(search.ids({})).first(), added);
    FacilityDetails corrected = first.details;
    corrected.name = u"ん"_s;
    must(office.facilities.update(first.id, corrected));
    QCOMPARE(must(search.ids({})).last(), first.id);
    QVERIFY(must(search.ids({.search = u"い"_s})).isEmpty());
    must(office.facilities.setState(first.id, FacilityState::Suspended));
    QCOMPARE(must(search.ids({.state = FacilityState::Suspended})), QList<FacilityId>{first.id});
    QVERIFY(must(office.facilities.moveState(first.id, FacilityState::Suspended, FacilityState::Retired)));
    QCOMPARE(must(search.ids({.state = FacilityState::Retired})), QList<FacilityId>{first.id});
    const Facility fresh = must(office.facilities.reissue(first.id, 0));
    QCOMPARE(must(search.ids({.search = fresh.code.text()})), QList<FacilityId>{first.id});
}

void tst_FacilityIndex::seesNothingOfWhatWasRolledBack()
{
    TestOffice office;
    const Facility facility = office.addFacility(u"い"_s);
    const std::unique_ptr<Database> other = office.files.open(Migrations::Schema::Main);
    FacilitySearch search(*other);
    QCOMPARE(must(search.ids({.search = u"い"_s})).size(), 1);
    {
        const Transaction abandoned = must(Transaction::begin(*office.files.main));
        must(office.facilities.update(facility.id, TestOffice::details(u"ろ"_s)));
        QVERIFY(must(search.ids({.search = u"ろ"_s})).isEmpty());
    }
    QVERIFY(must(search.ids({.search = u"ろ"_s})).isEmpty());
    must(office.facilities.update(facility.id, TestOffice::details(u"は"_s)));
    QCOMPARE(must(search.ids({.search = u"は"_s})).size(), 1);
}

// Merged in after each change, the order is that of an index that reads everything anew.
void tst_FacilityIndex::keepsTheOrderThroughChanges()
{
    TestOffice office;
    addManyFacilities(*office.files.main, 200);
    FacilitySearch search(*office.files.main);
    const QList<FacilityOrder> orders{FacilityOrder::Name, FacilityOrder::Kind, FacilityOrder::Address,
                                      FacilityOrder::State, FacilityOrder::Registered};
    for (const FacilityOrder order : orders)
        QCOMPARE(must(search.ids({.order = order})).size(), 200);
    for (int i = 0; i < 20; ++i) {
        const FacilityId id = 1 + i * 37 % 200;
        FacilityDetails details = must(office.facilities.find(id)).details;
        details.name = u"%1番"_s.arg(i * 7 % 10);
        details.kind = FacilityKind(i % 2);
        must(office.facilities.update(id, details));
        must(office.facilities.setState(id, FacilityState(i % 3)));
        office.addFacility(u"新しい店 %1"_s.arg(i % 4));
        FacilitySearch fresh(*office.files.main);
        for (const FacilityOrder order : orders)
            QCOMPARE(must(search.ids({.order = order})), must(fresh.ids({.order = order})));
    }
}

// Letters that are added and taken away again, filters that come and go.
void tst_FacilityIndex::answersAsIfEachQueryWereItsFirst()
{
    TestOffice office;
    addManyFacilities(*office.files.main, 300);
    FacilitySearch search(*office.files.main);
    const QList<FacilityQuery> queries{{.search = u"し"_s},
                                       {.search = u"しら"_s},
                                       {.search = u"しらかば"_s},
                                       {.search = u"しらかば 食"_s},
                                       {.search = u"しら"_s},
                                       {.search = u"しら"_s, .state = FacilityState::Suspended},
                                       {.search = u"しら"_s},
                                       {.search = u"しら"_s, .area = u"札幌"_s},
                                       {.search = u"しら"_s, .area = u"函館"_s},
                                       {.area = u"函館"_s},
                                       {},
                                       {.search = u"しら 食堂"_s},
                                       {.search = u"食堂 しらかば"_s},
                                       {.search = u"食堂"_s},
                                       {.search = u"no1"_s},
                                       {.search = u"no12"_s},
                                       {.search = u"no2"_s}};
    for (const FacilityQuery &query : queries) {
        FacilitySearch fresh(*office.files.main);
        const QList<FacilityId> expected = must(fresh.ids(query));
        QCOMPARE(must(search.ids(query)), expected);
    }
    QVERIFY(!must(search.ids({.search = u"no2"_s})).isEmpty());
    // What is changed meanwhile is not missed by a query that narrows.
    QCOMPARE(must(search.ids({.search = u"ろう"_s})).size(), 0);
    office.addFacility(u"ろうそく"_s);
    QCOMPARE(must(search.ids({.search = u"ろうそ"_s})).size(), 1);
}

QTEST_GUILESS_MAIN(tst_FacilityIndex)
#include "tst_FacilityIndex.moc"
