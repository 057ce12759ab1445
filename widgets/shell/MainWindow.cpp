// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MainWindow.h"

#include "widgets/backup/BackupDialog.h"
#include "widgets/common/Texts.h"
#include "widgets/erasure/ClockQuestion.h"
#include "widgets/erasure/ErasePersonDialog.h"
#include "widgets/help/FieldHelp.h"
#include "widgets/help/HelpDesk.h"
#include "widgets/shell/AboutBox.h"
#include "widgets/shell/Announcer.h"
#include "widgets/shell/LockedPage.h"
#include "widgets/shell/MainMenu.h"
#include "widgets/shell/OpenWindows.h"
#include "widgets/shell/Pages.h"
#include "widgets/shell/QuickSearch.h"
#include "widgets/shell/QuitQuestion.h"
#include "widgets/shell/StatusLine.h"
#include "widgets/shell/Workspace.h"
#include "widgets/staff/StaffActions.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMimeData>
#include <QStackedWidget>

namespace shirase {

using namespace Qt::StringLiterals;

MainWindow::MainWindow(Office &office, OfficeFactory factory, const Surroundings &surroundings, QWidget *parent)
    : QMainWindow(parent)
    , m_office(office)
    , m_server(surroundings.server)
    , m_dialogs(surroundings.dialogs)
    , m_announcer(new Announcer(office.notices, surroundings.server, surroundings.notifier, *this))
    , m_worker(factory)
    , m_reader(factory)
    , m_watcher(std::move(factory))
    , m_watch(m_watcher)
    , m_layout(surroundings.layoutFile, QSettings::IniFormat)
    , m_changes(m_reader)
    , m_settings(office.settings)
    , m_outer(new QStackedWidget)
    , m_locked(new LockedPage)
    , m_workspace(new Workspace)
    , m_pages(new Pages(context(), {m_watch, m_settings, m_server, surroundings.installation}, *m_workspace))
    , m_status(new StatusLine(m_server))
    , m_help(new HelpDesk(this))
    , m_quickSearch(new QuickSearch(m_reader))
    , m_clockQuestion(new ClockQuestion(context(), this))
    , m_ownAccount(new StaffActions(context(), this))
    , m_logIn(new LogInQuestion(context(), *m_ownAccount, *this))
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(QIcon(u":/shirase/brand/shirase.svg"_s));
    buildMenu();
    m_outer->addWidget(m_locked);
    m_outer->addWidget(m_workspace);
    setCentralWidget(m_outer);
    setStatusBar(m_status);
    connectParts();
    connectWatches();
    connect(m_clockQuestion, &ClockQuestion::confirmed, this, &MainWindow::clockConfirmed);
    connect(&m_idle, &IdleWatch::idle, this, [this] { lock(LockReason::Idle); });
    connect(&surroundings.notifier, &Notifier::activated, this, &MainWindow::comeForward);
    QCoreApplication::instance()->installEventFilter(this);
    heedSettings();
    new FieldHelp(this);
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

PageContext MainWindow::context()
{
    return {m_office, m_worker, m_reader, m_watcher, m_dialogs};
}

void MainWindow::buildMenu()
{
    m_menu = new MainMenu(m_pages->undoStack(), [this] { return m_pages->goToFacilities(); });
    for (const Page *page : m_workspace->pages())
        m_menu->addPage(page->title());
    setMenuBar(m_menu);
    // The field ends where the pages end, not at the window's edge.
    auto *corner = new QWidget;
    auto *cornerLayout = new QHBoxLayout(corner);
    cornerLayout->setContentsMargins(0, 3, 16, 3);
    cornerLayout->addWidget(m_quickSearch);
    m_menu->setCornerWidget(corner, Qt::TopRightCorner);
    connect(m_menu, &MainMenu::pageAsked, this, [this](int page) { m_workspace->goTo(m_workspace->pages()[page]); });
    connectMenu();
}

void MainWindow::connectMenu()
{
    using Act = MainMenu::Act;
    const auto on = [this](Act act, auto &&does) {
        connect(m_menu->action(act), &QAction::triggered, this, std::forward<decltype(does)>(does));
    };
    on(Act::NewFacility, [this] { m_pages->addFacility(); });
    on(Act::NewNotice, [this] { m_pages->startNotice(); });
    on(Act::Import, [this] { m_pages->importFacilities(); });
    on(Act::ExportFacilities, [this] { m_pages->exportFacilities(); });
    on(Act::NoticeTexts, [this] { m_pages->editTexts(); });
    on(Act::BackUp, [this] {
        BackupDialog dialog(context(), m_session, this);
        connect(&m_changes, &ChangeWatch::changed, &dialog, &BackupDialog::catchUp);
        dialog.exec();
    });
    on(Act::ErasePerson, [this] {
        auto *dialog = new ErasePersonDialog(context(), m_session, this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(Act::Print, [this] { m_pages->print(); });
    on(Act::PrintPreview, [this] { m_pages->previewPrint(); });
    on(Act::ChangePassword, [this] { m_ownAccount->changeOwnPassword(); });
    on(Act::Lock, [this] { lock(); });
    on(Act::Quit, [this] { close(); });
    on(Act::Search, [this] {
        m_quickSearch->setFocus(Qt::ShortcutFocusReason);
        m_quickSearch->selectAll();
    });
    on(Act::Refresh, [this] { m_workspace->current()->refresh(); });
    on(Act::Help, [this] { m_help->openHere(); });
    on(Act::About, [this] { AboutBox(this).exec(); });
}

void MainWindow::connectParts()
{
    connect(m_quickSearch, &QuickSearch::facilityChosen, m_pages, &Pages::showFacility);
    connect(m_quickSearch, &QuickSearch::noticeChosen, m_pages, &Pages::showNotice);
    connect(m_quickSearch, &QuickSearch::failed, this,
            [this](const Error &error) { m_dialogs.showError(this, error); });
    connect(m_workspace, &Workspace::pageChanged, this, &MainWindow::adaptActions);
    connect(m_pages, &Pages::posterChanged, this, &MainWindow::adaptActions);
    connect(m_pages, &Pages::noticesChanged, &m_watch, &OfficeWatch::refresh);
    connect(m_pages, &Pages::doneWhileLocked, m_logIn, &LogInQuestion::add);
    connect(m_pages, &Pages::sessionChanged, this, &MainWindow::adopt);
    connect(m_pages, &Pages::webAsked, this, &MainWindow::webAsked);
    connect(m_pages, &Pages::erasureAsked, this, [this] {
        m_clockQuestion->ask(m_session); // a doubted clock is what holds it up most often
        Q_EMIT erasureAsked();
    });
    constexpr int readableMilliseconds = 8000;
    connect(m_ownAccount, &StaffActions::done, this, [this](const QString &sentence) {
        if (!isLocked()) // else the log-in says it
            m_status->showMessage(sentence, readableMilliseconds);
    });
    connect(m_logIn, &LogInQuestion::loggedIn, this, &MainWindow::unlock);
    connect(m_logIn, &LogInQuestion::quitAsked, this, &QWidget::close);
    connect(m_status, &StatusLine::lockAsked, this, [this] { lock(); });
    connect(m_status, &StatusLine::mailAsked, m_pages, &Pages::goToMail);
}

void MainWindow::connectWatches()
{
    connect(&m_changes, &ChangeWatch::changed, this, &MainWindow::catchUp);
    connect(&m_settings, &SettingsReader::read, this, &MainWindow::heedSettings);
    connect(&m_watch, &OfficeWatch::read, this, &MainWindow::showFigures);
    connect(&m_watch, &OfficeWatch::failed, m_status, &StatusLine::setFiguresUnknown);
    m_changes.start();
}

// The database has just answered, so that what is read here does not hold the window up.
void MainWindow::catchUp(const Subjects &changed)
{
    if (changed.contains(Subject::Settings))
        m_settings.readAgain();
    if (changed.contains(Subject::Notices))
        m_announcer->look();
    if (!isLocked() && changed.contains(Subject::Staff))
        lockIfOutdated();
    if (isLocked())
        return;
    if (changed.contains(Subject::Notices))
        m_watch.refresh();
    m_workspace->catchUp(changed);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (isLocked() && !m_logIn->isOpen())
        m_logIn->ask(m_lastUser);
}

void MainWindow::unlock(const SharedSession &session)
{
    if (m_lastUser != session->account().name)
        m_pages->goToDashboard(); // who comes back to a locked window finds the page as it was left
    m_lastUser = session->account().name;
    adopt(session);
    m_status->setUser(session->account());
    for (int i = 0; i < m_workspace->pages().size(); ++i)
        m_menu->setPageOffered(i, m_workspace->isOffered(m_workspace->pages()[i]));
    m_outer->setCurrentWidget(m_workspace);
    m_workspace->setFocus();
    adaptActions();
    m_clockQuestion->ask(session);
    m_watch.start(*session);
    m_announcer->setSession(session);
    m_announcer->look(); // what waits already is no news
    m_idle.start();
}

// Log-in gives a session, and whoever changes the office key a new one.
void MainWindow::adopt(const SharedSession &session)
{
    m_session = session;
    m_ownAccount->enter(session);
    m_workspace->enter(session);
}

void MainWindow::lock(LockReason reason)
{
    if (isLocked())
        return;
    m_watch.stop();
    m_idle.stop();
    m_outer->setCurrentWidget(m_locked);
    const bool cutOff = m_worker.isBusy();
    closeOpenWindows(this);
    m_quickSearch->reset();
    m_workspace->leave();
    m_announcer->setSession({});
    m_ownAccount->enter({});
    m_session.reset();
    m_watcher.cancelAll();
    m_reader.cancelAll();
    m_worker.cancelAll(); // from here on no share of the session is left
    m_status->clear();
    m_pages->setApprovals(0);
    adaptActions();
    m_logIn->ask(m_lastUser, reason, cutOff);
}

void MainWindow::adaptActions()
{
    m_menu->setSession(m_session.get());
    m_menu->setPage(m_workspace->current());
    m_menu->setPosterShown(m_pages->isPosterSeen());
    m_quickSearch->setEnabled(!isLocked());
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
    m_pages->importFacilities(event->mimeData()->urls().first().toLocalFile());
}

// Shortcuts do not reach the window while a dialog or a menu is open: this one does (REQUIREMENTS S7).
bool MainWindow::eventFilter(QObject *receiver, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !isLocked()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_L)) {
            lock();
            return true;
        }
    }
    return QMainWindow::eventFilter(receiver, event);
}

void MainWindow::showFigures(const OfficeFigures &figures)
{
    m_status->setFigures(figures);
    m_mailsWaiting = figures.mail.waiting;
    m_pages->setApprovals(figures.waitingForMe);
}

// The next log-in says what holds now. While the database cannot be read, nothing is known to have changed.
void MainWindow::lockIfOutdated()
{
    if (m_pages->isChangingKey())
        return;
    if (m_session && !m_office.staff.isCurrent(*m_session).value_or(true))
        lock(LockReason::Outdated);
}

void MainWindow::heedSettings()
{
    const std::chrono::minutes limit(m_office.settings.number(u"staff.lock_minutes"_s));
    if (limit != m_lockAfter)
        m_idle.setLimit(limit);
    m_lockAfter = limit;
    QStringList webPlace;
    for (const QString &key : {u"web.listen"_s, u"web.tls_certificate"_s, u"web.tls_key"_s})
        webPlace << m_office.settings.value(key);
    if (!m_webPlace.isEmpty() && webPlace != m_webPlace)
        Q_EMIT webAsked();
    m_webPlace = webPlace;
    setWindowTitle(tr("Shirase – %1").arg(Texts::systemName(m_office.settings)));
}

void MainWindow::comeForward()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

bool MainWindow::mayQuit()
{
    if (m_quitting)
        return true;
    if (!isLocked() && !m_workspace->current()->mayLeave())
        return false;
    const QuitQuestion quit{.webRuns = m_server.state() == ServerStatus::State::Running,
                            .mailsWaiting = m_mailsWaiting,
                            .taskRuns = m_worker.isBusy(),
                            .noticeIsBegun = m_pages->isNoticeBegun()};
    const std::optional<Question> question = quit.question();
    return !question || m_dialogs.confirm(this, *question);
}

void MainWindow::endNow()
{
    m_quitting = true;
    closeOpenWindows(this);
    close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayQuit()) {
        event->ignore();
        return;
    }
    m_quitting = true;
    saveLayout();
    m_logIn->withdraw();
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
