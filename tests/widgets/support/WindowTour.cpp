// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/support/WindowTour.h"

#include "tests/widgets/support/NoticeWork.h"
#include "tests/widgets/support/Patience.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/NativeDialogs.h"
#include "widgets/facilities/FacilityModel.h"
#include "widgets/settings/SettingTexts.h"
#include "widgets/shell/AboutBox.h"
#include "widgets/shell/OpenWindows.h"
#include "widgets/shell/Workspace.h"

#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

void trigger(WindowTest &test, const char *action)
{
    test.window->findChild<QAction *>(QString::fromLatin1(action))->trigger();
}

void selectFirst(WindowTest &test, const char *table)
{
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QTableView>(table)->model()->rowCount() > 0, patience);
    test.find<QTableView>(table)->selectRow(0);
}

const QString eventName = u"雪あかりの夕べ"_s;

void openFacility(WindowTest &test, const QString &name = u"札幌テスト食堂"_s)
{
    test.goTo("facilityPage");
    test.type("facilitySearch", name);
    QTRY_COMPARE_WITH_TIMEOUT(test.find<QTableView>("facilityTable")->model()->rowCount(), 1, patience);
    selectFirst(test, "facilityTable");
    QTRY_COMPARE_WITH_TIMEOUT(test.textOf("facilityName"), name, patience);
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("facilityEdit"), patience);
}

void chooseTarget(WindowTest &test)
{
    test.goTo("noticePage");
    beginNotice(test, u"札幌テスト食堂"_s);
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("textUse"), patience);
}

void draft(WindowTest &test)
{
    chooseTarget(test);
    test.click("textUse");
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("withhold"), patience);
}

const QByteArray goodRow = "store,二号店,佐藤 花子,sato@example.jp,011-204-5020,060-8588,札幌市中央区\r\n";
const QByteArray badRows = "store,三号店,佐藤 花子,sato.example.jp,011-204-5020,060-8588,札幌市中央区\r\n"
                           "shop,四号店,佐藤 花子,sato@example.jp,011-204-5020,0608,札幌市中央区\r\n"
                           "store,,佐藤 花子,sato@example.jp,011-204-5020,060-8588,\r\n";

void openImport(WindowTest &test, const QByteArray &rows)
{
    QFile file(test.site.path(u"list.csv"_s));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("The file cannot be written.");
    file.write("kind,name,contact_name,contact_email,phone,postal_code,address\r\n" + rows);
    file.close();
    test.dialogs.openName = file.fileName();
    trigger(test, "actionImport");
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("importChoose"), patience);
    test.click("importChoose");
}

/// A notice that has been sent to some, and refused for others.
void openSending(WindowTest &test)
{
    draft(test);
    const QString now = QString::number(TestSite::officeTime);
    test.site.run(u"UPDATE notice SET state = 'sending', approver = '鈴木', approved_at = %1, send_at = %1, started_at = %1 "
                  "WHERE id = (SELECT max(id) FROM notice)"_s.arg(now));
    // In one statement: each would wait for the disk, and tst_LargeOffice looks for how long this thread stands still.
    test.site.run(u"WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 39) "
                  "INSERT INTO notice_recipient (notice_id, message_id, state, due_at, attempts, reply, finished_at) "
                  "SELECT (SELECT max(id) FROM notice), 'message-' || i, "
                  "CASE WHEN i < 24 THEN 'sent' WHEN i < 29 THEN 'failed' ELSE 'waiting' END, %1, 1, "
                  "CASE WHEN i IN (24, 25, 26) THEN '550 5.1.1' WHEN i IN (27, 28) THEN '552 5.2.2' ELSE '' END, %1 "
                  "FROM n"_s.arg(now));
    test.window->lock();
    test.typeLogIn(TestSite::password);
    QTRY_VERIFY_WITH_TIMEOUT(!test.window->isLocked(), patience);
    test.goTo("noticePage");
    selectFirst(test, "noticeTable");
    QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("sendingPause"), patience);
}

