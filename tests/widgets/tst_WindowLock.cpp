// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/MemoryScan.h"
#include "tests/widgets/support/NoticeWork.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/NativeDialogs.h"
#include "widgets/shell/IdleWatch.h"
#include "widgets/staff/LogInDialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPrinter>
#include <QTableView>
#include <QThread>
#include <QTimer>
#include <QWhatsThis>

using namespace Qt::StringLiterals;
using namespace shirase;

/// Who gets into the window, what locks it, and what is left then (REQUIREMENTS S7).
class tst_WindowLock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_wrong_password_is_said_in_the_dialog_and_the_right_one_opens_the_window()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.window->show();
        test.typeLogIn(u"これは違います"_s);
        QTRY_VERIFY(!test.textOf("logInProblem").isEmpty());
        QVERIFY(test.window->isLocked());
        QVERIFY(test.find<QLineEdit>("logInPassword")->text().isEmpty());
        QVERIFY(!test.find<QTableView>("facilityTable"));

        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
        QTRY_VERIFY(!test.find<QDialog>("logInDialog"));
        QVERIFY(test.find<QWidget>("dashboardPage"));
        QCOMPARE(test.textOf("userName"), TestSite::userName + u" (every role)"_s);
    }

    // After a recovery, say: which sheet is good now, or that both are to be kept.
    void what_the_log_in_says_while_it_is_open_is_read_whole()
    {
        TestSite site;
        WindowTest test(site);
        test.window->show();
        QTRY_VERIFY(test.find<QDialog>("logInDialog"));
        auto *dialog = static_cast<LogInDialog *>(test.find<QDialog>("logInDialog"));
        const QString sentence = u"The new recovery sheet is valid now. The old one opens only backups from before. "_s;
        dialog->setReason(sentence.repeated(2));
        dialog->report({ErrorCode::Refused, sentence.repeated(3), {}});
        for (const char *name : {"logInReason", "logInProblem"}) {
            const auto *label = test.find<QLabel>(name);
            QVERIFY(label);
            QVERIFY(label->heightForWidth(label->width()) > 2 * label->fontMetrics().lineSpacing());
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), name);
        }
    }

    void leaving_the_log_in_closes_the_window()
    {
        TestSite site;
        WindowTest test(site);
        test.window->show();
        QTRY_VERIFY(test.find<QDialog>("logInDialog"));
        test.dialogs.agrees = false;
        test.click("logInQuit");
        QVERIFY(test.window->isVisible()); // visitors can still register
        QVERIFY(test.find<QDialog>("logInDialog"));
        test.dialogs.agrees = true;
        test.click("logInQuit");
        QTRY_VERIFY(!test.window->isVisible());
        QTRY_VERIFY(!test.find<QDialog>("logInDialog"));
    }

    void locking_drops_the_session_and_everything_that_was_shown()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        auto *table = test.find<QTableView>("facilityTable");
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        QTRY_COMPARE(test.textOf("facilityName"), facility.details.name);
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));

        test.window->lock();
        QVERIFY(test.window->isLocked());
        QVERIFY(!test.find<QDialog>("facilityDialog"));
        QVERIFY(!test.find<QTableView>("facilityTable"));
        QCOMPARE(table->model()->rowCount(), 0);
        QVERIFY(test.textOf("userName").isEmpty());

        // Whoever comes back gives the password again; the name is there already.
        QTRY_VERIFY(test.find<QLineEdit>("logInName"));
        QCOMPARE(test.find<QLineEdit>("logInName")->text(), TestSite::userName);
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
        QTRY_COMPARE(table->model()->rowCount(), 1);
    }

    // DESIGN, Keys: locking the window wipes the office key.
    void locking_wipes_the_office_key_from_memory_even_during_a_count()
    {
        if (const char *obstacle = MemoryScan::obstacle())
            QSKIP(obstacle);
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        QStringList people;
        for (int i = 0; i < 3000; ++i)
            people << u"user%1@example.jp"_s.arg(i);
        site.visit(facility, people);
        const MemoryScan officeSecret(site.officeSecret().view());
        QCOMPARE(officeSecret.copies(), 0);
        WindowTest test(site);
        test.logIn();
        QCOMPARE(officeSecret.copies(), 1);

        test.goTo("noticePage");
        beginNotice(test, u"札幌"_s);
        QCOMPARE(test.textOf("stepState2"), u"Counting…"_s);
        test.window->lock();
        QCOMPARE(officeSecret.copies(), 0);
    }

    // REQUIREMENTS S7: lock on idle, whatever is open.
    void nothing_that_is_open_keeps_the_window_from_locking_data()
    {
        using Open = std::function<void(WindowTest &)>;
        QTest::addColumn<Open>("open");
        const auto row = [](const char *name, Open open) { QTest::newRow(name) << open; };
        row("nothing", [](WindowTest &) {});
        row("a form with something typed", [](WindowTest &test) {
            test.click("facilityNew");
            test.type("field_name", u"店"_s);
        });
        row("a question", [](WindowTest &test) {
            QVERIFY(!NativeDialogs().confirm(test.window.get(), {.title = {}, .text = u"?"_s, .explanation = {}, .action = u"&Yes"_s}));
        });
        row("a text that is asked for", [](WindowTest &test) {
            QVERIFY(!NativeDialogs().askText(test.window.get(), {.title = {}, .text = u"?"_s, .explanation = {}, .action = u"&Yes"_s}));
        });
        row("an error", [](WindowTest &test) {
            NativeDialogs().showError(test.window.get(), {ErrorCode::Internal, u"!"_s, u"detail"_s});
        });
        row("a file dialog", [](WindowTest &test) {
            QVERIFY(!NativeDialogs().askSaveName(test.window.get(), {}, {}, {u"pdf"_s}));
        });
        row("the print dialog", [](WindowTest &test) {
            QPrinter printer;
            QVERIFY(!NativeDialogs().setUpPrinter(test.window.get(), printer));
        });
        row("the print preview", [](WindowTest &test) {
            QPrinter printer;
            printer.setOutputFileName(test.site.path(u"none.pdf"_s));
            NativeDialogs().previewPrint(test.window.get(), printer, [](QPrinter &) {});
        });
        row("a dialog over a dialog", [](WindowTest &test) {
            test.click("facilityNew");
            NativeDialogs().showError(test.find<QDialog>("facilityDialog"), {ErrorCode::Internal, u"!"_s, {}});
        });
        row("a menu of the menu bar", [](WindowTest &test) {
            test.window->menuBar()->actions().first()->menu()->exec(QPoint(0, 0));
        });
        row("a list that hangs beneath a field", [](WindowTest &test) {
            test.goTo("auditPage");
            test.find<QComboBox>("auditActionFilter")->showPopup();
        });
        row("what's this", [](WindowTest &) { QWhatsThis::enterWhatsThisMode(); });
        const auto showProgress = [](WindowTest &test, QWidget *over) {
            Worker worker(test.site.factory());
            std::ignore = JobDialog::run<int>(worker, over, u"…"_s,
                                              [](Office &, const Job::Report &report) -> Result<int> {
                                                  while (report(0, 0))
                                                      QThread::yieldCurrentThread();
                                                  return 0;
                                              });
        };
        row("a progress", [=](WindowTest &test) { showProgress(test, test.window.get()); });
        row("a progress over a dialog, which is deleted meanwhile", [=](WindowTest &test) {
            auto *dialog = new QDialog(test.window.get());
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            dialog->open();
            showProgress(test, dialog);
        });
    }
    void nothing_that_is_open_keeps_the_window_from_locking()
    {
        using Open = std::function<void(WindowTest &)>;
        QFETCH(Open, open);
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        bool over = false;
        QTimer::singleShot(0, test.window.get(), [&] {
            open(test);
            over = true;
        });
        QTimer::singleShot(0, test.window.get(), [&] {
            test.window->findChild<IdleWatch *>()->setLimit(std::chrono::milliseconds(50));
        });
        QTRY_VERIFY(test.window->isLocked());
        QTRY_VERIFY(over);
        QVERIFY(!QApplication::activePopupWidget());
        QVERIFY(!QWhatsThis::inWhatsThisMode());
        QTRY_VERIFY(test.find<QDialog>("logInDialog"));
        for (const QWidget *top : QApplication::topLevelWidgets()) {
            const bool expected = top == test.window.get() || top == test.find<QDialog>("logInDialog");
            QVERIFY2(expected || !top->isVisible(), qPrintable(top->objectName() + u' ' + top->windowTitle()));
        }
        QVERIFY(!test.find<QTableView>("facilityTable"));
        QVERIFY(test.textOf("logInReason").contains(u"nobody had used it"_s));
        test.window->findChild<IdleWatch *>()->setLimit(std::chrono::minutes(10)); // or it locks again at once
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
    }

    void the_limit_is_a_setting()
    {
        TestSite site;
        must(site.office().settings.set(u"staff.lock_minutes"_s, u"3"_s));
        WindowTest test(site);
        const auto *watch = test.window->findChild<IdleWatch *>();
        QCOMPARE(watch->limit(), std::chrono::minutes(3));
        test.logIn();
        site.run(u"UPDATE setting SET value = '7'"_s);
        QTRY_COMPARE(watch->limit(), std::chrono::minutes(7));
    }

    void what_was_cut_off_is_said_at_the_next_log_in()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        QStringList people;
        for (int i = 0; i < 3000; ++i)
            people << u"user%1@example.jp"_s.arg(i);
        site.visit(facility, people);
        WindowTest test(site);
        test.logIn();
        test.goTo("noticePage");
        beginNotice(test, u"札幌"_s);
        QCOMPARE(test.textOf("stepState2"), u"Counting…"_s);
        test.window->lock(MainWindow::LockReason::Desktop);
        const QString reason = test.textOf("logInReason");
        QVERIFY2(reason.contains(u"together with the desktop"_s), qPrintable(reason));
        QVERIFY2(reason.contains(u"was cancelled"_s), qPrintable(reason));
    }

    void an_account_that_is_disabled_meanwhile_is_locked_out()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        site.run(u"UPDATE account SET state = 'disabled'"_s);
        QTRY_VERIFY(test.window->isLocked());
        QTRY_VERIFY(test.find<QLineEdit>("logInPassword"));
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(test.textOf("logInProblem").contains(u"disabled"_s));
        QVERIFY(test.textOf("logInReason").contains(u"have been changed"_s));
    }

    void a_log_in_begins_with_the_dashboard_and_unlocking_where_one_was()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn("noticePage");
        QVERIFY(test.find<QWidget>("noticePage"));
        test.window->lock();
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
        QVERIFY(test.find<QWidget>("noticePage"));

        const auto session = site.logIn();
        QVERIFY(site.office().staff.add(*session, u"佐藤"_s, Role::Facilities, SecretBytes("another-password")));
        test.window->lock();
        test.typeLogIn(u"another-password"_s, u"佐藤"_s);
        QTRY_VERIFY(!test.window->isLocked());
        QVERIFY(test.find<QWidget>("dashboardPage"));
    }

    void ctrl_l_and_the_button_lock_the_window()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        QTest::keyClick(test.window.get(), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(test.window->isLocked());
        test.typeLogIn(TestSite::password);
        QTRY_VERIFY(!test.window->isLocked());
        QTRY_VERIFY(!test.find<QDialog>("logInDialog"));
        test.click("lock");
        QVERIFY(test.window->isLocked());
    }

    void ctrl_l_locks_over_an_open_dialog_too()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        QTest::keyClick(test.find<QLineEdit>("field_name"), Qt::Key_L, Qt::ControlModifier);
        QVERIFY(test.window->isLocked());
        QVERIFY(!test.find<QDialog>("facilityDialog"));
    }
};

QTEST_MAIN(tst_WindowLock)
#include "tst_WindowLock.moc"
