// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"
#include "widgets/common/Page.h"
#include "widgets/common/Worker.h"
#include "widgets/shell/ServerStatus.h"

#include <QMainWindow>
#include <QSettings>
#include <QTimer>

class QMenu;
class QStackedWidget;

namespace shirase {

class AuditPage;
class EditMenu;
class FacilityPage;
class LockedPage;
class LogInDialog;
class MailPage;
class NoticePage;
class PosterPage;
class QuickSearch;
class SideBar;
class StatusLine;

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
    void buildPages();
    void buildMenus();
    void buildPageMenu();
    void connectSearch();
    void connectPages();
    QAction *addTo(QMenu *menu, const QString &text, const QKeySequence &shortcut, const QIcon &icon = {});

    void askForLogIn();
    void unlock(const SharedSession &session);
    void showPagesFor(const Session &session);
    void showPage(int index);
    void goTo(const Page *page);
    void closeDialogs();
    void adaptActions();
    void importFile(const QString &path);
    void showMail();
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
    QTimer m_poll;

    SideBar *m_sideBar;
    QuickSearch *m_quickSearch;
    QStackedWidget *m_outer; ///< locked or not
    QStackedWidget *m_stack; ///< the pages
    LockedPage *m_locked;
    QWidget *m_unlocked;
    StatusLine *m_status;
    FacilityPage *m_facilities;
    PosterPage *m_posters;
    NoticePage *m_notices;
    MailPage *m_mail;
    AuditPage *m_audit;
    QList<Page *> m_pages;
    QList<QAction *> m_pageActions;    ///< one for each page
    QList<QAction *> m_sessionActions; ///< those that take a log-in
    EditMenu *m_edit = nullptr;
    QAction *m_find = nullptr;
    QAction *m_print = nullptr;
    QAction *m_printPreview = nullptr;
    QAction *m_import = nullptr;
    QAction *m_newFacility = nullptr;
    QAction *m_newNotice = nullptr;
};

} // namespace shirase
