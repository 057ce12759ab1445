// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/NoticeDay.h"
#include "widgets/common/JapaneseDateTimeEdit.h"

#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QRadioButton>
#include <QTabWidget>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_NoticePage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void an_empty_page_says_what_to_do_first()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.goTo("noticePage");
        QVERIFY(test.textOf("noticeHint").contains(u"New notice"_s));
    }

    void a_step_opens_when_the_one_before_it_holds()
    {
        NoticeDay c;
        c.test->click("noticeNew");
        QVERIFY(c.test->find<QLineEdit>("facilityPickerSearch"));
        QVERIFY(!c.test->find<QLabel>("peopleNumber"));
        QVERIFY(!c.test->find<QPushButton>("textUse"));
        c.chooseTarget();
        QVERIFY(c.test->find<QPushButton>("textUse"));
        QVERIFY(!c.test->find<QPushButton>("approve"));
        c.test->click("textUse");
        QTRY_VERIFY(c.test->find<QPushButton>("approve"));
        QVERIFY(!c.test->find<QPushButton>("send"));
    }

    void places_that_were_chosen_are_not_lost_without_a_question()
    {
        NoticeDay c;
        c.draft();
        c.chooseTarget();
        auto *table = c.test->find<QTableView>("noticeTable");
        const auto click = [&] {
            QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(0, 0)).center());
        };
        c.test->dialogs.questions.clear();
        c.test->dialogs.agrees = false;
        click();
        c.test->click("noticeNew");
        QCOMPARE(c.test->dialogs.questions.size(), 2);
        QCOMPARE(c.test->textOf("peopleNumber"), u"3 people"_s);
        QVERIFY(c.test->find<QPushButton>("textUse"));
        QTRY_VERIFY(!table->selectionModel()->hasSelection()); // nor does it look as if the other one were open
        c.test->dialogs.agrees = true;
        click();
        QTRY_VERIFY(c.test->find<QPushButton>("approve"));
        QVERIFY(table->selectionModel()->hasSelection());
    }

    // Its neighbour's buttons would be taken for its own.
    void a_notice_that_cannot_be_read_is_not_shown_as_chosen()
    {
        NoticeDay c;
        c.draft();
        c.draft();
        auto *table = c.test->find<QTableView>("noticeTable");
        QCOMPARE(table->currentIndex().row(), 0);
        c.site.run(u"ALTER TABLE notice RENAME TO away"_s);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(table->model()->index(1, 0)).center());
        c.site.run(u"ALTER TABLE away RENAME TO notice"_s);
        QVERIFY(!c.test->textOf("messageBarText").isEmpty());
        // At once, and not when the page next catches up with a change: that would choose the open one anyway.
        QCoreApplication::sendPostedEvents(c.test->find<QWidget>("noticePage"), QEvent::MetaCall);
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(table->selectionModel()->selectedRows().value(0).row(), 0);
    }

    void people_are_counted_once_and_their_source_is_said()
    {
        NoticeDay c;
        c.chooseTarget();
        QCOMPARE(c.test->textOf("peopleNumber"), u"3 people"_s);
        QVERIFY(c.test->textOf("peopleSource").contains(u"from 3 registrations"_s));
        QVERIFY(c.test->textOf("peopleWarnings").isEmpty());
    }

    void no_address_is_ever_shown()
    {
        NoticeDay c;
        c.approve();
        for (const QLabel *label : c.test->window->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"taro@"_s), qPrintable(label->text()));
    }

    void the_text_is_shown_in_every_language()
    {
        NoticeDay c;
        c.chooseTarget();
        auto *tabs = c.test->find<QTabWidget>("textLanguages");
        QCOMPARE(tabs->count(), c.site.office().noticeDesk.wording().texts(u"standard"_s)->size());
        QCOMPARE(tabs->tabText(0), u"日本語"_s);
        const auto *japanese = c.test->find<QPlainTextEdit>("text_ja");
        QVERIFY(japanese->toPlainText().size() > 100);
        QVERIFY(!japanese->toPlainText().contains(u"札幌テスト食堂"_s));
    }

    void a_notice_goes_through_all_five_steps()
    {
        NoticeDay c;
        c.draft();
        QCOMPARE(c.state(), u"draft"_s);
        QVERIFY(c.test->textOf("approvalFacts").contains(TestSite::userName));
        QVERIFY(!c.test->textOf("approvalHash").isEmpty());
        QCOMPARE(c.test->find<QTableView>("noticeTable")->model()->rowCount(), 1);

        c.test->click("approve");
        QTRY_VERIFY(c.test->find<QPushButton>("send"));
        QCOMPARE(c.state(), u"approved"_s);
        QVERIFY(c.test->dialogs.questions.last().text.contains(u"3 people"_s));
        QCOMPARE(c.test->find<QPushButton>("send")->text(), u"&Send to 3 people"_s);
        QVERIFY(!c.test->find<QLabel>("quietHours"));

        c.test->click("send");
        QVERIFY(c.test->dialogs.questions.last().grave);
        QTRY_COMPARE(c.test->textOf("sendingWaiting"), u"Waiting: 3"_s);
        QCOMPARE(c.state(), u"sending"_s);
        QCOMPARE(c.test->find<QProgressBar>("sendingProgress")->value(), 0);

        // What the sender would record.
        c.site.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL WHERE id = 1"_s);
        QTRY_COMPARE(c.test->textOf("sendingSent"), u"Sent: 1"_s);
        QCOMPARE(c.test->find<QProgressBar>("sendingProgress")->value(), 1);
        c.site.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL WHERE id = 2"_s);
        c.site.run(
            u"UPDATE notice_recipient SET state = 'failed', reply = '550 5.1.1', sealed = NULL WHERE id = 3"_s);
        c.site.run(u"UPDATE notice SET state = 'sent', finished_at = %1"_s.arg(TestSite::officeTime + 600));
        QTRY_COMPARE(c.test->textOf("stepState5"), u"Sent"_s);
        QVERIFY(c.test->textOf("sendingReport").contains(u"Sent to 2 people, 1 not reached."_s));
        QVERIFY(c.test->textOf("sendingReport").contains(u"No such mailbox: 1 (550 5.1.1)"_s));
        QCOMPARE(c.test->find<QTreeWidget>("sendingFailures")->topLevelItemCount(), 1);
        QCOMPARE(c.test->find<QTableView>("noticeTable")->model()->index(0, 1).data().toString(), u"Sent"_s);
    }

    void the_keyboard_alone_leads_from_the_place_to_the_sending()
    {
        NoticeDay c;
        QTest::keyClick(c.test->window.get(), Qt::Key_1, Qt::ControlModifier);
        QTest::keyClick(c.test->window.get(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(c.test->find<QWidget>("noticePage"));
        c.test->press("noticeNew");
        c.test->tabTo("facilityPickerSearch");
        WindowTest::compose(QApplication::focusWidget(), u"札幌"_s);
        QTRY_VERIFY(c.test->find<QPushButton>("targetAdd")->isEnabled());
        c.test->tabTo("targetDay");
        c.test->find<QDateEdit>("targetDay")->setDate(QDate(2026, 11, 24)); // whatever day it begins with
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTRY_VERIFY(c.test->find<QPushButton>("targetAdd")->isEnabled());
        c.test->press("targetAdd");
        QTRY_COMPARE(c.test->textOf("stepState2"), u"Counted"_s);
        c.test->press("textUse");
        QTRY_VERIFY(c.test->find<QPushButton>("approve") && c.test->find<QPushButton>("approve")->isEnabled());
        c.test->press("approve");
        QTRY_VERIFY(c.test->find<QPushButton>("send"));
        c.test->press("send");
        QTRY_COMPARE(c.state(), u"sending"_s);
        QCOMPARE(c.site.number(u"SELECT count(*) FROM notice_recipient"_s), 3);
    }

    void a_window_that_is_still_open_is_warned_about()
    {
        NoticeDay c;
        c.site.clock().set(TestSite::visitTime + 3600);
        c.draft();
        QVERIFY(c.test->textOf("peopleWarnings").contains(u"22 Nov 2026 01:01"_s));
        c.test->click("approve");
        QVERIFY(c.test->dialogs.questions.last().action.contains(u"now"_s));
        QTRY_VERIFY(c.test->find<QPushButton>("send"));
    }

    void a_window_of_time_counts_only_those_who_were_there_then()
    {
        NoticeDay c;
        c.test->click("noticeNew");
        c.test->type("facilityPickerSearch", u"札幌"_s);
        QTRY_VERIFY(c.test->find<QPushButton>("targetAdd")->isEnabled());
        QTest::mouseClick(c.test->find<QRadioButton>("targetWindow"), Qt::LeftButton);
        auto *from = c.test->find<JapaneseDateTimeEdit>("targetFrom");
        auto *until = c.test->find<JapaneseDateTimeEdit>("targetUntil");
        from->setAt(TestSite::visitTime + 3600);
        until->setAt(TestSite::visitTime);
        c.test->click("targetAdd");
        QVERIFY(!c.test->textOf("targetProblem").isEmpty());
        until->setAt(TestSite::visitTime + 7200);
        c.test->click("targetAdd");
        QTRY_COMPARE(c.test->textOf("stepState2"), u"Nobody would be told"_s);
        QCOMPARE(c.test->textOf("peopleNumber"), u"0 people"_s);
        from->setAt(TestSite::visitTime - 3600);
        until->setAt(TestSite::visitTime + 60);
        c.test->click("targetAdd");
        QTRY_COMPARE(c.test->textOf("peopleNumber"), u"3 people"_s);
        QCOMPARE(c.test->find<QTableView>("targetTable")->model()->rowCount(), 2);
    }

    void those_who_were_told_are_not_told_again()
    {
        NoticeDay c;
        c.approve();
        c.test->click("send");
        QTRY_COMPARE(c.state(), u"sending"_s);
        c.site.run(u"UPDATE notice_recipient SET state = 'sent', sealed = NULL"_s);
        c.chooseTarget(u"Nobody would be told"_s);
        QCOMPARE(c.test->textOf("peopleNumber"), u"0 people"_s);
        QVERIFY(c.test->textOf("peopleSource").contains(u"3 more were told before"_s));
    }

    void withholding_takes_a_reason_that_stays_on_record()
    {
        NoticeDay c;
        c.draft();
        c.test->click("withhold"); // no reason given: nothing happens
        QCOMPARE(c.state(), u"draft"_s);
        c.test->dialogs.text = u"濃厚接触者はみな分かっている"_s;
        c.test->click("withhold");
        QTRY_COMPARE(c.test->textOf("stepState4"), u"Withheld"_s);
        QCOMPARE(c.state(), u"withheld"_s);
        QVERIFY(c.test->textOf("approvalFacts").contains(*c.test->dialogs.text));
        QVERIFY(!c.test->find<QPushButton>("send"));
    }

    void a_draft_can_be_discarded()
    {
        NoticeDay c;
        c.draft();
        c.test->click("discard");
        QTRY_COMPARE(c.state(), u"cancelled"_s);
        QTRY_COMPARE(c.test->textOf("stepState4"), u"Cancelled"_s);
    }

    void a_notice_opens_from_the_list_where_it_stands()
    {
        NoticeDay c;
        c.draft();
        c.test->click("noticeNew");
        QVERIFY(!c.test->find<QPushButton>("approve"));
        auto *table = c.test->find<QTableView>("noticeTable");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
        QTRY_VERIFY(c.test->find<QPushButton>("approve"));
        QTRY_VERIFY(c.test->find<QPushButton>("approve")->isEnabled());
        QVERIFY(!c.test->find<QPushButton>("targetAdd"));
    }

    void locking_ends_a_count_and_wipes_the_page()
    {
        NoticeDay c;
        c.chooseTarget();
        c.test->click("noticeNew");
        c.test->window->lock();
        QVERIFY(!c.test->find<QTableView>("noticeTable"));
        c.test->typeLogIn(TestSite::password);
        QTRY_VERIFY(!c.test->window->isLocked());
        QVERIFY(!c.test->textOf("noticeHint").isEmpty());
    }

    void somebody_elses_change_is_said_and_shown()
    {
        NoticeDay c;
        c.draft();
        c.site.run(u"UPDATE notice SET state = 'withheld', reason = '取りやめ', finished_at = 1"_s);
        c.test->click("approve");
        QTRY_VERIFY(!c.test->textOf("messageBarText").isEmpty());
        QTRY_COMPARE(c.test->textOf("stepState4"), u"Withheld"_s);
    }
};

QTEST_MAIN(tst_NoticePage)
#include "tst_NoticePage.moc"
