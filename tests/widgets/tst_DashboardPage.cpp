// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Translations.h"
#include "core/visits/VisitBursts.h"
#include "tests/support/ManyVisits.h"
#include "tests/support/Results.h"
#include "tests/widgets/support/WindowTest.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QStringList people(int count, const QString &domain = u"example.jp"_s)
{
    QStringList addresses;
    for (int i = 0; i < count; ++i)
        addresses << u"person%1@%2"_s.arg(i).arg(domain);
    return addresses;
}

/// Registrations of today, evenly within an hour, past the web page.
void registerToday(TestSite &site, FacilityId facility, int hour, int count)
{
    for (int i = 0; i < count; ++i)
        site.run(u"INSERT INTO visit VALUES (20261124, %1, %2, randomblob(16), 'ja', x'00')"_s.arg(facility).arg(
            TestSite::officeTime + (hour - 10) * 3600 + i * 3600 / count));
}

/// What a chart's table says of a bar; empty where it has none of that name.
QString numberOf(const WindowTest &test, const char *chart, const QString &bar)
{
    const auto *frame = test.find<QFrame>(chart);
    const auto *table = frame ? frame->findChild<QTableWidget *>() : nullptr;
    for (int row = 0; table && row < table->rowCount(); ++row) {
        if (table->item(row, 0)->text() == bar)
            return table->item(row, 1)->text();
    }
    return {};
}

QStringList textsOf(const WindowTest &test, const char *name)
{
    QStringList texts;
    for (const QLabel *label : test.window->findChildren<QLabel *>(QString::fromLatin1(name))) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts;
}

/// The button of the warning that contains a text.
QAbstractButton *warningButton(const WindowTest &test, const QString &what)
{
    for (auto *button : test.window->findChildren<QAbstractButton *>(u"warningButton"_s)) {
        if (button->isVisible() && button->accessibleDescription().contains(what))
            return button;
    }
    return nullptr;
}

} // namespace

