// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ManyFacilities.h"
#include "tests/support/ManyVisits.h"
#include "tests/widgets/support/EventWatch.h"
#include "tests/widgets/support/FacilityRows.h"
#include "tests/widgets/support/Patience.h"
#include "tests/widgets/support/StatementWatch.h"
#include "tests/widgets/support/WindowTour.h"
#include "widgets/common/Texts.h"
#include "widgets/notices/NoticeModel.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace shirase;

/// The window of a whole prefecture: 100,000 facilities, two months of visits, a mail queue that is full, and years of notices
/// and of the record. Every page and dialog comes up filled and shows what there is, and the window's own thread never waits
/// for a statement that goes through all of it (REQUIREMENTS S1, S8, W2).
class tst_LargeOffice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void a_long_statement_would_be_seen();
    void every_place_comes_up_filled_and_the_window_goes_on_data();
    void every_place_comes_up_filled_and_the_window_goes_on();
    void the_list_of_all_is_at_hand();
    void one_of_all_is_found_from_anywhere();
    void the_posters_of_all_are_one_job_that_can_be_cancelled();
    void the_list_of_all_is_saved_and_that_can_be_cancelled();
    void the_record_is_narrowed_down_to_an_account();
    void the_whole_record_is_saved();

private:
    /// A number of the database, asked over a connection of its own.
    [[nodiscard]] int number(const QString &sql) const;
    void checkFigures(const TourStop &stop) const;
    void checkRows(const char *view, int rows) const;
    /// Presses a button that begins a long job, and cancels it once its bar has moved.
    void pressAndCancel(const char *button) const;

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<Office> m_elsewhere;
    std::unique_ptr<WindowTest> m_test;
};

namespace {

constexpr int facilities = 100'000;
constexpr int visits = 50'000;
constexpr int mails = 100'000;
constexpr int entries = 20'000;
constexpr int notices = 2'000;
constexpr qint64 hour = 3600; // seconds
/// Only something that hangs takes as long, also on a busy machine.
constexpr std::chrono::seconds hangs(10);

const QString allFacilities = u"SELECT count(*) FROM facility"_s;
const QString facilitiesInUse = u"SELECT count(*) FROM facility WHERE state <> 'retired'"_s;
const QString allEntries = u"SELECT count(*) FROM audit"_s;
const QString waiting = u"SELECT count(*) FROM outbox WHERE state = 'waiting'"_s;
const QString failed = u"SELECT count(*) FROM outbox WHERE state = 'failed' AND sealed IS NULL"_s;
const QString held = u"SELECT count(*) FROM outbox WHERE state = 'failed' AND sealed IS NOT NULL"_s;

/// Most of them wait; some have failed, and some are held since the database was restored.
void fillQueue(TestSite &site)
{
    site.run(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
             "INSERT INTO outbox (message_id, kind, created_at, due_at, attempts, state, reply, sealed) "
             "SELECT 'm' || i, CASE WHEN i % 9 = 0 THEN 'poster' ELSE 'confirmation' END, %2 - i, %2, 0, "
             "CASE WHEN i % 50 < 2 THEN 'failed' ELSE 'waiting' END, "
             "CASE i % 50 WHEN 0 THEN '550 5.1.1' WHEN 1 THEN 'restored' ELSE '' END, "
             "CASE WHEN i % 50 = 0 THEN NULL ELSE x'00' END FROM n"_s.arg(QString::number(mails),
                                                                       QString::number(TestSite::officeTime)));
}

/// Decided long ago, each about another facility.
void addNotices(TestSite &site)
{
    const Result<NoticeId> first = site.office().noticeDesk.draft(
        *site.logIn(), {NoticeTarget::wholeDay(1, QDate(2026, 11, 21))}, u"standard"_s);
    QVERIFY(first);
    site.run(u"UPDATE notice SET state = 'withheld', reason = 'known'"_s);
    site.run(u"WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
             "INSERT INTO notice (state, text_key, texts, text_hash, reason, author, approver, created_at) "
             "SELECT state, text_key, texts, text_hash, reason, author, approver, created_at + i FROM notice, n WHERE id = 1"_s
                 .arg(notices));
    site.run(u"INSERT INTO notice_target (notice_id, facility_id, from_at, until_at) "
             "SELECT notice.id, notice.id, from_at, until_at FROM notice, notice_target WHERE notice_id = 1 AND notice.id > 1"_s);
}

} // namespace

void tst_LargeOffice::initTestCase()
{
    m_site = std::make_unique<TestSite>();
    fillForTour(*m_site);
    Database &database = m_site->office().database;
    const int others = facilities - int(m_site->number(allFacilities));
    addManyFacilities(database, others, TestSite::officeTime - others * hour);
    addManyVisits(database, visits, facilities, QDate(2026, 11, 24));
    fillQueue(*m_site);
    addNotices(*m_site);
    m_site->addEntries(entries);
    m_elsewhere = std::move(*m_site->openOffice());
    m_test = std::make_unique<WindowTest>(*m_site);
    QGuiApplication::setQuitOnLastWindowClosed(false);
    m_test->logIn("mailPage");
}

