// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

class QUndoStack;

namespace shirase {

class DashboardPage;
class FacilityPage;
class Installation;
class MailPage;
class NoticePage;
class OfficeWatch;
class PosterPage;
class ServerStatus;
class SettingsPage;
class SettingsReader;
class StaffPage;
class Workspace;
struct DashboardGoal;

/// The pages of the window, and the ways that lead to what is on them: from the menus, from the search, from one page
/// to another. A page itself asks for the role that something takes. A way ends where somebody wants to stay on the page
/// that is seen (Page::mayLeave).
class Pages final : public QObject
{
    Q_OBJECT
public:
    /// What pages look at besides the office. All of it outlives them.
    struct Sights
    {
        OfficeWatch &watch;
        SettingsReader &settings;
        const ServerStatus &server;
        const Installation &installation;
    };

    /// Puts the pages into the workspace, which owns them.
    Pages(const PageContext &context, const Sights &sights, Workspace &workspace);

    void goToDashboard();
    void goToMail();
    void showFacility(FacilityId id);
    void showNotice(NoticeId id);
    void addFacility();
    /// Opens the import, with this file if there is one.
    void importFacilities(const QString &path = {});
    void exportFacilities();
    void startNotice();
    void editTexts();
    void print();
    void previewPrint();
    /// Where a button of the dashboard leads.
    void follow(const DashboardGoal &goal);

    /// What can be undone are acts on facilities: goToFacilities() shows what is undone. False if somebody stays where they
    /// are.
    [[nodiscard]] QUndoStack *undoStack() const;
    [[nodiscard]] bool goToFacilities();
    /// Whether a poster is seen, so that it can be printed.
    [[nodiscard]] bool isPosterSeen() const;
    /// Whether this window is changing the office key, so that its own session is outdated for a moment.
    [[nodiscard]] bool isChangingKey() const;
    /// Whether somebody has begun a notice that is not saved.
    [[nodiscard]] bool isNoticeBegun() const;
    /// How many notices wait for whoever is logged in.
    void setApprovals(int count);

Q_SIGNALS:
    void posterChanged();
    void noticesChanged();
    /// What became of an act during which the window was locked.
    void doneWhileLocked(const QString &sentence);
    /// Somebody has changed the office key, and goes on with this session.
    void sessionChanged(const shirase::SharedSession &session);
    /// Somebody wants what is overdue to be erased now.
    void erasureAsked();
    /// The web server is to be opened anew.
    void webAsked();

private:
    void connectPages();
    /// Shows the page of the posters with what has been chosen. False if somebody stays where they are.
    template <typename Chosen>
    bool showPosters(const Chosen &chosen);

    Workspace &m_workspace;
    DashboardPage *m_dashboard;
    FacilityPage *m_facilities;
    PosterPage *m_posters;
    NoticePage *m_notices;
    MailPage *m_mail;
    StaffPage *m_staff;
    SettingsPage *m_settings;
};

} // namespace shirase