void importFurther(WindowTest &test, const QByteArray &rows, int steps)
{
    openImport(test, rows);
    for (int i = 0; i < steps; ++i) {
        QTRY_VERIFY_WITH_TIMEOUT(test.find<QPushButton>("importNext")->isEnabled(), patience);
        test.click("importNext");
    }
}

void checkImport(WindowTest &test, const QByteArray &rows)
{
    importFurther(test, rows, 2);
    QTRY_VERIFY_WITH_TIMEOUT(!test.textOf("importSum").isEmpty(), patience);
}

void filterFacilities(WindowTest &test)
{
    test.goTo("facilityPage");
    auto *period = test.find<QComboBox>("facilityPeriodFilter");
    period->setCurrentIndex(period->count() - 1); // between two days
    test.find<QComboBox>("facilityKindFilter")->setCurrentIndex(1);
    test.find<QComboBox>("facilityAreaFilter")->setEditText(u"札幌"_s);
    const auto *model = qobject_cast<FacilityModel *>(test.find<QTableView>("facilityTable")->model());
    QTRY_VERIFY_WITH_TIMEOUT(model->query().kind == FacilityKind::Store && model->query().area == u"札幌" && !model->isLoading(),
                             patience);
    QVERIFY(test.find<QPushButton>("facilityShowAll"));
}

void openSettings(WindowTest &test, int group)
{
    test.goTo("settingsPage");
    test.find<QListWidget>("settingGroups")->setCurrentRow(group);
}

QList<TourStop> settingGroups()
{
    QList<TourStop> stops;
    for (int group = 0; group < SettingTexts::groups().size(); ++group)
        stops.append({u"settings-%1"_s.arg(group + 1), [group](WindowTest &test) { openSettings(test, group); }});
    return stops;
}

/// What is read in the background has come: the rows that are seen, the figures.
void settle(const WindowTest &test)
{
    for (const FacilityModel *model : test.window->findChildren<FacilityModel *>())
        QTRY_VERIFY_WITH_TIMEOUT(!model->isLoading(), patience);
    for (const QAbstractItemView *view : test.window->findChildren<QAbstractItemView *>()) {
        if (view->isVisible() && view->model() && view->model()->rowCount() > 0)
            QTRY_VERIFY_WITH_TIMEOUT(view->model()->index(0, 0).data().toString() != u"…", patience);
    }
    if (test.find<QLabel>("dashboardTodayFigure"))
        QTRY_VERIFY_WITH_TIMEOUT(test.textOf("dashboardTodayFigure") != u"–" && test.textOf("dashboardErasureSource").size() > 1,
                                 patience);
    // A layout tells the one around it of a change only at the next turn, and what scrolls follows afterwards.
    constexpr int deepest = 12;
    for (int i = 0; i < deepest; ++i)
        QCoreApplication::processEvents();
}

void openAccount(WindowTest &test, const char *button)
{
    test.goTo("staffPage");
    test.find<QTableView>("staffTable")->selectRow(0);
    test.click(button);
}

Question question(const QString &text)
{
    return {.title = u"しらせ"_s, .text = text, .explanation = u"An explanation."_s, .action = u"&Go on"_s};
}

QString classOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()).section(u"::"_s, -1);
}

/// Whether the part in front, or what is seen in it, is of that class.
bool isSeen(const QWidget &front, const QString &name)
{
    const QByteArray full = "shirase::" + name.toLatin1();
    const QList<QWidget *> parts = front.findChildren<QWidget *>();
    return front.inherits(full.constData()) || std::ranges::any_of(parts, [&](const QWidget *part) {
               return part->isVisible() && part->inherits(full.constData());
           });
}