void tst_LargeOffice::cleanupTestCase()
{
    m_test->window->endNow();
    m_test.reset();
}

// Somebody else comes to the window: nothing of what was done before is left in it.
void tst_LargeOffice::init()
{
    if (!m_test->window->isLocked())
        m_test->goTo("mailPage"); // it comes up again with the log-in, and reads least
    m_test->window->lock();
    m_test->window->show(); // who leaves the log-in closes the window
    m_test->typeLogIn(TestSite::password);
    QTRY_VERIFY_WITH_TIMEOUT(!m_test->window->isLocked(), patience);
    m_test->goTo("mailPage");
}

int tst_LargeOffice::number(const QString &sql) const
{
    return int(TestDatabase::number(m_elsewhere->database, sql));
}

void tst_LargeOffice::a_long_statement_would_be_seen()
{
    StatementWatch statements(m_site->office().database);
    m_site->number(u"SELECT count(*) FROM facility WHERE id = 1"_s);
    QCOMPARE(statements.longOnes(), QStringList());
    m_site->number(waiting);
    QCOMPARE(statements.longOnes().size(), 1);
    QCOMPARE(statements.count(), 2);
}

void tst_LargeOffice::every_place_comes_up_filled_and_the_window_goes_on_data()
{
    QTest::addColumn<TourStop>("stop");
    for (const TourStop &stop : windowTour())
        QTest::newRow(qPrintable(stop.name)) << stop;
}

void tst_LargeOffice::every_place_comes_up_filled_and_the_window_goes_on()
{
    QFETCH(TourStop, stop);
    const StatementWatch statements(m_site->office().database);
    const EventWatch events;
    visitStop(*m_test, stop, [&](WindowTest &, QWidget &) { checkFigures(stop); });
    QVERIFY2(statements.longOnes().isEmpty(), qPrintable(statements.longOnes().join(u'\n')));
    QVERIFY2(events.longestPause() < hangs, qPrintable(QString::number(events.longestPause().count())));
}

