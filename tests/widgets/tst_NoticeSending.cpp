// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/NoticeDay.h"
#include "widgets/common/JapaneseDateTimeEdit.h"

#include <QLabel>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace shirase;

/// The last step of a notice: that it goes out, and what holds it up (REQUIREMENTS S3).
class tst_NoticeSending : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sending_asks_once_and_a_no_sends_nothing()
    {
        NoticeDay c;
        c.approve();
        c.test->dialogs.agrees = false;
        const auto before = c.test->dialogs.questions.size();
        c.test->click("send");
        QCOMPARE(c.test->dialogs.questions.size(), before + 1);
        QCOMPARE(c.state(), u"approved"_s);
        QVERIFY(c.test->find<QPushButton>("send")->isEnabled());
    }

    void sending_pauses_resumes_and_is_cancelled()
    {
        NoticeDay c;
        c.send();
        // Opened anew, all of the last step is in sight.
        c.test->window->lock();
        c.test->typeLogIn(TestSite::password);
        QTRY_VERIFY(!c.test->window->isLocked());
        c.test->goTo("noticePage");
        c.test->find<QTableView>("noticeTable")->selectRow(0);
        QTRY_VERIFY(c.test->find<QPushButton>("sendingPause"));
        auto *pause = c.test->find<QPushButton>("sendingPause");
        QTRY_COMPARE(pause->visibleRegion().boundingRect(), pause->rect());
        c.test->click("sendingPause");
        QTRY_VERIFY(c.test->find<QPushButton>("sendingResume"));
        QCOMPARE(c.state(), u"paused"_s);
        c.test->click("sendingResume");
        QTRY_VERIFY(c.test->find<QPushButton>("sendingPause"));
        QCOMPARE(c.state(), u"sending"_s);
        c.test->click("sendingCancel");
        QTRY_COMPARE(c.test->textOf("stepState5"), u"Cancelled"_s);
        QCOMPARE(c.site.number(u"SELECT count(*) FROM notice_recipient WHERE sealed IS NOT NULL"_s), 0);
    }

    void a_notice_that_stopped_by_itself_says_why_and_tries_the_refused_again()
    {
        NoticeDay c;
        c.send();
        // What the sender does after a burst of refusals.
        c.site.run(u"UPDATE notice_recipient SET state = 'failed', reply = '554 5.7.1' "
                   "WHERE id IN (SELECT id FROM notice_recipient LIMIT 2)"_s);
        c.site.run(u"UPDATE notice SET state = 'paused', reason = 'refusals: 554 5.7.1'"_s);
        QTRY_VERIFY(c.test->find<QPushButton>("sendingRetry"));
        QVERIFY(c.test->textOf("sendingReport").contains(u"refused many people in a row (554 5.7.1)"_s));
        QCOMPARE(c.test->textOf("stepState5"), u"Stopped by itself"_s);
        QVERIFY(c.test->find<QPushButton>("sendingRetry")->text().contains(u"2 refused people"_s));
        c.test->click("sendingRetry");
        QTRY_COMPARE(c.state(), u"sending"_s);
        QCOMPARE(c.site.number(u"SELECT count(*) FROM notice_recipient WHERE state = 'waiting'"_s), 3);
        QCOMPARE(c.site.number(u"SELECT count(*) FROM audit WHERE action = 'notice.retry'"_s), 1);
    }

    void a_notice_that_staff_paused_offers_no_second_try()
    {
        NoticeDay c;
        c.send();
        c.test->click("sendingPause");
        QTRY_VERIFY(c.test->find<QPushButton>("sendingResume"));
        QVERIFY(!c.test->find<QPushButton>("sendingRetry"));
        QCOMPARE(c.test->textOf("stepState5"), u"Paused"_s);
    }

    void quiet_hours_and_a_set_time_say_when_it_begins()
    {
        NoticeDay c;
        c.site.clock().set(TestSite::officeTime + 12 * 3600); // 22:00
        c.approve();
        QVERIFY(c.test->textOf("quietHours").contains(u"25 Nov 2026 08:00"_s));
        c.test->click("sendLater");
        c.test->find<JapaneseDateTimeEdit>("sendAt")->setAt(TestSite::officeTime + 24 * 3600);
        QVERIFY(!c.test->find<QLabel>("quietHours"));
        c.test->click("send");
        QTRY_COMPARE(c.state(), u"sending"_s);
        QCOMPARE(*c.site.office().notices.newest(1)->first().sendAt, TestSite::officeTime + 24 * 3600);
    }

    // What was meant for tomorrow does not leave at once because of a slip of the finger, and nothing calls it back.
    void a_time_that_is_over_sends_nothing()
    {
        NoticeDay c;
        c.approve();
        c.test->click("sendLater");
        auto *at = c.test->find<JapaneseDateTimeEdit>("sendAt");
        at->setAt(TestSite::officeTime - 24 * 3600);
        QVERIFY(!c.test->find<QPushButton>("send")->isEnabled());
        QVERIFY(c.test->textOf("quietHours").contains(u"is over"_s));
        at->setAt(TestSite::officeTime + 600);
        QVERIFY(c.test->find<QPushButton>("send")->isEnabled());
        QVERIFY(!c.test->find<QLabel>("quietHours"));

        c.site.clock().set(TestSite::officeTime + 1200); // the page stood open meanwhile
        const auto before = c.test->dialogs.questions.size();
        c.test->click("send");
        QCOMPARE(c.test->dialogs.questions.size(), before);
        QVERIFY(c.test->textOf("quietHours").contains(u"is over"_s));
        QCOMPARE(c.state(), u"approved"_s);
        c.test->click("sendLater"); // at once, then
        c.test->click("send");
        QTRY_COMPARE(c.state(), u"sending"_s);
    }

    void progress_that_cannot_be_read_is_said_until_it_can_be_read_again()
    {
        NoticeDay c;
        c.send();
        c.site.run(u"ALTER TABLE notice_tally RENAME TO away"_s);
        QTRY_VERIFY(!c.test->textOf("messageBarText").isEmpty());
        QVERIFY(c.test->find<QPushButton>("sendingPause")); // it can be stopped all the same
        c.site.run(u"ALTER TABLE away RENAME TO notice_tally"_s);
        c.site.run(u"UPDATE notice_recipient SET state = 'failed', reply = '550 5.1.1', sealed = NULL"_s);
        QTRY_VERIFY(c.test->textOf("sendingWaiting").endsWith(u": 0"_s)); // by itself
        QVERIFY(c.test->textOf("messageBarText").isEmpty());
    }
};

QTEST_MAIN(tst_NoticeSending)
#include "tst_NoticeSending.moc"
