// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MainWindow.h"

#include "widgets/audit/AuditPage.h"
#include "widgets/common/Texts.h"
#include "widgets/facilities/FacilityPage.h"
#include "widgets/mail/MailPage.h"
#include "widgets/notices/NoticePage.h"
#include "widgets/posters/PosterPage.h"
#include "widgets/shell/AboutBox.h"
#include "widgets/shell/LockedPage.h"
#include "widgets/shell/MainMenu.h"
#include "widgets/shell/QuickSearch.h"
#include "widgets/shell/StatusLine.h"
#include "widgets/shell/Workspace.h"
#include "widgets/staff/LogInDialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMimeData>
#include <QStackedWidget>

namespace shirase {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Office &office, OfficeFactory factory, const ServerStatus &server, Dialogs &dialogs,
                       const QString &layoutFile, QWidget *parent)
    : QMainWindow(parent)
    , m_office(office)
    , m_dialogs(dialogs)
    , m_worker(factory)
    , m_reader(std::move(factory))
    , m_layout(layoutFile, QSettings::IniFormat)
    , m_watch(m_reader)
    , m_outer(new QStackedWidget)
    , m_locked(new LockedPage)
    , m_workspace(new Workspace)
    , m_status(new StatusLine(server))
    , m_quickSearch(new QuickSearch(m_reader))
{
    setObjectName(u"mainWindow"_s);
    showTitle();
    setWindowIcon(QIcon(u":/shirase/brand/shirase.svg"_s));
    buildPages(server);
    buildMenu();
    m_outer->addWidget(m_locked);
    m_outer->addWidget(m_workspace);
    setCentralWidget(m_outer);
    setStatusBar(m_status);
    connectPages();
    connectSearch();
    connectWatch();
    setAcceptDrops(true);
    resize(1280, 800);
    setMinimumSize(900, 600);
    restoreLayout();
    adaptActions();
}

MainWindow::~MainWindow()
{
    // The pages refer to the worker, which is a member and would go before them.
    m_session.reset();
    delete m_logIn;
    delete takeCentralWidget();
}

void MainWindow::buildPages(const ServerStatus &server)
{
    const PageContext context{m_office, m_worker, m_reader, m_dialogs};
    m_workspace->add(m_facilities = new FacilityPage(context), u"facilities"_s);
    m_workspace->add(m_posters = new PosterPage(context), u"posters"_s);
    m_workspace->add(m_notices = new NoticePage(context), u"notices"_s);
    m_workspace->add(m_mail = new MailPage(context, server), u"queue"_s);
    m_workspace->add(new AuditPage(context), u"audit"_s);
}

void MainWindow::buildMenu()
{
    m_menu = new MainMenu(m_facilities->undoStack());
    for (const Page *page : m_workspace->pages())
        m_menu->addPage(page->title());
    setMenuBar(m_menu);
    m_menu->setCornerWidget(m_quickSearch, Qt::TopRightCorner);
    connect(m_menu, &MainMenu::pageAsked, this, [this](int page) { m_workspace->goTo(m_workspace->pages()[page]); });
    // What can be undone are acts on facilities: they are shown there.
    connect(m_menu, &MainMenu::undoAsked, this, [this] { m_workspace->goTo(m_facilities); });

    using Act = MainMenu::Act;
    const auto on = [this](Act act, auto &&does) {
        connect(m_menu->action(act), &QAction::triggered, this, std::forward<decltype(does)>(does));
    };
    on(Act::NewFacility, [this] {
        m_workspace->goTo(m_facilities);
        m_facilities->addFacility();
    });
    on(Act::NewNotice, [this] {
        m_workspace->goTo(m_notices);
        m_notices->startNew();
    });
    on(Act::Import, [this] { importFile({}); });
    on(Act::ExportFacilities, [this] {
        m_workspace->goTo(m_facilities);
        m_facilities->exportList();
    });
    on(Act::NoticeTexts, [this] {
        m_workspace->goTo(m_notices);
        m_notices->editTexts();
    });
    on(Act::Print, [this] { m_posters->print(); });
    on(Act::PrintPreview, [this] { m_posters->preview(); });
    on(Act::Lock, [this] { lock(); });
    on(Act::Quit, [this] { close(); });
    on(Act::Search, [this] {
        m_quickSearch->setFocus(Qt::ShortcutFocusReason);
        m_quickSearch->selectAll();
    });
    on(Act::Refresh, [this] { m_workspace->current()->refresh(); });
    on(Act::About, [this] { AboutBox(this).exec(); });
}

void MainWindow::connectSearch()
{
    connect(m_quickSearch, &QuickSearch::facilityChosen, this, [this](FacilityId id) {
        m_workspace->goTo(m_facilities);
        m_facilities->showFacility(id);
    });
    connect(m_quickSearch, &QuickSearch::noticeChosen, this, [this](NoticeId id) {
        m_workspace->goTo(m_notices);
        m_notices->showNotice(id);
    });
    connect(m_quickSearch, &QuickSearch::failed, this,
            [this](const Error &error) { m_dialogs.showError(this, error); });
}

