// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTest.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QListWidget>
#include <QMenu>
#include <QTableView>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

/// The window with the audit page open: the set-up, three entries of notices, the third of some days later, and the
/// log-in.
struct Case
{
    Case()
    {
        site.clock().set(TestSite::visitTime);
        site.addEntries(2);
        site.clock().set(TestSite::officeTime);
        site.addEntries(1);
        test.logIn();
        test.goTo("auditPage");
        QTRY_VERIFY(test.find<QAbstractButton>("auditSave")->isEnabled());
    }

    [[nodiscard]] int rows() const { return test.find<QTableView>("auditTable")->model()->rowCount(); }
    void choose(const char *filter, int index) const { test.find<QComboBox>(filter)->setCurrentIndex(index); }
    [[nodiscard]] QByteArray saved()
    {
        test.dialogs.saveName = site.path(u"log.csv"_s);
        test.click("auditSave");
        QFile file(*test.dialogs.saveName);
        [&] { QTRY_VERIFY(file.exists()); }();
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    TestSite site;
    WindowTest test{site};
};

} // namespace

class tst_AuditPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void shows_the_newest_first_and_that_the_record_is_whole()
    {
        Case page;
        QCOMPARE(page.rows(), 5);
        const QAbstractItemModel *model = page.test.find<QTableView>("auditTable")->model();
        QCOMPARE(model->index(0, 2).data().toString(), u"Logged in"_s);
        QCOMPARE(model->index(0, 3).data().toString(), u"PC-1"_s);
        QCOMPARE(model->index(1, 2).data().toString(), u"Approved a notice"_s);
        QCOMPARE(model->index(4, 2).data().toString(), u"Set the system up"_s);
        QTRY_COMPARE(page.test.textOf("auditCount"), u"5 entries"_s);
        QTRY_VERIFY(page.test.textOf("auditState").startsWith(u"Unbroken: 5 entries"_s));
    }

    void says_that_the_record_was_changed()
    {
        Case page;
        page.site.run(u"UPDATE audit SET account = '鈴木' WHERE id = 2"_s);
        QTest::keyClick(page.test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(page.test.textOf("auditState").contains(u"entry 2"_s));
        page.site.run(u"UPDATE audit SET account = '山田' WHERE id = 2"_s);
        page.site.run(u"DELETE FROM audit WHERE id = 5"_s);
        QTest::keyClick(page.test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(page.test.textOf("auditState").contains(u"entry 5 is missing"_s));
    }

    void filters_by_account_action_and_days()
    {
        Case page;
        page.choose("auditAccountFilter", 1);
        QCOMPARE(page.rows(), 5);
        page.choose("auditActionFilter",
                    page.test.find<QComboBox>("auditActionFilter")->findData(u"notice.approve"_s));
        QCOMPARE(page.rows(), 3);
        page.choose("auditPeriodFilter", 1); // today
        QCOMPARE(page.rows(), 1);
        QVERIFY(!page.test.find<QDateEdit>("auditFrom"));
        page.choose("auditPeriodFilter", 4); // chosen days
        page.test.find<QDateEdit>("auditFrom")->setDate(QDate(2026, 11, 21));
        page.test.find<QDateEdit>("auditUntil")->setDate(QDate(2026, 11, 21));
        QCOMPARE(page.rows(), 2);
        QTRY_COMPARE(page.test.textOf("auditCount"), u"2 entries"_s);
        page.test.find<QDateEdit>("auditFrom")
            ->setDate(QDate(2026, 11, 22)); // the days stand the wrong way round
        QCOMPARE(page.rows(), 2);
        page.choose("auditActionFilter",
                    page.test.find<QComboBox>("auditActionFilter")->findData(u"setup"_s));
        QCOMPARE(page.rows(), 0);
        QTRY_VERIFY(!page.test.find<QAbstractButton>("auditSave")->isEnabled());
    }

    void a_database_that_fails_is_said_and_can_be_tried_again()
    {
        Case page;
        page.site.run(u"ALTER TABLE audit RENAME TO away"_s);
        QTest::keyClick(page.test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(!page.test.textOf("messageBarText").isEmpty());
        QTRY_COMPARE(page.rows(), 0);
        page.site.run(u"ALTER TABLE away RENAME TO audit"_s);
        QTest::keyClick(page.test.window.get(), Qt::Key_F5);
        QTRY_COMPARE(page.rows(), 5);
        QTRY_VERIFY(page.test.textOf("messageBarText").isEmpty());
    }

    void what_another_look_replaces_is_not_heard_of()
    {
        Case page;
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(page.test.window.get(), Qt::Key_F5);
        QTRY_VERIFY(page.test.textOf("auditState").startsWith(u"Unbroken: 5 entries"_s));
        QTRY_COMPARE(page.test.textOf("auditCount"), u"5 entries"_s);
        QCOMPARE(page.test.textOf("messageBarText"), QString());
    }

    void an_entry_leads_to_others_like_it()
    {
        Case page;
        auto *table = page.test.find<QTableView>("auditTable");
        table->selectRow(1);
        Q_EMIT table->customContextMenuRequested({5, 5});
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        for (QAction *action : menu->actions()) {
            if (action->text().contains(u"Approved a notice"_s))
                action->trigger();
        }
        menu->close();
        QCOMPARE(page.rows(), 3);
        QTRY_COMPARE(page.test.textOf("auditCount"), u"3 entries"_s);
    }

    // REQUIREMENTS S10: window state kept
    void columns_are_as_wide_as_they_were_left()
    {
        TestSite site;
        const auto header = [](const WindowTest &test) { return test.find<QTableView>("auditTable")->horizontalHeader(); };
        {
            WindowTest test(site);
            test.logIn("auditPage");
            header(test)->resizeSection(1, 177);
            test.window->close();
        }
        WindowTest test(site);
        test.logIn("auditPage");
        QCOMPARE(header(test)->sectionSize(1), 177);
    }

    void saves_what_is_shown_as_csv_that_no_spreadsheet_executes()
    {
        Case page;
        const Result<> added =
            page.site.office().staff.audit().add(u"=HYPERLINK(1)"_s, u"notice.send"_s, u"notice 9"_s);
        QVERIFY(added);
        page.choose("auditActionFilter",
                    page.test.find<QComboBox>("auditActionFilter")->findData(u"notice.send"_s));
        const QString csv = QString::fromUtf8(page.saved());
        QCOMPARE(csv.count(u"\r\n"_s), 2);
        QVERIFY(csv.contains(
            u"\"'=HYPERLINK(1)\",\"notice.send\",\"notice 9\",\"Released a notice for sending\""_s));
        QVERIFY(csv.contains(u"2026-11-24T10:00:00+09:00"_s));
        QTRY_VERIFY(page.test.textOf("messageBarText").contains(u"1 entries"_s));
    }

    // REQUIREMENTS W2
    void saving_can_be_cancelled_and_leaves_no_file()
    {
        Case page;
        page.site.run(u"INSERT INTO audit (at, account, action, subject, hash) "
                      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000) "
                      "SELECT 1, '山田', 'notice.send', 'notice ' || i, x'00' FROM n"_s);
        page.test.dialogs.saveName = page.site.path(u"log.csv"_s);
        QTimer cancel;
        connect(&cancel, &QTimer::timeout, this, [&] {
            if (auto *button = page.test.find<QAbstractButton>("jobCancel")) {
                cancel.stop();
                button->click();
            }
        });
        cancel.start(5);
        QTest::keyClick(page.test.window.get(), Qt::Key_F5); // the worker has enough to do
        page.test.click("auditSave");
        QTRY_VERIFY2(page.test.textOf("messageBarText").contains(u"cancelled"_s), qPrintable(page.test.textOf("messageBarText")));
        QVERIFY(!page.test.find<QDialog>("jobDialog"));
        QVERIFY(!QFile::exists(*page.test.dialogs.saveName));
    }

    void says_that_it_cannot_be_saved_there()
    {
        Case page;
        page.test.dialogs.saveName = u"/no/such/folder/log.csv"_s;
        page.test.click("auditSave");
        QTRY_VERIFY(page.test.textOf("messageBarText").contains(u"/no/such/folder"_s));
    }

    void is_there_for_the_audit_role_only()
    {
        TestSite site;
        site.run(u"UPDATE account SET roles = 'administrator facilities notices approval'"_s);
        WindowTest test(site);
        test.logIn();
        QVERIFY(test.entryOf("auditPage")->isHidden());
        QTest::keyClick(test.window.get(), Qt::Key_7, Qt::ControlModifier);
        QVERIFY(!test.find<QWidget>("auditPage"));
        QVERIFY(test.find<QWidget>("facilityPage"));
    }

    void is_left_when_the_next_account_may_not_see_it()
    {
        Case page;
        QVERIFY(page.test.find<QWidget>("auditPage"));
        page.site.run(u"UPDATE account SET roles = 'administrator facilities notices approval'"_s);
        page.test.window->lock();
        page.test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!page.test.window->isLocked());
        QVERIFY(!page.test.find<QWidget>("auditPage"));
    }

    void locking_wipes_it()
    {
        Case page;
        auto *table = page.test.find<QTableView>("auditTable");
        page.test.window->lock();
        QCOMPARE(table->model()->rowCount(), 0);
        page.test.typeLogIn(TestSite::password);
        QTRY_COMPARE(table->model()->rowCount(), 6); // with the log-in of now
        QTRY_VERIFY(page.test.textOf("auditState").startsWith(u"Unbroken"_s));
    }

    void a_list_that_is_open_stays_as_it_is_when_something_happens()
    {
        Case page;
        auto *accounts = page.test.find<QComboBox>("auditAccountFilter");
        accounts->showPopup();
        accounts->view()->setCurrentIndex(accounts->model()->index(1, 0));
        const int before = page.rows();
        page.site.addEntries(1);
        QTRY_COMPARE(page.rows(), before + 1);
        QCOMPARE(accounts->view()->currentIndex().row(), 1);
        accounts->hidePopup();
    }
};

QTEST_MAIN(tst_AuditPage)
#include "tst_AuditPage.moc"
