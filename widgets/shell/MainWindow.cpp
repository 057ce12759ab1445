// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MainWindow.h"

#include "core/mail/Outbox.h"
#include "widgets/audit/AuditPage.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/facilities/FacilityPage.h"
#include "widgets/mail/MailPage.h"
#include "widgets/notices/NoticePage.h"
#include "widgets/posters/PosterPage.h"
#include "widgets/shell/AboutBox.h"
#include "widgets/shell/EditMenu.h"
#include "widgets/shell/LockedPage.h"
#include "widgets/shell/QuickSearch.h"
#include "widgets/shell/SideBar.h"
#include "widgets/shell/StatusLine.h"
#include "widgets/staff/LogInDialog.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMenuBar>
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
    , m_sideBar(new SideBar)
    , m_outer(new QStackedWidget)
    , m_stack(new QStackedWidget)
    , m_locked(new LockedPage)
    , m_unlocked(new QWidget)
    , m_status(new StatusLine(server))
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(tr("Shirase – %1").arg(Texts::systemName(office.settings)));
    setWindowIcon(QIcon(u":/shirase/brand/shirase.svg"_s));
    const PageContext context{office, m_worker, m_reader, dialogs};
    m_quickSearch = new QuickSearch(m_reader);
    m_facilities = new FacilityPage(context);
    m_posters = new PosterPage(context);
    m_notices = new NoticePage(context);
    m_mail = new MailPage(context, server);
    m_audit = new AuditPage(context);
    buildPages();
    buildMenus();
    setStatusBar(m_status);
    setCentralWidget(m_outer);
    connectPages();
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

void MainWindow::buildPages()
{
    m_pages = {m_facilities, m_posters, m_notices, m_mail, m_audit};
    const QStringList names{u"facilities"_s, u"posters"_s, u"notices"_s, u"queue"_s, u"audit"_s};
    for (int i = 0; i < m_pages.size(); ++i) {
        m_stack->addWidget(m_pages[i]);
        m_sideBar->addPage(icons::own(names[i]), m_pages[i]->title());
    }
    auto *row = new QHBoxLayout(m_unlocked);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_stack, 1);
    m_outer->addWidget(m_locked);
    m_outer->addWidget(m_unlocked);
    m_sideBar->setCurrentRow(0);
    connect(m_sideBar, &QListWidget::currentRowChanged, this, &MainWindow::showPage);
}

QAction *MainWindow::addTo(QMenu *menu, const QString &text, const QKeySequence &shortcut, const QIcon &icon)
{
    QAction *action = menu->addAction(icon, text);
    action->setShortcut(shortcut);
    return action;
}

