// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace shirase;

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
        QCOMPARE(test.textOf("mailWaiting"), u"2"_s);
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

    void what_stopped_by_itself_is_said()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.goTo("mailPage");
        QVERIFY(test.textOf("mailHeld").isEmpty());
        test.server.setHeld(u"Notice 3 has stopped by itself."_s);
        QCOMPARE(test.textOf("mailHeld"), u"Notice 3 has stopped by itself."_s);
        test.server.setHeld({});
        QVERIFY(test.textOf("mailHeld").isEmpty());
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
        QCOMPARE(test.textOf("mailWaiting"), u"100,000"_s);
        test.goTo("facilityPage");
        QVERIFY(test.find<QWidget>("facilityPage"));
    }

    void a_queue_that_cannot_be_read_is_said_in_a_sentence()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        site.run(u"ALTER TABLE outbox RENAME TO away"_s);
        test.goTo("mailPage");
        QVERIFY(!test.textOf("messageBarText").isEmpty());
        QTRY_VERIFY(test.find<QAbstractButton>("mailState")->text().contains(u"unknown"_s));
    }
};

QTEST_MAIN(tst_MailPage)
#include "tst_MailPage.moc"
