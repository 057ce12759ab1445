// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/OfficeWatch.h"

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// So many mails that are held, and one that came afterwards.
void hold(TestSite &site, int count)
{
    for (int i = 0; i <= count; ++i)
        QVERIFY(site.registration().add(TestSite::details(u"店 %1"_s.arg(i)), FacilitySource::Staff, true, u"ja"_s));
    site.run(u"UPDATE outbox SET state = 'failed', reply = 'restored' WHERE id <= %1"_s.arg(count));
}

} // namespace

class tst_MailPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void counts_what_waits_and_what_failed()
    {
        TestSite site;
        site.visit(site.addFacility(u"店"_s), {u"a@example.jp"_s, u"b@example.jp"_s, u"c@example.jp"_s});
        site.run(u"UPDATE outbox SET state = 'failed', sealed = NULL WHERE id = 1"_s);
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(test.find<QAbstractButton>("mailState")->text(), u"Mail waiting: 2, failed: 1"_s);
        test.click("mailState");
        QTRY_COMPARE(test.textOf("mailWaiting"), u"2"_s);
        QCOMPARE(test.textOf("mailFailed"), u"1"_s);
        QVERIFY(test.textOf("mailOldest").contains(u"12:00"_s));

        site.run(u"DELETE FROM outbox"_s);
        QTRY_COMPARE(test.textOf("mailWaiting"), u"0"_s);
    }

    void a_relay_that_fails_is_said_at_once()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.goTo("mailPage");
        const QString well = test.textOf("mailRelay");
        test.server.setRelayProblem(u"The relay refused the log-in."_s);
        QVERIFY(test.textOf("mailRelay").contains(u"The relay refused the log-in."_s));
        test.server.setRelayProblem({});
        QCOMPARE(test.textOf("mailRelay"), well);
    }

    // The dashboard's warning leads here.
    void mail_that_stands_still_is_said()
    {
        TestSite site;
        site.visit(site.addFacility(u"店"_s), {u"a@example.jp"_s});
        site.run(u"UPDATE outbox SET due_at = %1"_s.arg(TestSite::officeTime - OfficeFigures::standstillSeconds));
        WindowTest test(site);
        test.logIn("mailPage");
        QTRY_COMPARE(test.textOf("mailRelay"), u"It works."_s);
        site.clock().set(TestSite::officeTime + 1);
        QTRY_VERIFY(test.textOf("mailRelay").startsWith(u"Mail that should have left"_s));
        site.run(u"DELETE FROM outbox"_s);
        QTRY_COMPARE(test.textOf("mailRelay"), u"It works."_s);
    }

    void what_stopped_by_itself_is_said()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.goTo("mailPage");
        QVERIFY(test.textOf("mailStopped").isEmpty());
        const Facility facility = site.addFacility(u"店"_s);
        QVERIFY(site.office().noticeDesk.draft(*site.logIn(), {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 21))},
                                               u"standard"_s));
        site.run(u"UPDATE notice SET state = 'paused', reason = 'refusals: 554 5.7.1'"_s);
        QTRY_VERIFY(test.textOf("mailStopped").startsWith(u"Notice 1 has stopped by itself."_s));
        QVERIFY(test.textOf("mailStopped").contains(u"554 5.7.1"_s));
        site.run(u"UPDATE notice SET state = 'cancelled', reason = ''"_s);
        QTRY_VERIFY(test.textOf("mailStopped").isEmpty());
    }

    // REQUIREMENTS D5
    void held_mail_is_sent_or_given_up_after_a_question_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<bool>("grave");
        QTest::addColumn<int>("waiting");
        QTest::addColumn<QString>("action");
        QTest::newRow("sent") << u"mailRelease"_s << false << 3 << u"mail.release"_s;
        QTest::newRow("given up") << u"mailDiscard"_s << true << 1 << u"mail.discard"_s;
    }
    void held_mail_is_sent_or_given_up_after_a_question()
    {
        QFETCH(QString, button);
        QFETCH(QString, action);
        TestSite site;
        hold(site, 2);
        WindowTest test(site);
        test.logIn("mailPage");
        QTRY_COMPARE(test.textOf("mailHeld"), u"2"_s);
        QCOMPARE(test.textOf("mailFailed"), u"0"_s);
        QCOMPARE(test.textOf("mailWaiting"), u"1"_s);
        QCOMPARE(test.find<QAbstractButton>("mailState")->text(), u"Mail waiting: 1, held: 2"_s);
        test.dialogs.agrees = false;
        test.click(button.toLatin1().constData());
        QTEST(test.dialogs.questions.last().grave, "grave");
        QVERIFY(test.dialogs.questions.last().text.contains(u'2'));
        QCOMPARE(test.textOf("mailHeld"), u"2"_s);

        test.dialogs.agrees = true;
        test.click(button.toLatin1().constData());
        QTRY_VERIFY(!test.find<QWidget>("heldBox"));
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        QFETCH(int, waiting);
        QTRY_COMPARE(test.textOf("mailWaiting"), QString::number(waiting));
        QCOMPARE(site.number(u"SELECT count(*) FROM audit WHERE action = '%1'"_s.arg(action)), 1);
    }

    void a_decision_that_comes_too_late_does_not_speak_of_mail_that_leaves()
    {
        TestSite site;
        hold(site, 2);
        WindowTest test(site);
        test.logIn("mailPage");
        QTRY_COMPARE(test.textOf("mailHeld"), u"2"_s);
        site.run(u"DELETE FROM outbox WHERE state = 'failed'"_s);
        test.click("mailRelease");
        QTRY_VERIFY(test.textOf("messageBarText").startsWith(u"Nothing is held any more"_s));
    }

    void held_mail_is_said_to_who_may_not_decide()
    {
        TestSite site;
        hold(site, 2);
        site.addAccount(u"窓口"_s, Role::Facilities);
        WindowTest test(site);
        test.window->show();
        test.typeLogIn(TestSite::password, u"窓口"_s);
        QTRY_VERIFY(!test.window->isLocked());
        test.goTo("mailPage");
        QTRY_VERIFY(test.textOf("mailHeldMeaning").contains(u"notices"_s));
        QVERIFY(!test.find<QAbstractButton>("mailRelease")->isEnabled());
        QVERIFY(!test.find<QAbstractButton>("mailDiscard")->isEnabled());
    }

    void a_decision_that_cannot_be_stored_is_said_and_can_be_taken_again()
    {
        TestSite site;
        hold(site, 2);
        WindowTest test(site);
        test.logIn("mailPage");
        QTRY_VERIFY(test.find<QAbstractButton>("mailRelease"));
        site.run(u"ALTER TABLE audit RENAME TO away"_s);
        test.click("mailRelease");
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        const QString said = test.textOf("messageBarText");
        site.run(u"ALTER TABLE away RENAME TO audit"_s);
        site.run(u"INSERT INTO outbox (message_id, kind, created_at, due_at, attempts, state, reply, sealed) "
                 "VALUES ('one more', 'poster', 1, 1, 0, 'waiting', '', x'00')"_s);
        QTRY_COMPARE(test.textOf("mailWaiting"), u"2"_s);
        QCOMPARE(test.textOf("messageBarText"), said); // what is read meanwhile does not take it away
        QTRY_VERIFY(test.find<QAbstractButton>("mailRelease") && test.find<QAbstractButton>("mailRelease")->isEnabled());
        test.click("mailRelease");
        QTRY_VERIFY(!test.find<QWidget>("heldBox"));
    }

    void a_full_queue_is_counted_and_the_window_goes_on()
    {
        TestSite site;
        site.run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                 "INSERT INTO outbox (message_id, kind, created_at, due_at, attempts, state, reply, sealed) "
                 "SELECT 'm' || i, 'poster', %1, %1, 0, 'waiting', '', x'00' FROM n"_s.arg(TestSite::officeTime));
        WindowTest test(site);
        test.logIn();
        QTRY_COMPARE(test.find<QAbstractButton>("mailState")->text(), u"Mail waiting: 100,000"_s);
        test.goTo("mailPage");
        QTRY_COMPARE(test.textOf("mailWaiting"), u"100,000"_s);
        test.goTo("facilityPage");
        QVERIFY(test.find<QWidget>("facilityPage"));
    }

    void a_queue_that_cannot_be_read_is_said_until_it_can_be_read_again()
    {
        TestSite site;
        hold(site, 2);
        WindowTest test(site);
        test.logIn("mailPage");
        QTRY_COMPARE(test.textOf("mailWaiting"), u"1"_s);
        site.run(u"ALTER TABLE outbox RENAME TO away"_s);
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        QTRY_VERIFY(test.find<QAbstractButton>("mailState")->text().contains(u"unknown"_s));
        QCOMPARE(test.textOf("mailWaiting"), u"1"_s); // what was known stays
        site.run(u"ALTER TABLE away RENAME TO outbox"_s);
        site.run(u"DELETE FROM outbox WHERE state = 'waiting'"_s);
        QTRY_COMPARE(test.textOf("mailWaiting"), u"0"_s); // by itself
        QVERIFY(test.textOf("messageBarText").isEmpty());
    }
};

QTEST_MAIN(tst_MailPage)
#include "tst_MailPage.moc"
