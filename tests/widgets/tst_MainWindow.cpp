// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/NoticeWork.h"
#include "widgets/settings/SettingTexts.h"
#include "widgets/shell/Workspace.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace shirase;

/// The window as a whole: how it is left, its menus and keys, and what it keeps.
class tst_MainWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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

    void quitting_says_that_a_notice_is_begun_whatever_page_is_seen()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.server.setStopped({});
        test.logIn("noticePage");
        beginNotice(test, u"札幌"_s);
        test.goTo("mailPage");
        test.dialogs.agrees = false;
        test.window->close();
        QVERIFY(test.window->isVisible());
        QCOMPARE(test.dialogs.questions.size(), 1);
        QVERIFY2(test.dialogs.questions.first().explanation.contains(u"is not saved"_s),
                 qPrintable(test.dialogs.questions.first().explanation));
        test.dialogs.agrees = true;
        test.window->close();
        QVERIFY(!test.window->isVisible());
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

    void who_stays_on_a_page_is_not_led_on()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn("settingsPage");
        test.type("setting_organisation.name", u"青森県"_s);
        test.dialogs.agrees = false; // to lose that
        for (const char *act : {"actionNewFacility", "actionImport", "actionNoticeTexts"}) {
            test.window->findChild<QAction *>(QString::fromLatin1(act))->trigger();
            QVERIFY2(!QApplication::activeModalWidget(), act);
            QVERIFY2(test.find<QWidget>("settingsPage"), act);
        }
        QCOMPARE(test.find<QLineEdit>("setting_organisation.name")->text(), u"青森県"_s);
        test.dialogs.agrees = true;
        test.window->findChild<QAction *>(u"actionNewFacility"_s)->trigger();
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
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
        // As narrow as can be: Qt 6.8 keeps what it restores within the screen, which is 800 pixels wide here.
        const QSize kept(900, 717);
        TestSite site;
        {
            WindowTest test(site);
            test.logIn();
            test.window->resize(kept);
            test.window->close();
        }
        WindowTest test(site);
        test.logIn();
        QCOMPARE(test.window->size(), kept);
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