class tst_DashboardPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void figures_of_the_day_stand_with_their_source()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        site.visit(facility, people(7));
        registerToday(site, facility.id, 9, 3);
        site.run(u"INSERT INTO erasure_report (at, finished_at, until_day, visits, day_keys, recipients, milliseconds) "
                 "VALUES (%1, %1, 20260923, 1284, 1, 0, 2100)"_s.arg(TestSite::officeTime - 36'000 + 180));
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(test.textOf("dashboardTodayFigure"), u"3"_s);
        QVERIFY(test.textOf("dashboardTodaySource").contains(u"Yesterday: 0"_s));
        QCOMPARE(test.textOf("dashboardMailFigure"), u"7"_s);
        QVERIFY(test.textOf("dashboardMailSource").contains(u"21 Nov 2026 12:00"_s));
        QCOMPARE(test.textOf("dashboardApprovalsFigure"), u"0"_s);
        QCOMPARE(test.textOf("dashboardWebFigure"), u"Open"_s);
        QVERIFY(test.textOf("dashboardWebSource").endsWith(u"\nhttp://127.0.0.1:8080"_s));
        QCOMPARE(test.textOf("dashboardErasureFigure"), u"Today 00:03"_s);
        QVERIFY(test.textOf("dashboardErasureSource").contains(u"1,284"_s));
        QVERIFY(test.textOf("dashboardErasureSource").contains(u"2.1 s"_s));
        QVERIFY(test.textOf("dashboardAsOf").contains(u"24 Nov 2026 10:00"_s));
    }

    void charts_have_their_numbers_as_tables()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        site.visit(facility, people(7));
        registerToday(site, facility.id, 9, 3);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(numberOf(test, "dashboardDays", u"21 Nov 2026"_s), u"7"_s);
        QCOMPARE(numberOf(test, "dashboardDays", u"24 Nov 2026"_s), u"3"_s);
        QCOMPARE(numberOf(test, "dashboardDays", u"25 Sep 2026"_s), u"0"_s);
        QCOMPARE(numberOf(test, "dashboardDays", u"24 Sep 2026"_s), QString()); // is erased
        QCOMPARE(numberOf(test, "dashboardHours", u"9:00 to 10:00"_s), u"3"_s);
        QCOMPARE(numberOf(test, "dashboardQueue", u"Confirmations"_s), u"7"_s);
        QTRY_COMPARE(numberOf(test, "dashboardBusiest", u"札幌テスト食堂"_s), u"7"_s);

        const auto *chart = test.find<QFrame>("dashboardDays");
        auto *table = chart->findChild<QTableWidget *>();
        QVERIFY(!table->isVisible());
        QTest::mouseClick(chart->findChild<QAbstractButton *>(), Qt::LeftButton);
        QVERIFY(table->isVisible());
    }

    // REQUIREMENTS S6
    void no_facility_shows_a_number_that_could_tell_of_a_person()
    {
        TestSite site;
        site.visit(site.addFacility(u"静かな店"_s), people(4));
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(numberOf(test, "dashboardDays", u"21 Nov 2026"_s), u"4"_s);
        const auto *busiest = test.find<QFrame>("dashboardBusiest");
        const auto says = [busiest](const QString &text) {
            const QList<QLabel *> labels = busiest->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(text); });
        };
        QTRY_VERIFY(says(u"No facility had 5 people or more"_s));
        QVERIFY(!says(u"静かな店"_s));
    }

    void it_reads_itself_anew_and_redraws_only_what_changed()
    {
        TestSite site;
        site.addFacility(u"札幌テスト食堂"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(test.textOf("dashboardMailFigure"), u"0"_s);
        site.run(u"INSERT INTO outbox (message_id, kind, created_at, due_at, attempts, state, reply, sealed) "
                 "VALUES ('a', 'poster', %1, %1, 0, 'waiting', '', x'00')"_s.arg(TestSite::officeTime));
        QTRY_COMPARE(test.textOf("dashboardMailFigure"), u"1"_s);
        QTest::keyClick(test.window.get(), Qt::Key_F5);
        QTRY_COMPARE(numberOf(test, "dashboardQueue", u"Mails to operators"_s), u"1"_s);
    }

    void an_empty_office_says_what_comes_first()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_VERIFY(test.find<QFrame>("dashboardBeginning"));
        QVERIFY(test.find<QAbstractButton>("dashboardImport"));
        test.click("dashboardFirst");
        QTRY_VERIFY(test.find<QDialog>("facilityDialog"));
        test.find<QDialog>("facilityDialog")->reject();
        site.addFacility(u"札幌テスト食堂"_s);
        test.goTo("dashboardPage");
        QTRY_VERIFY(!test.find<QFrame>("dashboardBeginning"));
    }

    void who_may_not_register_is_told_who_does()
    {
        TestSite site;
        site.run(u"UPDATE account SET roles = 'audit'"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_VERIFY(test.textOf("dashboardBeginningText").contains(u"role \"facilities\""_s));
        QVERIFY(!test.find<QAbstractButton>("dashboardFirst"));
        QVERIFY(!test.find<QAbstractButton>("dashboardImport"));
    }

    void an_approval_that_waits_is_one_click_away()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        const auto session = site.logIn();
        const NoticeId id = must(site.office().noticeDesk.draft(
            *session, {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 21))}, u"standard"_s));
        site.run(u"UPDATE notice SET state = 'waiting', author = '佐藤' WHERE id = %1"_s.arg(id));
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(test.textOf("dashboardApprovalsFigure"), u"1"_s);
        test.click("dashboardApprovalsButton");
        QVERIFY(test.find<QWidget>("noticePage"));
    }

    void who_may_not_approve_sees_what_waits_for_others()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        const auto session = site.logIn();
        must(site.office().noticeDesk.draft(
            *session, {NoticeTarget::wholeDay(facility.id, QDate(2026, 11, 21))}, u"standard"_s));
        site.run(u"UPDATE notice SET state = 'waiting'"_s);
        site.run(u"UPDATE account SET roles = 'facilities'"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(test.textOf("dashboardApprovalsFigure"), u"1"_s);
        QVERIFY(test.textOf("dashboardApprovalsSource").contains(u"somebody else"_s));
    }

    void a_burst_is_told_and_leads_to_its_facility()
    {
        TestSite site;
        site.addFacility(u"ほかの店"_s);
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        for (int i = 0; i < 40; ++i) // within a minute
            site.run(u"INSERT INTO visit VALUES (20261124, %1, %2, randomblob(16), 'ja', x'00')"_s.arg(facility.id).arg(
                TestSite::officeTime - 3000 + i));
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_VERIFY(warningButton(test, u"札幌テスト食堂, 40"_s));
        QTest::mouseClick(warningButton(test, u"札幌テスト食堂"_s), Qt::LeftButton);
        QVERIFY(test.find<QWidget>("facilityPage"));
        QTRY_COMPARE(test.textOf("facilityName"), u"札幌テスト食堂"_s);
    }

    void held_letters_and_a_standing_queue_lead_to_the_queue()
    {
        TestSite site;
        site.visit(site.addFacility(u"店"_s), people(3));
        site.run(u"UPDATE outbox SET state = 'failed', reply = 'restored' WHERE id = 1"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_VERIFY(warningButton(test, u"held"_s));
        QVERIFY(warningButton(test, u"stands still"_s)); // since the 21st
        QTest::mouseClick(warningButton(test, u"held"_s), Qt::LeftButton);
        QVERIFY(test.find<QWidget>("mailPage"));
    }

    void a_certificate_that_runs_out_leads_to_its_setting()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn("dashboardPage");
        test.server.setCertificateEnd(TestSite::officeTime + 86400);
        QTRY_VERIFY(warningButton(test, u"certificate"_s));
        QTest::mouseClick(warningButton(test, u"certificate"_s), Qt::LeftButton);
        QVERIFY(test.find<QWidget>("settingsPage"));
        const auto *field = test.find<QWidget>("setting_web.tls_certificate");
        QVERIFY(field);
        QTRY_VERIFY(field == test.window->focusWidget() || field->isAncestorOf(test.window->focusWidget()));
    }

    void who_may_not_change_settings_is_not_led_there()
    {
        TestSite site;
        site.run(u"UPDATE account SET roles = 'notices'"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        test.server.setDiskProblem(u"Only 100 MB are free."_s);
        QTRY_VERIFY(textsOf(test, "warningWhat").contains(u"Only 100 MB are free."_s));
        QVERIFY(!warningButton(test, u"100 MB"_s));
    }

    void an_overdue_erasure_is_tried_at_a_click()
    {
        TestSite site;
        WindowTest test(site);
        test.logIn("dashboardPage");
        test.server.setErasureProblem(u"The disk is full."_s);
        QTRY_VERIFY(warningButton(test, u"The disk is full."_s));
        const QSignalSpy asked(test.window.get(), &MainWindow::erasureAsked);
        QTest::mouseClick(warningButton(test, u"The disk is full."_s), Qt::LeftButton);
        QCOMPARE(asked.size(), 1);
    }

    void a_warning_keeps_the_focus_while_it_is_read_anew()
    {
        TestSite site;
        site.visit(site.addFacility(u"店"_s), people(3));
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_VERIFY(warningButton(test, u"stands still"_s));
        QAbstractButton *button = warningButton(test, u"stands still"_s);
        button->setFocus();
        test.server.setDiskProblem(u"Only 100 MB are free."_s); // comes before it
        QTRY_COMPARE(textsOf(test, "warningWhat").size(), 2);
        QCOMPARE(test.window->focusWidget(), button);
        QVERIFY(button->accessibleDescription().contains(u"stands still"_s));
    }

    void the_server_and_the_disk_are_told()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        test.server.setStopped(u"Port 8080 is in use."_s);
        QCOMPARE(test.textOf("dashboardWebFigure"), u"Closed"_s);
        QVERIFY(textsOf(test, "warningWhat").join(u' ').contains(u"Port 8080 is in use."_s));
        test.server.setRunning(u"http://127.0.0.1:8080"_s);
        QCOMPARE(test.textOf("dashboardWebFigure"), u"Open"_s);
        QTRY_VERIFY(!textsOf(test, "warningWhat").join(u' ').contains(u"Port 8080 is in use."_s));
    }

    // What can be read is shown beside what cannot.
    void what_cannot_be_read_is_said_and_comes_back_by_itself()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        registerToday(site, facility.id, 9, 3);
        site.run(u"ALTER TABLE visit RENAME TO away"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        QCOMPARE(test.textOf("dashboardMailFigure"), u"0"_s);
        QCOMPARE(test.textOf("dashboardTodayFigure"), u"–"_s);
        site.run(u"ALTER TABLE away RENAME TO visit"_s);
        QTest::keyClick(test.window.get(), Qt::Key_F5);
        QTRY_COMPARE(test.textOf("dashboardTodayFigure"), u"3"_s);
        test.window->lock();
    }

    void a_database_that_is_gone_is_said_in_a_sentence()
    {
        TestSite site;
        site.addFacility(u"店"_s);
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(test.textOf("dashboardMailFigure"), u"0"_s);
        site.run(u"ALTER TABLE outbox RENAME TO away"_s);
        QTRY_VERIFY(!test.textOf("messageBarText").isEmpty());
        site.run(u"ALTER TABLE away RENAME TO outbox"_s);
        QTRY_VERIFY(!test.find<QLabel>("messageBarText")); // by itself
    }

    void locking_wipes_it()
    {
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        site.visit(facility, people(7));
        WindowTest test(site);
        test.logIn("dashboardPage");
        QTRY_COMPARE(numberOf(test, "dashboardBusiest", u"札幌テスト食堂"_s), u"7"_s);
        const auto *table = test.find<QFrame>("dashboardBusiest")->findChild<QTableWidget *>();
        const auto *mail = test.find<QLabel>("dashboardMailFigure");
        test.window->lock();
        QCOMPARE(table->rowCount(), 0);
        QCOMPARE(mail->text(), u"–"_s);
        QTRY_VERIFY(test.find<QDialog>("logInDialog"));
        QCOMPARE(mail->text(), u"–"_s);
    }

    void it_speaks_two_languages_and_fits_the_smallest_screen_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("title");
        QTest::newRow("English") << QLocale(QLocale::English) << u"Dashboard"_s;
        QTest::newRow("Japanese") << QLocale(QLocale::Japanese) << u"概況"_s;
    }

    void it_speaks_two_languages_and_fits_the_smallest_screen()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, title);
        QLocale::setDefault(locale);
        installTranslations(*qApp);
        TestSite site;
        const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
        addManyVisits(site.office().database, 5000, int(facility.id), QDate(2026, 11, 24));
        {
            WindowTest test(site);
            test.window->resize(1024, 700);
            test.logIn("dashboardPage");
            QCOMPARE(test.find<QListWidget>("sideBar")->item(0)->text(), title);
            QTRY_VERIFY(!numberOf(test, "dashboardBusiest", u"札幌テスト食堂"_s).isEmpty());
            QCOMPARE(test.find<QScrollArea>("dashboardScroll")->horizontalScrollBar()->maximum(), 0);
            QCOMPARE(test.window->size(), QSize(1024, 700));
            const QList<QLabel *> labels = test.find<QWidget>("dashboardPage")->findChildren<QLabel *>();
            for (const QLabel *label : labels) {
                if (label->isVisible() && !label->wordWrap() && !label->text().isEmpty())
                    QVERIFY2(label->width() >= label->sizeHint().width(), qPrintable(label->text()));
            }
        }
        const QList<QTranslator *> installed = qApp->findChildren<QTranslator *>();
        qDeleteAll(installed);
        QLocale::setDefault(QLocale::c());
    }
};

QTEST_MAIN(tst_DashboardPage)
#include "tst_DashboardPage.moc"
