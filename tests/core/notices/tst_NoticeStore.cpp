// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeStore.h"

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

private:
    static NoticeId draft(TestOffice &office, const Facility &facility)
    {
        return must(office.desk.draft(
            *office.session, {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 20))}, u"standard"_s));
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
    QCOMPARE(must(office.notices.search(typed, 10)).size(), found);
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
    for (const Notice &notice : must(office.notices.search(u"しらかば"_s, 3))) {
        found << notice.id;
        QCOMPARE(notice.targets.size(), 1);
    }
    QCOMPARE(found, ids.first(3));
}

QTEST_GUILESS_MAIN(tst_NoticeStore)
#include "tst_NoticeStore.moc"
