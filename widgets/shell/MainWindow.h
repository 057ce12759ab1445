// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "widgets/common/ChangeWatch.h"
#include "widgets/common/Dialogs.h"
#include "widgets/common/OfficeWatch.h"
#include "widgets/common/Page.h"
#include "widgets/common/SettingsReader.h"
#include "widgets/common/Worker.h"
#include "widgets/desktop/Notifier.h"
#include "widgets/shell/IdleWatch.h"
#include "widgets/shell/LogInQuestion.h"
#include "widgets/shell/ServerStatus.h"

#include <QMainWindow>
#include <QSettings>

class QStackedWidget;

namespace shirase {

class Announcer;
class ClockQuestion;
class HelpDesk;
class Installation;
class LockedPage;
class MainMenu;
class Pages;
class QuickSearch;
class StaffActions;
class StatusLine;
class Workspace;

/// The desktop window. It begins locked: once shown it asks for name and password over an empty page, and
/// closes if nobody logs in. Locking drops the session, whose keys are wiped then, and everything that was
/// shown; mails go on leaving. It locks by itself once nobody has used it for a while, or the account has been disabled
/// or given other rights, or the office key has been changed.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// What the window has around it. All of it outlives the window.
    struct Surroundings
    {
        const ServerStatus &server;
        const Installation &installation;
        Dialogs &dialogs;
        Notifier &notifier;
        QString layoutFile; ///< an INI file that keeps the window's geometry; made when the window is closed
    };
    using LockReason = LogInQuestion::Reason;

    /// @param office for the window's thread @param factory for the worker's thread
    MainWindow(Office &office, OfficeFactory factory, const Surroundings &surroundings, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] bool isLocked() const { return !m_session; }
    /// Drops the session and asks for the log-in again.
    void lock(LockReason reason = LockReason::Asked);
    /// Brings the window before all others, as far as the desktop lets it.
    void comeForward();
    /// Closes the window without a question: nobody is there to answer.
    void endNow();

Q_SIGNALS:
    /// Somebody has said that the clock is right: what waited for that may go on.
    void clockConfirmed();
    /// Somebody wants what is overdue to be erased now.
    void erasureAsked();
    /// The web server is to be opened anew: where it listens has been changed, or what kept it closed has been put right.
    void webAsked();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    bool eventFilter(QObject *receiver, QEvent *event) override;

private:
    [[nodiscard]] PageContext context();
    void buildMenu();
    void connectMenu();
    void connectParts();
    void connectWatches();

    void adopt(const SharedSession &session);
    void unlock(const SharedSession &session);
    [[nodiscard]] bool mayQuit();
    void adaptActions();
    void showFigures(const OfficeFigures &figures);
    void catchUp(const Subjects &changed);
    void heedSettings();
    void lockIfOutdated();
    void saveLayout();
    void restoreLayout();

    Office &m_office;
    const ServerStatus &m_server;
    Dialogs &m_dialogs;
    SystemClock m_machineClock;
    IdleWatch m_idle{m_machineClock, this};
    Announcer *m_announcer;
    Worker m_worker;
    Worker m_reader;
    Worker m_watcher;
    OfficeWatch m_watch;
    SharedSession m_session;
    QSettings m_layout;
    QString m_lastUser;
    ChangeWatch m_changes;
    SettingsReader m_settings;
    std::chrono::minutes m_lockAfter{0};
    QStringList m_webPlace; ///< the settings that say where and how the web server listens
    int m_mailsWaiting = 0; ///< as the watch has read last
    bool m_quitting = false;

    QStackedWidget *m_outer; ///< locked or not
    LockedPage *m_locked;
    Workspace *m_workspace;
    Pages *m_pages;
    StatusLine *m_status;
    HelpDesk *m_help;
    QuickSearch *m_quickSearch;
    ClockQuestion *m_clockQuestion;
    StaffActions *m_ownAccount;
    LogInQuestion *m_logIn;
    MainMenu *m_menu = nullptr;
};

} // namespace shirase