void MainWindow::buildMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    m_newFacility = addTo(file, tr("New &facility…"), QKeySequence::New, icons::own(u"facilities"_s));
    m_newNotice = addTo(file, tr("New n&otice"), QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_N),
                        icons::own(u"notices"_s));
    m_import = addTo(file, tr("&Import facilities…"), {}, icons::themed(u"document-import"_s, u"open"_s));
    QAction *exportList = addTo(file, tr("&Export the list of facilities…"), {},
                                icons::themed(u"document-export"_s, u"save"_s));
    m_import->setObjectName(u"actionImport"_s);
    QAction *noticeTexts = addTo(file, tr("Notice &texts…"), {}, icons::own(u"edit"_s));
    noticeTexts->setObjectName(u"actionNoticeTexts"_s);
    file->addSeparator();
    m_print = addTo(file, tr("&Print poster…"), QKeySequence::Print,
                    icons::themed(u"document-print"_s, u"print"_s));
    m_printPreview =
        addTo(file, tr("Print pre&view…"), {}, icons::themed(u"document-print-preview"_s, u"preview"_s));
    file->addSeparator();
    QAction *lockAction =
        addTo(file, tr("&Lock"), QKeyCombination(Qt::CTRL, Qt::Key_L), icons::own(u"lock"_s));
    lockAction->setObjectName(u"actionLock"_s);
    QAction *quit = addTo(file, tr("&Quit"), QKeySequence::Quit);
    quit->setMenuRole(QAction::QuitRole);
    m_newFacility->setObjectName(u"actionNewFacility"_s);
    m_newNotice->setObjectName(u"actionNewNotice"_s);

    m_edit = new EditMenu(m_facilities->undoStack(), this);
    menuBar()->addMenu(m_edit);
    // What can be undone are acts on facilities: they are shown there.
    connect(m_edit, &EditMenu::asked, this, [this] { goTo(m_facilities); });
    buildPageMenu();
    menuBar()->setCornerWidget(m_quickSearch, Qt::TopRightCorner);
    QMenu *help = menuBar()->addMenu(tr("&Help"));
    QAction *about = addTo(help, tr("&About Shirase"), {});
    about->setMenuRole(QAction::AboutRole);
    m_sessionActions << m_newFacility << m_newNotice << m_import << exportList << noticeTexts << m_print
                     << m_printPreview << lockAction;

    connect(lockAction, &QAction::triggered, this, &MainWindow::lock);
    connect(quit, &QAction::triggered, this, &QWidget::close);
    connect(about, &QAction::triggered, this, [this] { AboutBox(this).exec(); });
    connect(m_newFacility, &QAction::triggered, this, [this] {
        goTo(m_facilities);
        m_facilities->addFacility();
    });
    connect(m_import, &QAction::triggered, this, [this] { importFile({}); });
    connect(exportList, &QAction::triggered, this, [this] {
        goTo(m_facilities);
        m_facilities->exportList();
    });
    connect(m_newNotice, &QAction::triggered, this, [this] {
        goTo(m_notices);
        m_notices->startNew();
    });
    connect(noticeTexts, &QAction::triggered, this, [this] {
        goTo(m_notices);
        m_notices->editTexts();
    });
    connect(m_print, &QAction::triggered, m_posters, &PosterPage::print);
    connect(m_printPreview, &QAction::triggered, m_posters, &PosterPage::preview);
}

void MainWindow::connectSearch()
{
    connect(m_quickSearch, &QuickSearch::facilityChosen, this, [this](FacilityId id) {
        goTo(m_facilities);
        m_facilities->showFacility(id);
    });
    connect(m_quickSearch, &QuickSearch::noticeChosen, this, [this](NoticeId id) {
        goTo(m_notices);
        m_notices->showNotice(id);
    });
    connect(m_quickSearch, &QuickSearch::failed, this,
            [this](const Error &error) { m_dialogs.showError(this, error); });
}

void MainWindow::buildPageMenu()
{
    QMenu *view = menuBar()->addMenu(tr("&View"));
    for (int i = 0; i < m_pages.size(); ++i) {
        QAction *action = addTo(view, m_pages[i]->title(), QKeyCombination(Qt::CTRL, Qt::Key(Qt::Key_1 + i)));
        connect(action, &QAction::triggered, this, [this, i] { goTo(m_pages[i]); });
        m_pageActions << action;
    }
    m_sessionActions << m_pageActions;
    view->addSeparator();
    m_find = addTo(view, tr("&Search"), {}, icons::own(u"search"_s));
    m_find->setShortcuts({QKeyCombination(Qt::CTRL, Qt::Key_K), QKeySequence::Find});
    QAction *refresh =
        addTo(view, tr("&Refresh"), QKeySequence::Refresh, icons::themed(u"view-refresh"_s, u"refresh"_s));
    m_sessionActions << m_find << refresh;
    connect(m_find, &QAction::triggered, this, [this] {
        m_quickSearch->setFocus(Qt::ShortcutFocusReason);
        m_quickSearch->selectAll();
    });
    connect(refresh, &QAction::triggered, this, [this] { m_pages[m_stack->currentIndex()]->refresh(); });
}