void MainWindow::connectPages()
{
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::adaptActions);
    connect(m_facilities, &FacilityPage::posterAsked, this, [this](const Facility &facility) {
        m_workspace->goTo(m_posters);
        m_posters->choose(facility);
    });
    connect(m_facilities, &FacilityPage::printAsked, this, [this](const Facility &facility) {
        m_workspace->goTo(m_posters);
        m_posters->choose(facility);
        m_posters->print();
    });
    connect(m_posters, &PosterPage::posterChanged, this, &MainWindow::adaptActions);
    connect(m_notices, &NoticePage::changed, this, &MainWindow::showWaitingApprovals);
    connect(m_status, &StatusLine::lockAsked, this, &MainWindow::lock);
    connect(m_status, &StatusLine::mailAsked, this, [this] { m_workspace->goTo(m_mail); });
}

void MainWindow::connectWatch()
{
    connect(&m_watch, &ChangeWatch::changed, this, &MainWindow::catchUp);
    connect(&m_watch, &ChangeWatch::mailSeen, m_status, &StatusLine::setMail);
    connect(&m_watch, &ChangeWatch::failed, m_status,
            [this](const Error &error) { m_status->setMailUnknown(error.message); });
}

// The database has just answered, so that what is read here does not hold the window up.
void MainWindow::catchUp(const Subjects &changed)
{
    if (changed.contains(Subject::Staff)) {
        lockIfOutdated();
        if (isLocked())
            return;
    }
    if (changed.contains(Subject::Settings) && m_office.settings.reload())
        showTitle();
    if (changed.contains(Subject::Notices))
        showWaitingApprovals();
    m_workspace->catchUp(changed);
}

void MainWindow::showTitle()
{
    setWindowTitle(tr("Shirase – %1").arg(Texts::systemName(m_office.settings)));
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (isLocked() && !m_logIn)
        askForLogIn();
}

void MainWindow::askForLogIn()
{
    m_logIn = new LogInDialog(m_worker, Texts::systemName(m_office.settings), this);
    m_logIn->setAttribute(Qt::WA_DeleteOnClose);
    m_logIn->setName(m_lastUser);
    connect(m_logIn, &LogInDialog::loggedIn, this, &MainWindow::unlock);
    connect(m_logIn, &QDialog::rejected, this, &QWidget::close);
    m_logIn->open();
}

void MainWindow::unlock(const SharedSession &session)
{
    m_session = session;
    m_lastUser = session->account().name;
    m_status->setUser(m_lastUser, tr("Roles: %1").arg(Texts::of(session->account().roles)));
    m_workspace->enter(session);
    for (int i = 0; i < m_workspace->pages().size(); ++i)
        m_menu->setPageOffered(i, m_workspace->isOffered(m_workspace->pages()[i]));
    m_outer->setCurrentWidget(m_workspace);
    m_workspace->setFocus();
    adaptActions();
    showWaitingApprovals();
    m_watch.start();
}

void MainWindow::lock()
{
    if (isLocked())
        return;
    m_watch.stop();
    m_outer->setCurrentWidget(m_locked);
    closeDialogs();
    m_quickSearch->reset();
    m_workspace->leave();
    m_session.reset();
    m_reader.cancelAll();
    m_worker.cancelAll(); // from here on no share of the session is left
    m_status->setUser({}, {});
    showWaitingApprovals();
    adaptActions();
    askForLogIn();
}

// Whatever asks something over the window is answered with "Cancel": no dialog keeps the window from being
// locked.
void MainWindow::closeDialogs()
{
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        if (auto *dialog = qobject_cast<QDialog *>(window); dialog && dialog->isVisible())
            dialog->reject();
    }
}

void MainWindow::adaptActions()
{
    m_menu->setSession(m_session.get());
    m_menu->setPosterShown(m_workspace->current() == m_posters && m_posters->hasPoster());
    m_quickSearch->setEnabled(!isLocked());
}

void MainWindow::importFile(const QString &path)
{
    m_workspace->goTo(m_facilities);
    m_facilities->importFile(path);
}

// A file that is dropped anywhere on the window is one to import.
void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_menu->action(MainMenu::Act::Import)->isEnabled() && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    importFile(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::showWaitingApprovals()
{
    int waiting = 0;
    if (m_session && m_session->has(Role::Approval))
        waiting = m_office.notices.countWaiting(m_session->account().name).value_or(0);
    m_workspace->setBadge(m_notices, waiting,
                          tr("%L1 notices wait for your approval.", "", waiting).arg(waiting));
}

// The next log-in says what holds now. While the database cannot be read, nothing is known to have changed.
void MainWindow::lockIfOutdated()
{
    if (!m_office.staff.isCurrent(*m_session).value_or(true))
        lock();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveLayout();
    event->accept();
}

void MainWindow::saveLayout()
{
    m_layout.setValue(u"window/geometry"_s, saveGeometry());
    m_workspace->saveLayout(m_layout);
    m_layout.sync();
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_layout.value(u"window/geometry"_s).toByteArray());
    m_workspace->restoreLayout(m_layout);
}

} // namespace shirase