QList<TourStop> pages()
{
    TestSite site;
    const WindowTest test(site);
    QList<TourStop> stops;
    for (const Page *page : test.window->findChild<Workspace *>()->pages()) {
        const QString name = page->objectName();
        stops.append({name, [name](WindowTest &shown) { shown.goTo(name.toLatin1().constData()); }, {classOf(*page)}});
    }
    return stops;
}

} // namespace

QList<TourStop> windowTour()
{
    return pages() + settingGroups() + QList<TourStop>{
        {u"facility"_s, [](WindowTest &test) { openFacility(test); }},
        {u"facility-new"_s, [](WindowTest &test) { trigger(test, "actionNewFacility"); }, {u"FacilityDialog"_s}},
        {u"facility-edit"_s,
         [](WindowTest &test) {
             openFacility(test);
             test.click("facilityEdit");
         }},
        {u"facility-event"_s, [](WindowTest &test) { openFacility(test, eventName); }},
        {u"facility-event-edit"_s,
         [](WindowTest &test) {
             openFacility(test, eventName);
             test.click("facilityEdit");
         }},
        {u"facility-filters"_s, filterFacilities},
        {u"facility-import"_s, [](WindowTest &test) { openImport(test, goodRow); }, {u"FacilityImportDialog"_s}},
        {u"facility-import-columns"_s, [](WindowTest &test) { importFurther(test, goodRow, 1); }},
        {u"facility-import-check"_s, [](WindowTest &test) { checkImport(test, goodRow); }},
        {u"facility-import-faults"_s, [](WindowTest &test) { checkImport(test, goodRow + badRows); }},
        {u"mail-held"_s,
         [](WindowTest &test) {
             test.site.runElsewhere(u"UPDATE outbox SET state = 'failed', reply = 'restored' WHERE state = 'waiting'"_s);
             test.goTo("mailPage");
             QTRY_VERIFY_WITH_TIMEOUT(test.find<QWidget>("heldBox"), patience);
         }},
        {u"notice-target"_s,
         [](WindowTest &test) {
             test.goTo("noticePage");
             test.click("noticeNew");
         }},
        {u"notice-text"_s, chooseTarget},
        {u"notice-approval"_s, draft},
        {u"notice-wording"_s,
         [](WindowTest &test) {
             draft(test);
             test.click("textChange");
             QTRY_VERIFY_WITH_TIMEOUT(test.find<QDialog>("wordingDialog"), patience);
         },
         {u"WordingDialog"_s}},
        {u"notice-sending"_s, openSending},
        {u"notice-texts"_s, [](WindowTest &test) { trigger(test, "actionNoticeTexts"); }, {u"TemplatesDialog"_s}},
        {u"notice-thresholds"_s,
         [](WindowTest &test) {
             test.goTo("noticePage");
             test.click("noticeThresholds");
         },
         {u"ThresholdDialog"_s}},
        {u"account-new"_s,
         [](WindowTest &test) {
             test.goTo("staffPage");
             test.click("staffNew");
         },
         {u"AccountDialog"_s}},
        {u"account-roles"_s, [](WindowTest &test) { openAccount(test, "accountRoles"); }, {u"RolesDialog"_s}},
        {u"account-password"_s, [](WindowTest &test) { openAccount(test, "accountPassword"); }, {u"PasswordDialog"_s}},
        {u"own-password"_s, [](WindowTest &test) { trigger(test, "actionChangePassword"); }},
        {u"recovery-code"_s,
         [](WindowTest &test) {
             test.goTo("staffPage");
             test.click("staffSheet");
             QTRY_VERIFY_WITH_TIMEOUT(test.find<QDialog>("recoveryCodeDialog"), patience);
         },
         {u"RecoveryCodeDialog"_s}},
        {u"erase-person"_s, [](WindowTest &test) { trigger(test, "actionErasePerson"); }, {u"ErasePersonDialog"_s}},
        {u"back-up"_s, [](WindowTest &test) { trigger(test, "actionBackUp"); }, {u"BackupDialog"_s}, true},
        {u"help"_s,
         [](WindowTest &test) {
             trigger(test, "actionHelp");
             QTRY_VERIFY_WITH_TIMEOUT(test.find<QWidget>("helpWindow"), patience);
         },
         {},
         false,
         u"helpWindow"_s},
        {u"log-in"_s, [](WindowTest &test) { test.window->lock(MainWindow::LockReason::Idle); }, {u"LogInDialog"_s}},
        {u"recovery"_s,
         [](WindowTest &test) {
             test.window->lock();
             test.click("logInForgotten");
         },
         {u"RecoveryDialog"_s}},
        {u"about"_s, [](WindowTest &test) { AboutBox(test.window.get()).exec(); }, {u"AboutBox"_s}, true},
        {u"question"_s,
         [](WindowTest &test) { std::ignore = NativeDialogs().confirm(test.window.get(), question(u"Continue?"_s)); },
         {},
         true},
        {u"ask-text"_s,
         [](WindowTest &test) { std::ignore = NativeDialogs().askText(test.window.get(), question(u"&Reason"_s)); },
         {},
         true},
        {u"ask-number"_s,
         [](WindowTest &test) {
             std::ignore = NativeDialogs().askNumber(test.window.get(), question(u"&Days"_s), 14, 0, 90);
         },
         {},
         true},
        {u"error"_s,
         [](WindowTest &test) {
             NativeDialogs().showError(test.window.get(), {ErrorCode::Internal, u"A sentence."_s, u"A detail."_s});
         },
         {},
         true},
        {u"progress"_s,
         [](WindowTest &test) {
             Worker worker(test.site.factory());
             std::ignore = JobDialog::run<int>(worker, test.window.get(), u"A sentence."_s,
                                               [](Office &, const Job::Report &report) -> Result<int> {
                                                   while (report(3, 10))
                                                       QThread::yieldCurrentThread();
                                                   return 0;
                                               });
         },
         {u"JobDialog"_s},
         true},
    };
}