void MainWindow::connectPages()
{
    connect(m_facilities, &FacilityPage::posterAsked, this, [this](const Facility &facility) {
        goTo(m_posters);
        m_posters->choose(facility);
    });
    connect(m_facilities, &FacilityPage::postersAsked, this, [this](const QList<FacilityId> &facilities) {
        goTo(m_posters);
        m_posters->choose(facilities);
    });
    connect(m_facilities, &FacilityPage::printAsked, this, [this](const Facility &facility) {
        goTo(m_posters);
        m_posters->choose(facility);
        m_posters->print();
    });
    connectSearch();
    connect(m_posters, &PosterPage::posterChanged, this, &MainWindow::adaptActions);
    connect(m_status, &StatusLine::lockAsked, this, &MainWindow::lock);
    connect(m_status, &StatusLine::mailAsked, this, [this] { goTo(m_mail); });
    m_poll.setInterval(std::chrono::seconds(2));
    connect(&m_poll, &QTimer::timeout, this, &MainWindow::showMail);
    connect(&m_poll, &QTimer::timeout, this, &MainWindow::showWaitingApprovals);
    connect(m_notices, &NoticePage::changed, this, &MainWindow::showWaitingApprovals);
    connect(&m_poll, &QTimer::timeout, this, &MainWindow::lockIfOutdated);
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
    showPagesFor(*session);
    for (Page *page : std::as_const(m_pages)) {
        if (page->isFor(*session))
            page->enter(session);
    }
    m_outer->setCurrentWidget(m_unlocked);
    m_sideBar->setFocus();
    adaptActions();
    showMail();
    showWaitingApprovals();
    m_poll.start();
}

void MainWindow::showPagesFor(const Session &session)
{
    for (int i = 0; i < m_pages.size(); ++i) {
        const bool shown = m_pages[i]->isFor(session);
        m_sideBar->item(i)->setHidden(!shown);
        m_pageActions[i]->setVisible(shown); // with its shortcut
    }
    if (!m_pages[m_stack->currentIndex()]->isFor(session))
        goTo(m_facilities);
}

void MainWindow::lock()
{
    if (isLocked())
        return;
    m_poll.stop();
    m_outer->setCurrentWidget(m_locked);
    closeDialogs();
    m_quickSearch->reset();
    for (Page *page : std::as_const(m_pages))
        page->leave();
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

void MainWindow::showPage(int index)
{
    if (index < 0)
        return;
    m_stack->setCurrentIndex(index);
    adaptActions();
}

void MainWindow::goTo(const Page *page)
{
    m_sideBar->setCurrentRow(int(m_pages.indexOf(page)));
}

void MainWindow::adaptActions()
{
    for (QAction *action : std::as_const(m_sessionActions))
        action->setEnabled(!isLocked());
    m_quickSearch->setEnabled(!isLocked());
    m_edit->setLocked(isLocked());
    if (isLocked())
        return;
    const bool poster = m_stack->currentWidget() == m_posters && m_posters->hasPoster();
    m_print->setEnabled(poster);
    m_printPreview->setEnabled(poster);
    m_newFacility->setEnabled(m_session->has(Role::Facilities));
    m_import->setEnabled(m_session->has(Role::Facilities));
    m_newNotice->setEnabled(m_session->has(Role::Notices));
}

void MainWindow::importFile(const QString &path)
{
    goTo(m_facilities);
    m_facilities->importFile(path);
}

// A file that is dropped anywhere on the window is one to import.
void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    if (m_import->isEnabled() && urls.size() == 1 && urls.first().isLocalFile())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    importFile(event->mimeData()->urls().first().toLocalFile());
}

void MainWindow::showMail()
{
    const Result<OutboxState> state = outboxState(m_office.database);
    if (state)
        m_status->setMail(*state);
    else
        m_status->setMailUnknown(state.error().message);
}

void MainWindow::showWaitingApprovals()
{
    int waiting = 0;
    if (m_session && m_session->has(Role::Approval))
        waiting = m_office.notices.countWaiting(m_session->account().name).value_or(0);
    m_sideBar->setBadge(int(m_pages.indexOf(m_notices)), waiting,
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
    m_layout.setValue(u"window/page"_s, m_stack->currentIndex());
    for (const Page *page : std::as_const(m_pages))
        page->saveLayout(m_layout);
    m_layout.sync();
}

void MainWindow::restoreLayout()
{
    restoreGeometry(m_layout.value(u"window/geometry"_s).toByteArray());
    const int last = m_layout.value(u"window/page"_s, 0).toInt();
    m_sideBar->setCurrentRow(last >= 0 && last < m_pages.size() ? last : 0);
    for (Page *page : std::as_const(m_pages))
        page->restoreLayout(m_layout);
}

} // namespace shirase
