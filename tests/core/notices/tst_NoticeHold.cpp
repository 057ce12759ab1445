// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeHold.h"

#include "tests/support/TestOffice.h"

using namespace Qt::StringLiterals;
using namespace shirase;
using Kind = HoldReason::Kind;

class tst_NoticeHold : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsItsReasonBack_data();
    void readsItsReasonBack();
    void isNotWhatStaffWrite();
    void stopsOnlyWhatIsBeingSent();
};

void tst_NoticeHold::readsItsReasonBack_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("reply");
    QTest::newRow("text") << int(Kind::TextChanged) << QString();
    QTest::newRow("refusals") << int(Kind::Refusals) << u"554 5.7.1"_s;
    QTest::newRow("refusals without a status") << int(Kind::Refusals) << u"550"_s;
    QTest::newRow("restored") << int(Kind::Restored) << QString();
}

void tst_NoticeHold::readsItsReasonBack()
{
    QFETCH(int, kind);
    QFETCH(QString, reply);
    const HoldReason reason{Kind(kind), reply};
    QCOMPARE(HoldReason::of(reason.toText()), reason);
    QVERIFY(reason.sentence().contains(reply));
    QVERIFY(reason.sentence().count(u'.') >= 2);
}

void tst_NoticeHold::isNotWhatStaffWrite()
{
    QVERIFY(!HoldReason::of({}));
    QVERIFY(!HoldReason::of(u"all close contacts are known"_s));
}

void tst_NoticeHold::stopsOnlyWhatIsBeingSent()
{
    TestOffice office;
    const Facility cafe = office.addFacility();
    office.visit(cafe, {u"taro@example.jp"_s});
    office.clock.set("2026-11-24T10:00");
    const NoticeId id = must(office.desk.draft(
        *office.session, {NoticeTarget::wholeDay(cafe.id, QDate(2026, 11, 21))}, u"standard"_s));
    must(office.desk.approve(*office.session, id, false));
    const auto hold = [&] {
        Transaction transaction = must(Transaction::begin(*office.files.main));
        const bool held =
            must(holdNotice(*office.files.main, office.staff.audit(), id, {Kind::Refusals, u"554"_s}));
        must(transaction.commit());
        return held;
    };
    QVERIFY(!hold());
    must(office.desk.send(*office.session, id));
    QVERIFY(hold());
    QVERIFY(!hold());
    QCOMPARE(must(heldNotices(*office.files.main)),
             (QMap<NoticeId, HoldReason>{{id, {Kind::Refusals, u"554"_s}}}));
    must(office.desk.resume(*office.session, id));
    QVERIFY(must(heldNotices(*office.files.main)).isEmpty());
    QCOMPARE(must(office.staff.audit().page(*office.session, {}, {}, 2))[1].action,
             u"notice.hold.refusals"_s);
    QVERIFY(must(office.staff.audit().check()).isWhole());
}

QTEST_GUILESS_MAIN(tst_NoticeHold)
#include "tst_NoticeHold.moc"
