// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include "core/notices/NoticeThresholds.h"
#include "core/wording/NoticeTexts.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace shirase;

/// A window, and what somebody else does meanwhile over an office of his own (REQUIREMENTS D4).
class tst_TwoWindows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_facility_that_another_window_adds_appears_and_selection_and_place_stay()
    {
        TestSite site;
        for (int i = 0; i < 120; ++i)
            site.addFacility(u"食堂%1"_s.arg(i, 3, 10, QChar(u'0')));
        WindowTest test(site);
        test.logIn();
        auto *table = test.find<QTableView>("facilityTable");
        QTRY_COMPARE(table->model()->rowCount(), 120);
        table->selectRow(60);
        table->verticalScrollBar()->setValue(50);
        QTRY_COMPARE(test.textOf("facilityName"), u"食堂060"_s);

        const auto other = must(site.openOffice());
        must(other->facilityDesk.add(Actor::commandLine(), TestSite::details(u"蕎麦"_s), false, u"ja"_s));
        QTRY_COMPARE(table->model()->rowCount(), 121);
        const QModelIndexList selected = table->selectionModel()->selectedRows();
        QCOMPARE(selected.size(), 1);
        QTRY_COMPARE(selected.first().data().toString(), u"食堂060"_s);
        QCOMPARE(table->verticalScrollBar()->value(), 50);
    }

    void every_facility_stays_selected_when_another_one_appears()
    {
        TestSite site;
        for (int i = 0; i < 5; ++i)
            site.addFacility(u"食堂%1"_s.arg(i));
        WindowTest test(site);
        test.logIn();
        auto *table = test.find<QTableView>("facilityTable");
        QTRY_COMPARE(table->model()->rowCount(), 5);
        table->selectAll();
        const auto other = must(site.openOffice());
        // Between the others, so that what is selected lies in two parts.
        must(other->facilityDesk.add(Actor::commandLine(), TestSite::details(u"食堂25"_s), false, u"ja"_s));
        QTRY_COMPARE(table->model()->rowCount(), 6);
        QTRY_COMPARE(table->selectionModel()->selectedRows().size(), 5);
    }

    void the_detail_shows_what_another_window_has_changed()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        auto *table = test.find<QTableView>("facilityTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_COMPARE(test.textOf("facilityName"), u"札幌テスト食堂"_s);
        must(site.facilities().update(facility.id, TestSite::details(u"小樽テスト食堂"_s)));
        QTRY_COMPARE(test.textOf("facilityName"), u"小樽テスト食堂"_s);
        QCOMPARE(table->selectionModel()->selectedRows().size(), 1);
    }

    void what_is_being_typed_into_a_form_stays_and_nothing_is_overwritten()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        auto *table = test.find<QTableView>("facilityTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_VERIFY(test.find<QAbstractButton>("facilityEdit"));
        test.click("facilityEdit");
        QTRY_VERIFY(test.find<QLineEdit>("field_name"));
        test.type("field_name", u"これから書く名前"_s);

        must(site.facilities().update(facility.id, TestSite::details(u"もう変わった名前"_s)));
        QTRY_COMPARE(table->model()->index(0, 0).data().toString(), u"もう変わった名前"_s);
        QCOMPARE(test.find<QLineEdit>("field_name")->text(), u"これから書く名前"_s);

        test.click("facilityDialogSave");
        QCOMPARE(test.dialogs.errors.size(), 1);
        QCOMPARE(test.dialogs.errors.first().code, ErrorCode::Conflict);
        QCOMPARE(must(site.facilities().find(facility.id)).details.name, u"もう変わった名前"_s);
        QCOMPARE(test.find<QLineEdit>("field_name")->text(), u"これから書く名前"_s);
    }

    void a_poster_shows_the_name_that_another_window_has_written()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        test.goTo("posterPage");
        test.type("facilityPickerSearch", u"札幌"_s);
        QTRY_VERIFY(test.find<QAbstractButton>("posterPrint")->isEnabled());
        const auto other = must(site.openOffice());
        must(other->facilityDesk.setState(Actor::commandLine(), facility.id, FacilityState::Retired));
        QTRY_VERIFY(!test.find<QAbstractButton>("posterPrint")->isEnabled());
        QCOMPARE(test.find<QLineEdit>("facilityPickerSearch")->text(), u"札幌"_s);
    }

    void a_notice_that_another_window_decides_is_shown_as_it_is_now_with_a_sentence()
    {
        TestSite site;
        const NoticeId id = draft(site);
        WindowTest test(site);
        open(test);
        QTRY_VERIFY(test.find<QAbstractButton>("withhold"));
        const auto other = must(site.openOffice());
        must(other->noticeDesk.withhold(*site.logIn(), id, u"濃厚接触者を把握している"_s));
        QTRY_VERIFY(!test.find<QAbstractButton>("withhold"));
        QVERIFY(test.textOf("messageBarText").contains(u"Somebody else"_s));
        auto *table = test.find<QTableView>("noticeTable");
        QCOMPARE(table->currentIndex().row(), 0);
        QCOMPARE(table->model()->index(0, 1).data().toString(), u"Withheld"_s);
    }

    void a_new_notice_of_another_window_appears_above_the_chosen_one()
    {
        TestSite site;
        const NoticeId first = draft(site);
        WindowTest test(site);
        open(test);
        const auto other = must(site.openOffice());
        must(other->noticeDesk.draft(*site.logIn(), site.office().notices.find(first)->targets,
                                     NoticeTexts::standardKey.toString(), 1));
        auto *table = test.find<QTableView>("noticeTable");
        QTRY_COMPARE(table->model()->rowCount(), 2);
        QCOMPARE(table->currentIndex().row(), 1);
        QVERIFY(test.textOf("messageBarText").isEmpty()); // the one that is open is as it was
    }

    void a_notice_that_another_window_submits_is_announced_and_one_that_waited_before_is_not()
    {
        TestSite site;
        must(site.office().noticeDesk.submit(*site.logIn(), draft(site)));
        WindowTest test(site);
        test.logIn();
        QWidget elsewhere; // where the clerk is looking
        elsewhere.show();
        elsewhere.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&elsewhere));
        const NoticeId second = draft(site, u"小樽テスト食堂"_s);
        QVERIFY(test.notifier.titles.isEmpty());
        const auto other = must(site.openOffice());
        must(other->noticeDesk.submit(*site.logIn(), second));
        QTRY_COMPARE(test.notifier.titles, QStringList{u"A notice waits for your approval"_s});
    }

    void the_text_of_a_draft_that_another_window_has_changed_is_not_overwritten()
    {
        TestSite site;
        const NoticeId id = draft(site);
        WindowTest test(site);
        open(test);
        QTRY_VERIFY(test.find<QAbstractButton>("textChange"));
        test.click("textChange");
        QTRY_VERIFY(test.find<QPlainTextEdit>("wordingBody_ja"));
        auto *body = test.find<QPlainTextEdit>("wordingBody_ja");
        body->selectAll();
        WindowTest::compose(body, u"手を洗うようお願いします。"_s);

        const auto other = must(site.openOffice());
        const Wordings theirs{{u"ja"_s, {u"お知らせ"_s, u"体温を測るようお願いします。"_s}}};
        must(other->noticeDesk.wording().setTexts(*site.logIn(), id, theirs));
        test.click("wordingSave");
        QCOMPARE(test.dialogs.errors.size(), 1);
        QCOMPARE(test.dialogs.errors.first().code, ErrorCode::Conflict);
        QVERIFY(body->toPlainText().contains(u"手を洗う"_s));
        QVERIFY(must(other->notices.find(id)).texts[u"ja"_s].body.contains(u"体温"_s));
    }

    void an_approval_is_for_the_text_that_was_read_before_the_question()
    {
        TestSite site;
        const NoticeId id = draft(site);
        WindowTest test(site);
        open(test);
        QTRY_VERIFY(test.find<QAbstractButton>("approve") && test.find<QAbstractButton>("approve")->isEnabled());
        const auto other = must(site.openOffice());
        test.dialogs.meanwhile = [&] {
            const Wordings theirs{{u"ja"_s, {u"お知らせ"_s, u"体温を測るようお願いします。"_s}}};
            must(other->noticeDesk.wording().setTexts(*site.logIn(), id, theirs));
            const QByteArray hash = must(other->notices.find(id)).textHash;
            QTRY_VERIFY(test.textOf("approvalHash").startsWith(QString::fromLatin1(hash.first(8)))); // behind the question
        };
        test.click("approve");
        QTRY_VERIFY(test.textOf("messageBarText").startsWith(u"The texts have been changed since you read them."_s));
        QCOMPARE(must(other->notices.find(id)).state, NoticeState::Draft);
    }

    void thresholds_that_another_window_has_changed_are_not_overwritten()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.goTo("noticePage");
        test.click("noticeThresholds");
        QTRY_VERIFY(test.find<QTreeWidget>("thresholdList"));
        auto *list = test.find<QTreeWidget>("thresholdList");
        list->setCurrentItem(list->topLevelItem(0));
        const auto other = must(site.openOffice());
        NoticeThresholds theirs(other->database, other->facilities, other->staff.audit());
        const NoticeThreshold first = must(theirs.list()).first();
        NoticeThreshold changed = first;
        changed.recommendation =
            first.recommendation == Recommendation::Send ? Recommendation::Consider : Recommendation::Send;
        must(theirs.set(*site.logIn(), changed));
        test.click("thresholdRemove");
        QVERIFY(test.textOf("thresholdProblem").contains(u"meanwhile"_s));
        QCOMPARE(must(theirs.list()).first(), changed);
    }

    void the_audit_log_grows_at_its_top()
    {
        TestSite site;
        site.addEntries(60);
        WindowTest test(site);
        test.logIn();
        test.goTo("auditPage");
        auto *table = test.find<QTableView>("auditTable");
        const int before = table->model()->rowCount();
        table->selectRow(40);
        table->verticalScrollBar()->setValue(30);
        const QString seen = table->model()->index(30, 4).data().toString();
        site.addEntries(3);
        QTRY_COMPARE(table->model()->rowCount(), before + 3);
        QCOMPARE(table->model()->index(table->verticalScrollBar()->value(), 4).data().toString(), seen);
        QCOMPARE(table->selectionModel()->selectedRows().first().row(), 43);
    }

    void a_setting_that_another_window_changes_counts_here()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        const auto other = must(site.openOffice());
        must(other->settings.set(u"organisation.system_name"_s, u"長野はしか通知"_s));
        QTRY_VERIFY(test.window->windowTitle().contains(u"長野はしか通知"_s));
    }

    void the_page_of_settings_shows_what_is_changed_elsewhere_and_keeps_what_is_typed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("in the database") << u"organisation.system_name"_s << u"長野はしか通知"_s;
        QTest::newRow("in the file") << u"web.public_url"_s << u"https://shirase.example.jp"_s;
    }
    void the_page_of_settings_shows_what_is_changed_elsewhere_and_keeps_what_is_typed()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.goTo("settingsPage");
        test.type("setting_organisation.name", u"これから書く名前"_s);
        const auto other = must(site.openOffice());
        must(other->settings.set(key, value));
        auto *shown = test.window->findChild<QLineEdit *>(u"setting_"_s + key); // in whatever group
        QVERIFY(shown);
        QTRY_COMPARE(shown->text(), value);
        QCOMPARE(test.find<QLineEdit>("setting_organisation.name")->text(), u"これから書く名前"_s);
    }

private:
    /// A draft of the account with every role.
    static NoticeId draft(TestSite &site, const QString &name = u"札幌テスト食堂"_s)
    {
        const Facility facility = site.addFacility(name);
        site.visit(facility, {u"taro@example.jp"_s});
        return must(site.office().noticeDesk.draft(*site.logIn(),
                                                   {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 21))},
                                                   NoticeTexts::standardKey.toString(), 1));
    }
    /// Logs in and opens the newest notice.
    static void open(WindowTest &test)
    {
        test.logIn();
        test.goTo("noticePage");
        auto *table = test.find<QTableView>("noticeTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                          table->visualRect(table->model()->index(0, 0)).center());
    }
};

QTEST_MAIN(tst_TwoWindows)
#include "tst_TwoWindows.moc"