// Wherever a figure is seen, it is the true one: the mail queue's in three places.
void tst_LargeOffice::checkFigures(const TourStop &stop) const
{
    const auto shows = [&](const char *label, const QString &sql) {
        return !m_test->find<QLabel>(label) || m_test->textOf(label).contains(Texts::number(number(sql)));
    };
    for (const auto &[label, sql] : {std::pair("mailWaiting", waiting), {"mailFailed", failed}, {"mailHeld", held},
                                     {"dashboardMailFigure", waiting}, {"auditCount", allEntries}})
        QTRY_VERIFY2_WITH_TIMEOUT(shows(label, sql), label, patience);
    if (const auto *state = m_test->find<QAbstractButton>("mailState")) {
        for (const QString &sql : {waiting, failed, held})
            QTRY_VERIFY_WITH_TIMEOUT(number(sql) == 0 || state->text().contains(Texts::number(number(sql))), patience);
    }
    if (stop.name == u"facilityPage") {
        QTRY_VERIFY_WITH_TIMEOUT(shows("facilityCount", allFacilities), patience);
        checkRows("facilityTable", number(allFacilities));
    } else if (stop.name == u"posterPage" || stop.name == u"notice-target") {
        checkRows("facilityPickerList", number(allFacilities));
    } else if (stop.name == u"noticePage") {
        checkRows("noticeTable", NoticeModel::atMost);
    } else if (stop.name == u"auditPage") {
        QTRY_VERIFY_WITH_TIMEOUT(!m_test->find<QProgressBar>("auditProgress"), 60'000);
        QVERIFY(m_test->textOf("auditState").startsWith(u"Unbroken: "_s + Texts::number(number(allEntries))));
    }
}

void tst_LargeOffice::checkRows(const char *view, int rows) const
{
    const auto *shown = m_test->find<QAbstractItemView>(view);
    QVERIFY2(shown, view);
    QTRY_COMPARE_WITH_TIMEOUT(shown->model()->rowCount(), rows, patience);
    QTRY_VERIFY(shown->model()->index(0, 0).data().toString() != u"…"_s);
}

void tst_LargeOffice::the_list_of_all_is_at_hand()
{
    const StatementWatch statements(m_site->office().database);
    m_test->goTo("facilityPage");
    const int all = number(allFacilities);
    checkRows("facilityTable", all);
    QTableView *table = tableOf(*m_test);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(m_test->textOf("facilityHint").contains(QString::number(all)));
    table->scrollToBottom();
    const QModelIndex last = table->model()->index(all - 1, 0);
    QTRY_VERIFY(last.data().toString() != u"…"_s);
    table->selectionModel()->select(last, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTRY_COMPARE(m_test->textOf("facilityName"), last.data().toString());
    m_test->type("facilitySearch", u"no77777"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rowsIn(*m_test), 1, patience);
    m_test->find<QLineEdit>("facilitySearch")->clear();
    QTRY_COMPARE_WITH_TIMEOUT(rowsIn(*m_test), all, patience);
    QCOMPARE(statements.longOnes(), QStringList());
}

void tst_LargeOffice::one_of_all_is_found_from_anywhere()
{
    const StatementWatch statements(m_site->office().database);
    m_test->key(QKeyCombination(Qt::CTRL, Qt::Key_K));
    m_test->enter("quickSearch", u"no77777"_s);
    const auto first = [&] {
        const auto *list = m_test->find<QAbstractItemView>("quickSearchList");
        return list ? list->model()->index(0, 0).data().toString() : QString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(first().contains(u"no 77777"_s), patience);
    m_test->key(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_test->textOf("facilityName").contains(u"no 77777"_s), patience);
    QCOMPARE(statements.longOnes(), QStringList());
}

void tst_LargeOffice::pressAndCancel(const char *button) const
{
    int seen = 0;
    QTimer cancel;
    connect(&cancel, &QTimer::timeout, this, [&] {
        const auto *bar = m_test->find<QProgressBar>("jobBar");
        if (!bar || bar->value() <= 0 || seen > 0)
            return;
        seen = bar->value();
        m_test->click("jobCancel");
    });
    cancel.start(5);
    m_test->press(button);
    QVERIFY2(seen > 0, button);
    QVERIFY(!m_test->find<QDialog>("jobDialog"));
}

void tst_LargeOffice::the_posters_of_all_are_one_job_that_can_be_cancelled()
{
    const StatementWatch statements(m_site->office().database);
    const EventWatch events;
    m_test->goTo("posterPage");
    checkRows("facilityPickerList", number(allFacilities));
    m_test->tabTo("facilityPickerList");
    m_test->key(QKeyCombination(Qt::CTRL, Qt::Key_A));
    const QString inUse = Texts::number(number(facilitiesInUse));
    QTRY_VERIFY_WITH_TIMEOUT(m_test->textOf("posterSummary").startsWith(inUse), patience);
    QVERIFY(!m_test->find<QAbstractButton>("posterPreview")->isEnabled()); // leafing through shows them
    m_test->dialogs.saveName = m_site->path(u"posters.pdf"_s);
    pressAndCancel("posterSave");
    QVERIFY2(m_test->textOf("messageBarText").contains(u"cancelled"_s), qPrintable(m_test->textOf("messageBarText")));
    QVERIFY(!QFile::exists(*m_test->dialogs.saveName));
    QVERIFY(m_test->textOf("posterSummary").startsWith(inUse)); // still chosen
    QCOMPARE(statements.longOnes(), QStringList());
    QVERIFY2(events.longestPause() < hangs, qPrintable(QString::number(events.longestPause().count())));
}

void tst_LargeOffice::the_list_of_all_is_saved_and_that_can_be_cancelled()
{
    const EventWatch events;
    m_test->goTo("facilityPage");
    checkRows("facilityTable", number(allFacilities));
    m_test->dialogs.saveName = m_site->path(u"facilities.csv"_s);
    pressAndCancel("facilityExport");
    QVERIFY(!QFile::exists(*m_test->dialogs.saveName));
    m_test->press("facilityExport");
    QFile file(*m_test->dialogs.saveName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), number(allFacilities) + 1);
    QVERIFY2(events.longestPause() < hangs, qPrintable(QString::number(events.longestPause().count())));
}

void tst_LargeOffice::the_record_is_narrowed_down_to_an_account()
{
    const StatementWatch statements(m_site->office().database);
    m_test->goTo("auditPage");
    auto *account = m_test->find<QComboBox>("auditAccountFilter");
    account->setCurrentIndex(account->findText(TestSite::userName));
    const int his = number(allEntries + u" WHERE account = '%1'"_s.arg(TestSite::userName));
    QTRY_VERIFY_WITH_TIMEOUT(m_test->textOf("auditCount").startsWith(Texts::number(his)), patience);
    QCOMPARE(statements.longOnes(), QStringList());
}

void tst_LargeOffice::the_whole_record_is_saved()
{
    m_test->goTo("auditPage");
    m_test->dialogs.saveName = m_site->path(u"record.csv"_s);
    const int all = number(allEntries);
    m_test->press("auditSave");
    QTRY_VERIFY_WITH_TIMEOUT(m_test->textOf("messageBarText").contains(Texts::number(all)), 60'000);
    QFile file(*m_test->dialogs.saveName);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), all + 1);
}

QTEST_MAIN(tst_LargeOffice)
#include "tst_LargeOffice.moc"
