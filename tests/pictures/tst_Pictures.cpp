// SPDX-License-Identifier: GPL-3.0-or-later

// Takes the pictures of the help from the real window. packaging/help-pictures runs it in both languages; as a test
// it keeps the scenes working, and leaves no pictures.
//     SHIRASE_PICTURES           the folder for them; a temporary one where it is not set
//     SHIRASE_PICTURES_PALETTE   "dark" for a dark one
//     SHIRASE_PICTURES_SIZE      of the window, "1024x700"

#include "app/Translations.h"
#include "core/foundation/JapaneseTime.h"
#include "core/facilities/FacilityCsv.h"
#include "core/facilities/FacilityImport.h"
#include "tests/app/desktop/FirstDay.h"
#include "tests/support/ManyVisits.h"
#include "tests/support/Results.h"
#include "tests/widgets/support/WindowTest.h"
#include "widgets/common/ReadableStyle.h"

#include <QAbstractButton>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QDate visitDay(2026, 11, 21);
const QDate today(2026, 11, 24);

QSize windowSize()
{
    const QList<QByteArray> sides = qgetenv("SHIRASE_PICTURES_SIZE").split('x');
    return sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize(1180, 780);
}

QPalette darkPalette()
{
    QPalette dark(QColor(45, 47, 51), QColor(35, 36, 39));
    dark.setColor(QPalette::Base, QColor(27, 28, 31));
    dark.setColor(QPalette::AlternateBase, QColor(35, 36, 39));
    dark.setColor(QPalette::ToolTipBase, QColor(60, 56, 40));
    dark.setColor(QPalette::ToolTipText, QColor(240, 240, 240));
    dark.setColor(QPalette::Highlight, QColor(61, 132, 198));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    return dark;
}

/// An office in the middle of its work: the sample facilities, two months of visits, people who registered at one of
/// them, notices in several states.
struct SampleSite : TestSite
{
    SampleSite()
    {
        importFacilities();
        Office &o = office();
        addManyVisits(o.database, 60'000, facilities, today.addDays(-1));
        addManyVisits(o.database, 420, facilities, today, 1);
        // None of them after ten o'clock, when the pictures are taken.
        run(u"DELETE FROM visit WHERE day = 20261124 AND scanned_at > %1"_s.arg(officeTime));
        const Facility place = must(o.facilities.find(1));
        QStringList people;
        for (int i = 0; i < 38; ++i)
            people << u"visitor%1@example.jp"_s.arg(i);
        run(u"DELETE FROM visit WHERE day = 20261121 AND facility_id = 1"_s);
        visit(place, people);
        run(u"DELETE FROM outbox WHERE id > 4"_s);
        run(u"UPDATE outbox SET created_at = %1, due_at = %2"_s.arg(officeTime - 90).arg(officeTime + 60));
        run(u"INSERT INTO erasure_report (at, finished_at, until_day, visits, day_keys, recipients, milliseconds) "
            "VALUES (%1, %1, 20260923, 1034, 1, 12, 2140)"_s.arg(japan::startOf(today) + 180));
        const auto approver = must(o.staff.logIn(userName, SecretBytes(QByteArrayView(password.toUtf8()))));
        must(o.staff.add(*approver, u"佐藤"_s, Role::Approval | Role::Notices, SecretBytes("another-password")));
    }

    void importFacilities()
    {
        QFile file(QStringLiteral(SHIRASE_SOURCES "/packaging/sample/facilities.csv"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s", qPrintable(file.errorString()));
        Office &o = office();
        const QList<CsvRow> rows = must(facilityCsv::read(file.readAll()));
        FacilityStore store(o.database, o.clock);
        facilities = must(FacilityImport(o.database, store, registration()).run(rows, false)).added;
    }

    NoticeId draft(FacilityId place, QDate day)
    {
        return must(office().noticeDesk.draft(*logIn(), {NoticeTarget::wholeDay(place, day)}, u"standard"_s));
    }

    int facilities = 0;
};

} // namespace

class tst_Pictures : public QObject
{
    Q_OBJECT

private:
    /// The window over the sample site, logged in, on a page.
    struct Scene
    {
        explicit Scene(SampleSite &site, const char *page)
            : test(site)
        {
            test.window->resize(windowSize());
            test.logIn(page);
        }
        WindowTest test;
    };

    std::unique_ptr<SampleSite> m_site;
    QTemporaryDir m_temporary;
    QString m_folder;

    /// Takes a picture once everything that was asked for has come.
    void take(const QString &name, QWidget *widget) const
    {
        QVERIFY(widget);
        QTest::qWait(400); // nothing to wait for: what is read comes into the picture, and no caret is caught half-way
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // what has come last has its room
        QVERIFY(widget->grab().save(m_folder + u'/' + name + u".png"_s));
    }

private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp);
        m_folder = qEnvironmentVariable("SHIRASE_PICTURES", m_temporary.path());
        QVERIFY(QDir().mkpath(m_folder));
        QApplication::setStyle(new ReadableStyle(u"fusion"_s));
        QApplication::setCursorFlashTime(0);
        if (qgetenv("SHIRASE_PICTURES_PALETTE") == "dark")
            QApplication::setPalette(darkPalette());
        m_site = std::make_unique<SampleSite>(); // for all scenes: it takes a second
    }

