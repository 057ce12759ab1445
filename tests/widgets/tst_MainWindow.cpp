// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/MemoryScan.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/NativeDialogs.h"
#include "widgets/settings/SettingTexts.h"
#include "widgets/shell/IdleWatch.h"
#include "widgets/shell/Workspace.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPrinter>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QThread>
#include <QWhatsThis>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_MainWindow : public QObject
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

    void quitting_says_once_what_stops_and_what_goes_on()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        site.visit(facility, {u"taro@example.jp"_s}); // whose confirmation waits
        WindowTest test(site);
        test.logIn();
        test.dialogs.agrees = false;
        test.window->findChild<QAction *>(u"actionQuit"_s)->trigger();
        QVERIFY(test.window->isVisible());
        QCOMPARE(test.dialogs.questions.size(), 1);
        const QString explanation = test.dialogs.questions.first().explanation;
        QVERIFY2(explanation.contains(u"cannot register"_s), qPrintable(explanation));
        QVERIFY2(explanation.contains(u"1 mails wait"_s), qPrintable(explanation));
        test.dialogs.agrees = true;
        test.window->findChild<QAction *>(u"actionQuit"_s)->trigger();
        QVERIFY(!test.window->isVisible());
        QCOMPARE(test.dialogs.questions.size(), 2);
    }

    void quitting_asks_nothing_where_nobody_misses_anything()
    {
        TestSite site;
        WindowTest test(site);
        test.server.setStopped({});
        test.logIn();
        test.window->close();
        QVERIFY(!test.window->isVisible());
        QVERIFY(test.dialogs.questions.isEmpty());
    }

    // A signal, or the desktop that ends: nobody is there to answer.
    void ends_at_once_where_it_is_told_to()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        test.click("facilityNew");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        test.dialogs.agrees = false;
        test.window->endNow();
        QVERIFY(!test.window->isVisible());
        QTRY_VERIFY(!test.find<QDialog>("facilityDialog"));
        QVERIFY(test.dialogs.questions.isEmpty());
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
        test.click("noticeNew");
        test.type("facilityPickerSearch", u"札幌"_s);
        QTRY_VERIFY(test.find<QAbstractButton>("targetAdd")->isEnabled());
        test.find<QDateEdit>("targetDay")->setDate(QDate(2026, 11, 21));
        test.click("targetAdd");
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
        row("a progress", [](WindowTest &test) {
            Worker worker(test.site.factory());
            std::ignore = JobDialog::run<int>(worker, test.window.get(), u"…"_s,
                                              [](Office &, const Job::Report &report) -> Result<int> {
                                                  while (report(0, 0))
                                                      QThread::yieldCurrentThread();
                                                  return 0;
                                              });
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
        test.click("noticeNew");
        test.type("facilityPickerSearch", u"札幌"_s);
        QTRY_VERIFY(test.find<QAbstractButton>("targetAdd")->isEnabled());
        test.find<QDateEdit>("targetDay")->setDate(QDate(2026, 11, 21));
        test.click("targetAdd");
        QCOMPARE(test.textOf("stepState2"), u"Counting…"_s);
        test.window->lock(MainWindow::LockReason::Desktop);
        const QString reason = test.textOf("logInReason");
        QVERIFY2(reason.contains(u"together with the desktop"_s), qPrintable(reason));
        QVERIFY2(reason.contains(u"was cancelled"_s), qPrintable(reason));
    }

    void a_second_start_brings_the_window_forward()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        test.window->showMinimized();
        QVERIFY(test.window->isMinimized());
        test.window->comeForward();
        QVERIFY(!test.window->isMinimized());
        QVERIFY(test.window->isVisible());
        test.window->showMinimized();
        Q_EMIT test.notifier.activated();
        QVERIFY(!test.window->isMinimized());
    }

    void the_web_server_is_opened_anew_where_its_settings_say_so()
    {
        TestSite site;
        WindowTest test(site);
        const QSignalSpy asked(test.window.get(), &MainWindow::webAsked);
        test.logIn("settingsPage");
        test.type("setting_organisation.name", u"青森県"_s);
        test.click("settingsSave");
        QTRY_COMPARE(site.office().settings.value(u"organisation.name"_s), u"青森県"_s);
        QCOMPARE(asked.size(), 0); // nothing of it is the server's
        test.find<QListWidget>("settingGroups")->setCurrentRow(int(SettingTexts::groups().indexOf(SettingGroup::Web)));
        test.type("setting_web.listen", u"127.0.0.1:8088"_s);
        test.click("settingsSave");
        QTRY_COMPARE(asked.size(), 1);

        test.server.setStopped(u"Port 8088 is in use."_s);
        test.goTo("dashboardPage");
        QTRY_VERIFY(test.find<QAbstractButton>("warningButton"));
        test.click("warningButton");
        QCOMPARE(asked.size(), 2);
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

    void the_keyboard_reaches_every_page_and_the_search()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        const QList<std::pair<Qt::Key, const char *>> pages{{Qt::Key_2, "facilityPage"},
                                                            {Qt::Key_3, "posterPage"},
                                                            {Qt::Key_4, "noticePage"},
                                                            {Qt::Key_5, "mailPage"},
                                                            {Qt::Key_6, "staffPage"},
                                                            {Qt::Key_7, "auditPage"},
                                                            {Qt::Key_1, "dashboardPage"}};
        for (const auto &[key, name] : pages) {
            QTest::keyClick(test.window.get(), key, Qt::ControlModifier);
            QVERIFY2(test.find<QWidget>(name), name);
        }
        QTest::keyClick(test.window.get(), Qt::Key_5, Qt::ControlModifier);
        QTest::keyClick(test.window.get(), Qt::Key_K, Qt::ControlModifier);
        QCOMPARE(test.window->focusWidget(), test.find<QLineEdit>("quickSearch"));
        QVERIFY(test.find<QWidget>("mailPage")); // it finds from anywhere
    }

    void no_menu_entry_is_dead()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn();
        const QList<QAction *> menus = test.window->menuBar()->actions();
        for (const QAction *menu : menus) {
            for (const QAction *action : menu->menu()->actions()) {
                // These wait for a poster, or for something that can be undone.
                const bool waits = action->text().contains(u"rint"_s) || action->text().contains(u"do"_s);
                QVERIFY2(action->isSeparator() || action->isEnabled() || waits, qPrintable(action->text()));
            }
        }
    }

    void the_status_line_shows_and_copies_the_servers_address()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn();
        QVERIFY(test.textOf("serverState").contains(u"http://127.0.0.1:8080"_s));
        test.click("serverCopy");
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8080"_s);

        test.server.setStopped(u"The port 8080 is in use."_s);
        QVERIFY(test.textOf("serverState").contains(u"The port 8080 is in use."_s));
        QVERIFY(!test.find<QAbstractButton>("serverCopy"));
    }

    void the_geometry_is_kept()
    {
        TestSite site;
        {
            WindowTest test(site);
            test.logIn();
            test.window->resize(1111, 717);
            test.window->close();
        }
        WindowTest test(site);
        test.logIn();
        QCOMPARE(test.window->size(), QSize(1111, 717));
    }

    void everything_fits_the_smallest_screen()
    {
        TestSite site;
        WindowTest test(site);
        test.window->resize(1024, 700);
        test.logIn();
        for (const Page *page : test.window->findChild<Workspace *>()->pages()) {
            test.goTo(page->objectName().toLatin1().constData());
            QVERIFY2(test.window->minimumSizeHint().width() <= 1024, qPrintable(page->objectName()));
            QVERIFY2(test.window->minimumSizeHint().height() <= 700, qPrintable(page->objectName()));
            QCOMPARE(test.window->size(), QSize(1024, 700));
        }
        test.goTo("noticePage");
        test.click("noticeNew");
        QTRY_COMPARE(test.find<QScrollArea>("noticeSteps")->horizontalScrollBar()->maximum(), 0);
        QCOMPARE(test.window->size(), QSize(1024, 700));
    }
};

QTEST_MAIN(tst_MainWindow)
#include "tst_MainWindow.moc"
