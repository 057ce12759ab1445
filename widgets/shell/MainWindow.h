// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/ChangeWatch.h"
#include "widgets/common/Dialogs.h"
#include "widgets/common/Page.h"
#include "widgets/common/Worker.h"
#include "widgets/shell/ServerStatus.h"

#include <QMainWindow>
#include <QSettings>

class QStackedWidget;

namespace shirase {

class FacilityPage;
class LockedPage;
class LogInDialog;
class MailPage;
class MainMenu;
class NoticePage;
class PosterPage;
class QuickSearch;
class StatusLine;
class Workspace;

/// The desktop window. It begins locked: once shown it asks for name and password over an empty page, and
/// closes if nobody logs in. Locking drops the session, whose keys are wiped then, and everything that was
/// shown. It locks by itself once the account has been disabled or given other rights, or the office key
/// has been changed.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// @param office for the window's thread @param factory for the worker's thread
    /// @param layoutFile an INI file that keeps the window's geometry; made when the window is closed
    /// All of them outlive the window.
    MainWindow(Office &office, OfficeFactory factory, const ServerStatus &server, Dialogs &dialogs,
               const QString &layoutFile, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] bool isLocked() const { return !m_session; }
    /// Drops the session and asks for the log-in again.
    void lock();

protected:
    void showEvent(QShowEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPages(const ServerStatus &server);
    void buildMenu();
    void connectPages();
    void connectSearch();
    void connectWatch();

    void askForLogIn();
    void unlock(const SharedSession &session);
    void closeDialogs();
    void adaptActions();
    void importFile(const QString &path);
    void catchUp(const Subjects &changed);
    void showTitle();
    void showWaitingApprovals();
    void lockIfOutdated();
    void saveLayout();
    void restoreLayout();

    Office &m_office;
    Dialogs &m_dialogs;
    Worker m_worker;
    Worker m_reader;
    SharedSession m_session;
    QSettings m_layout;
    QString m_lastUser;
    QPointer<LogInDialog> m_logIn;
    ChangeWatch m_watch;

    QStackedWidget *m_outer; ///< locked or not
    LockedPage *m_locked;
    Workspace *m_workspace;
    StatusLine *m_status;
    QuickSearch *m_quickSearch;
    MainMenu *m_menu = nullptr;
    FacilityPage *m_facilities = nullptr;
    PosterPage *m_posters = nullptr;
    NoticePage *m_notices = nullptr;
    MailPage *m_mail = nullptr;
};

} // namespace shirase