    void the_log_in()
    {
        WindowTest test(*m_site);
        test.window->resize(windowSize());
        test.window->show();
        QTRY_VERIFY(test.find<QDialog>("logInDialog"));
        test.type("logInName", TestSite::userName);
        take(u"log-in"_s, test.find<QDialog>("logInDialog"));
    }

    void the_dashboard()
    {
        Scene scene(*m_site, "dashboardPage");
        QTRY_VERIFY(scene.test.textOf("dashboardTodayFigure").size() > 1);
        QTest::qWait(600);
        take(u"dashboard"_s, scene.test.window.get());
    }

    void the_facilities()
    {
        Scene scene(*m_site, "facilityPage");
        auto *table = scene.test.find<QTableView>("facilityTable");
        QTRY_VERIFY(table->model()->rowCount() > 3);
        table->selectRow(2);
        QTRY_VERIFY(scene.test.find<QWidget>("visitChart"));
        take(u"facilities"_s, scene.test.window.get());
    }

    void the_posters()
    {
        Scene scene(*m_site, "posterPage");
        scene.test.type("facilityPickerSearch", must(m_site->office().facilities.find(1)).details.name);
        QTRY_VERIFY(scene.test.find<QWidget>("posterView"));
        take(u"posters"_s, scene.test.window.get());
    }

    void the_notices()
    {
        m_site->draft(1, visitDay);
        Scene scene(*m_site, "noticePage");
        auto *table = scene.test.find<QTableView>("noticeTable");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        table->selectRow(0);
        QTRY_VERIFY(scene.test.find<QPushButton>("submit") || scene.test.find<QPushButton>("approve"));
        take(u"notices"_s, scene.test.window.get());
    }

    void the_other_pages_data()
    {
        QTest::addColumn<QString>("page");
        for (const char *page : {"mail", "staff", "audit", "settings"})
            QTest::newRow(page) << QString::fromLatin1(page);
    }
    void the_other_pages()
    {
        QFETCH(QString, page);
        const Scene scene(*m_site, (page + u"Page"_s).toLatin1().constData());
        take(page, scene.test.window.get());
    }

    void the_first_start()
    {
        FirstDay day;
        day.goTo("setUpOrganisation");
        take(u"setup"_s, &day.wizard);
    }

    // Leaves the office in trouble: no other scene of it comes after.
    void warnings_of_the_dashboard()
    {
        m_site->run(u"UPDATE outbox SET state = 'failed', reply = 'restored' WHERE id = 1"_s);
        for (int i = 0; i < 60; ++i)
            m_site->run(u"INSERT INTO visit VALUES (20261124, 3, %1, randomblob(16), 'ja', x'00')"_s.arg(
                TestSite::officeTime - 3000 + i));
        Scene scene(*m_site, "dashboardPage");
        QTRY_VERIFY(scene.test.find<QAbstractButton>("warningButton"));
        QTest::qWait(600);
        take(u"dashboard-warnings"_s, scene.test.find<QFrame>("warningList"));
        take(u"dashboard-with-warnings"_s, scene.test.window.get());
    }

    void the_dashboard_of_an_empty_office()
    {
        TestSite empty;
        WindowTest test(empty);
        test.window->resize(windowSize());
        test.logIn("dashboardPage");
        QTRY_VERIFY(test.find<QFrame>("dashboardBeginning"));
        take(u"dashboard-empty"_s, test.window.get());
    }
};

QTEST_MAIN(tst_Pictures)
#include "tst_Pictures.moc"
