// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RecipientList.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_RecipientList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void joinsVisitsToPeopleOverFacilitiesAndDays();
    void takesTheLanguageAndTypingOfTheLatestVisit();
    void countsNobodyTwiceWhereWindowsOverlap();
    void goesOnAfterARecordThatCannotBeOpened();
    void goesOnAfterADayWhoseKeyIsGone();
    void opensNothingForAnotherOffice();
    void stopsWhenProgressSaysSo();
    void reportsHowFarItIs();
};

namespace {

const QDate firstDay(2026, 11, 20);
const QDate secondDay(2026, 11, 21);

RecipientList listOf(TestOffice &office)
{
    return RecipientList(*office.files.main, *office.files.vault, *office.session->office());
}

} // namespace

void tst_RecipientList::joinsVisitsToPeopleOverFacilitiesAndDays()
{
    TestOffice office;
    const Facility cafe = office.addFacility(u"喫茶しらかば"_s);
    const Facility hall = office.addFacility(u"雪まつり会場"_s);
    office.clock.set("2026-11-20T12:00");
    office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    office.visit(hall, {u"taro@example.jp"_s});
    office.clock.set("2026-11-20T15:00");
    office.visit(cafe, {u"TARO@example.jp"_s}); // again, the same day
    office.clock.set("2026-11-21T12:00");
    office.visit(cafe, {u"taro@example.jp"_s, u"jiro@example.jp"_s});

    RecipientList list = listOf(office);
    must(list.collect({NoticeTarget::wholeDay(cafe.id, firstDay), NoticeTarget::wholeDay(hall.id, firstDay),
                       NoticeTarget::wholeDay(cafe.id, secondDay)},
                      {}));
    QCOMPARE(list.visits(), 6);
    QCOMPARE(list.unreadable(), 0);
    QCOMPARE(list.people().size(), size_t(3));
    QCOMPARE(list.people().at("taro@example.jp").visits.size(), size_t(4));
    QCOMPARE(list.people().at("hanako@example.jp").visits.size(), size_t(1));
}

// REQUIREMENTS V7
void tst_RecipientList::takesTheLanguageAndTypingOfTheLatestVisit()
{
    TestOffice office;
    const Facility cafe = office.addFacility(u"喫茶しらかば"_s);
    const Facility hall = office.addFacility(u"雪まつり会場"_s);
    office.clock.set("2026-11-21T18:00");
    office.visit(hall, {u"Taro@example.jp"_s}, u"en"_s);
    office.clock.set("2026-11-21T12:00");
    office.visit(cafe, {u"taro@example.jp"_s}, u"ja"_s);

    const auto targets =
        QList{NoticeTarget::wholeDay(hall.id, secondDay), NoticeTarget::wholeDay(cafe.id, secondDay)};
    for (const auto &order : {targets, QList{targets[1], targets[0]}}) {
        RecipientList list = listOf(office);
        must(list.collect(order, {}));
        const NoticeRecipient &taro = list.people().at("taro@example.jp");
        QCOMPARE(taro.language, u"en"_s);
        QCOMPARE(taro.address, u"Taro@example.jp"_s);
    }
}

void tst_RecipientList::countsNobodyTwiceWhereWindowsOverlap()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    RecipientList list = listOf(office);
    must(list.collect({NoticeTarget::wholeDay(cafe.id, secondDay),
                       {cafe.id, japanese("2026-11-21T11:00"), japanese("2026-11-21T13:00")},
                       {cafe.id, japanese("2026-11-20T11:00"), japanese("2026-11-21T12:30")}},
                      {}));
    QCOMPARE(list.visits(), 2);
    QCOMPARE(list.people().size(), size_t(2));
    QCOMPARE(list.people().at("taro@example.jp").visits.size(), size_t(1));
}

void tst_RecipientList::goesOnAfterARecordThatCannotBeOpened()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    office.visit(cafe, {u"taro@example.jp"_s, u"hanako@example.jp"_s, u"jiro@example.jp"_s});
    office.run(
        u"UPDATE visit SET sealed_address = %1 WHERE who = (SELECT who FROM visit ORDER BY who LIMIT 1)"_s
            .arg(TestDatabase::zeros(137)));
    RecipientList list = listOf(office);
    must(list.collect({NoticeTarget::wholeDay(cafe.id, secondDay)}, {}));
    QCOMPARE(list.visits(), 3);
    QCOMPARE(list.unreadable(), 1);
    QCOMPARE(list.people().size(), size_t(2));
}

void tst_RecipientList::goesOnAfterADayWhoseKeyIsGone()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    office.clock.set("2026-11-20T12:00");
    office.visit(cafe, {u"taro@example.jp"_s});
    office.clock.set("2026-11-21T12:00");
    office.visit(cafe, {u"hanako@example.jp"_s});
    must(office.files.vault->run(u"DELETE FROM day_key WHERE day = 20261120"_s));
    RecipientList list = listOf(office);
    must(list.collect({NoticeTarget::wholeDay(cafe.id, firstDay), NoticeTarget::wholeDay(cafe.id, secondDay)},
                      {}));
    QCOMPARE(list.unreadable(), 1);
    QCOMPARE(list.people().size(), size_t(1));
}

void tst_RecipientList::opensNothingForAnotherOffice()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    office.visit(cafe, {u"taro@example.jp"_s});
    const Opener stranger(KeyPair::generate());
    RecipientList list(*office.files.main, *office.files.vault, stranger);
    must(list.collect({NoticeTarget::wholeDay(cafe.id, secondDay)}, {}));
    QCOMPARE(list.unreadable(), 1);
    QVERIFY(list.people().empty());
}

void tst_RecipientList::stopsWhenProgressSaysSo()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    QStringList people;
    for (int i = 0; i < 250; ++i)
        people.append(u"user%1@example.jp"_s.arg(i));
    office.visit(cafe, people);
    RecipientList list = listOf(office);
    VERIFY_FAILS(list.collect({NoticeTarget::wholeDay(cafe.id, secondDay)}, [](int, int) { return false; }),
                 ErrorCode::Conflict);
    QVERIFY(list.visits() < 250);
}

void tst_RecipientList::reportsHowFarItIs()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    QStringList people;
    for (int i = 0; i < 250; ++i)
        people.append(u"user%1@example.jp"_s.arg(i));
    office.visit(cafe, people);
    RecipientList list = listOf(office);
    QList<std::pair<int, int>> seen;
    must(list.collect({NoticeTarget::wholeDay(cafe.id, secondDay)}, [&](int done, int total) {
        seen.append({done, total});
        return true;
    }));
    QCOMPARE(seen, (QList<std::pair<int, int>>{{100, 250}, {200, 250}}));
}

QTEST_GUILESS_MAIN(tst_RecipientList)
#include "tst_RecipientList.moc"
