// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeStore.h"

#include "core/facilities/FacilitySearch.h"
#include "tests/support/ManyFacilities.h"
#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticeStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByNumberAndByFacility_data();
    void findsByNumberAndByFacility();
    void findsTheNewestFirstAndNoMoreThanWanted();
    void findsThemAmongManyFacilities();
    void readsNoMoreThanTheIndexOfTheFacilities();

private:
    static NoticeId draft(TestOffice &office, const Facility &facility)
    {
        return must(office.desk.draft(
            *office.session, {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 20))}, u"standard"_s));
    }
    /// As the search in the window's head does.
    static QList<Notice> search(TestOffice &office, const QString &typed, int atMost)
    {
        FacilitySearch facilities(*office.files.main);
        const QList<FacilityId> fitting =
            typed.trimmed().isEmpty() ? QList<FacilityId>() : must(facilities.ids({.search = typed}));
        return must(office.notices.search(typed, fitting, atMost));
    }
};

void tst_NoticeStore::findsByNumberAndByFacility_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("found");
    QTest::newRow("nothing typed") << QString() << 0;
    QTest::newRow("spaces") << u" 　"_s << 0;
    QTest::newRow("its number") << u"1"_s << 1;
    QTest::newRow("its number in full width") << u"２"_s << 1;
    QTest::newRow("the name, in other kana") << u"シラカバ"_s << 1;
    QTest::newRow("words of two fields") << u"喫茶 札幌"_s << 1;
    QTest::newRow("the contact of both") << u"花子"_s << 2;
    QTest::newRow("a percent sign") << u"%"_s << 0;
    QTest::newRow("nobody") << u"ラーメン"_s << 0;
}

void tst_NoticeStore::findsByNumberAndByFacility()
{
    QFETCH(QString, typed);
    QFETCH(int, found);
    TestOffice office;
    office.clock.set("2026-11-21T12:00");
    FacilityDetails cafe = TestOffice::details(u"喫茶しらかば"_s);
    FacilityDetails soba = TestOffice::details(u"そば"_s);
    for (FacilityDetails *details : {&cafe, &soba}) {
        details->phone = u"0333-44-5555"_s; // no digits in common with the numbers of notices
        details->postalCode = u"060-8588"_s;
        details->address = u"札幌市北区"_s;
        const Facility facility = must(office.facilities.add(*details, FacilitySource::Staff));
        std::ignore = draft(office, facility);
    }
    office.run(
        u"UPDATE facility SET search_text = replace(replace(search_text, '1', ''), '2', '')"_s); // of the
                                                                                                 // codes
    QCOMPARE(search(office, typed, 10).size(), found);
}

void tst_NoticeStore::findsTheNewestFirstAndNoMoreThanWanted()
{
    TestOffice office;
    office.clock.set("2026-11-21T12:00");
    const Facility facility = office.addFacility();
    QList<NoticeId> ids;
    for (int i = 0; i < 4; ++i)
        ids.prepend(draft(office, facility));
    QList<NoticeId> found;
    for (const Notice &notice : search(office, u"しらかば"_s, 3)) {
        found << notice.id;
        QCOMPARE(notice.targets.size(), 1);
    }
    QCOMPARE(found, ids.first(3));
}

// More facilities fit than are asked for one by one, and more targets lie before the notice than are read at once.
void tst_NoticeStore::findsThemAmongManyFacilities()
{
    TestOffice office;
    office.clock.set("2026-11-21T12:00");
    const Facility facility = office.addFacility();
    const NoticeId oldest = draft(office, facility);
    const NoticeId second = draft(office, facility);
    addManyFacilities(*office.files.main, 200, 1000);
    const Facility other = must(office.facilities.add(TestOffice::details(u"そば"_s), FacilitySource::Staff));
    const NoticeId last = draft(office, other);
    for (int day = 1; day <= 1100; ++day)
        office.run(u"INSERT INTO notice_target VALUES (%1, %2, %3, %4)"_s.arg(last).arg(other.id).arg(day * 86400).arg(day * 86400 + 60));
    QList<FacilityId> fitting = must(FacilitySearch(*office.files.main).ids({}));
    QVERIFY(fitting.size() > 200);
    const auto found = [&] {
        QList<NoticeId> ids;
        for (const Notice &notice : must(office.notices.search(u"x"_s, fitting, 10)))
            ids << notice.id;
        return ids;
    };
    QCOMPARE(found(), (QList<NoticeId>{last, second, oldest}));
    fitting.removeOne(other.id);
    QCOMPARE(found(), (QList<NoticeId>{second, oldest}));
    fitting.removeOne(facility.id);
    QCOMPARE(found(), QList<NoticeId>());
}

// A pattern over the texts of the facilities took 200 to 500 ms with 10,000 notices.
void tst_NoticeStore::readsNoMoreThanTheIndexOfTheFacilities()
{
    TestOffice office;
    if (!TestDatabase::isSqlite()) { // which reads a table of one page whole, and explains no prepared statement
        QCOMPARE(office.files.number(u"SELECT count(*) FROM pg_indexes WHERE schemaname = current_schema() "
                                     "AND indexname = 'notice_target_facility'"_s),
                 1);
        return;
    }
    Rows rows = must(office.files.main->run(u"EXPLAIN QUERY PLAN SELECT DISTINCT notice_id FROM notice_target "
                                      "WHERE facility_id IN (?, ?) ORDER BY notice_id DESC LIMIT ?"_s,
                                      {1, 2, 4}));
    QStringList plan;
    while (rows.next())
        plan << rows.text(3);
    QVERIFY2(plan.join(u'\n').contains(u"notice_target_facility"_s), qPrintable(plan.join(u'\n')));
}

QTEST_GUILESS_MAIN(tst_NoticeStore)
#include "tst_NoticeStore.moc"