void fillForTour(TestSite &site)
{
    const Facility facility = site.addFacility(u"札幌テスト食堂"_s);
    site.addFacility(u"しらかば会館"_s);
    site.visit(facility, {u"taro@example.jp"_s, u"hanako@example.jp"_s});
    FacilityDetails event = TestSite::details(eventName);
    event.kind = FacilityKind::Event;
    event.from = QDate(2026, 12, 4);
    event.until = QDate(2026, 12, 6);
    QVERIFY(site.registration().add(event, FacilitySource::Staff, false, u"ja"_s));
    site.addAccount(u"鈴木"_s, Role::Approval | Role::Audit);
    site.addAccount(u"佐藤"_s, Role::Facilities);
}

void visitStop(WindowTest &test, const TourStop &stop, const Look &look)
{
    const auto lookAtFront = [&] {
        settle(test);
        QWidget *modal = stop.window.isEmpty() ? QApplication::activeModalWidget()
                                               : test.find<QWidget>(stop.window.toLatin1().constData());
        QWidget &front = modal ? *modal : *test.window;
        for (const QString &name : stop.shows)
            QVERIFY2(isSeen(front, name), qPrintable(name));
        look(test, front);
        closeOpenWindows(test.window.get());
    };
    QTimer opened;
    if (stop.blocks) {
        opened.setInterval(20);
        QObject::connect(&opened, &QTimer::timeout, test.window.get(), [&] {
            if (QApplication::activeModalWidget()) {
                opened.stop();
                lookAtFront();
            }
        });
        opened.start();
    }
    stop.open(test);
    if (!stop.blocks) {
        QCoreApplication::processEvents();
        lookAtFront();
    }
}

void visitStop(const TourStop &stop, const Look &look)
{
    TestSite site;
    fillForTour(site);
    WindowTest test(site);
    test.logIn();
    visitStop(test, stop, look);
    test.window->endNow();
}

} // namespace shirase
