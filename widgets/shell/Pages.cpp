// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Pages.h"

#include "widgets/audit/AuditPage.h"
#include "widgets/dashboard/DashboardPage.h"
#include "widgets/facilities/FacilityPage.h"
#include "widgets/mail/MailPage.h"
#include "widgets/notices/NoticePage.h"
#include "widgets/posters/PosterPage.h"
#include "widgets/settings/SettingsPage.h"
#include "widgets/shell/Workspace.h"
#include "widgets/staff/StaffPage.h"

namespace shirase {

using namespace Qt::StringLiterals;

Pages::Pages(const PageContext &context, const Sights &sights, Workspace &workspace)
    : QObject(&workspace)
    , m_workspace(workspace)
    , m_dashboard(new DashboardPage(context, sights.watch, sights.server))
    , m_facilities(new FacilityPage(context))
    , m_posters(new PosterPage(context))
    , m_notices(new NoticePage(context))
    , m_mail(new MailPage(context, sights.watch, sights.server))
    , m_staff(new StaffPage(context))
    , m_settings(new SettingsPage(context, sights.settings, sights.installation, sights.server))
{
    m_workspace.add(m_dashboard, u"dashboard"_s);
    m_workspace.add(m_facilities, u"facilities"_s);
    m_workspace.add(m_posters, u"posters"_s);
    m_workspace.add(m_notices, u"notices"_s);
    m_workspace.add(m_mail, u"queue"_s);
    m_workspace.add(m_staff, u"user"_s);
    m_workspace.add(new AuditPage(context), u"audit"_s);
    m_workspace.add(m_settings, u"settings"_s);
    connectPages();
}

void Pages::connectPages()
{
    connect(m_facilities, &FacilityPage::posterAsked, this, &Pages::showPosters<Facility>);
    connect(m_facilities, &FacilityPage::postersAsked, this, &Pages::showPosters<QList<FacilityId>>);
    connect(m_facilities, &FacilityPage::printAsked, this, [this](const Facility &facility) {
        if (showPosters(facility))
            m_posters->print();
    });
    connect(m_posters, &PosterPage::posterChanged, this, &Pages::posterChanged);
    connect(m_notices, &NoticePage::changed, this, &Pages::noticesChanged);
    connect(m_staff, &StaffPage::doneWhileLocked, this, &Pages::doneWhileLocked);
    connect(m_staff, &StaffPage::sessionChanged, this, &Pages::sessionChanged);
    connect(m_dashboard, &DashboardPage::asked, this, &Pages::follow);
}

template <typename Chosen>
bool Pages::showPosters(const Chosen &chosen)
{
    if (!m_workspace.goTo(m_posters))
        return false;
    m_posters->choose(chosen);
    return true;
}

void Pages::goToDashboard()
{
    m_workspace.goTo(m_dashboard);
}

bool Pages::goToFacilities()
{
    return m_workspace.goTo(m_facilities);
}

void Pages::goToMail()
{
    m_workspace.goTo(m_mail);
}

void Pages::showFacility(FacilityId id)
{
    if (m_workspace.goTo(m_facilities))
        m_facilities->showFacility(id);
}

void Pages::showNotice(NoticeId id)
{
    if (m_workspace.goTo(m_notices))
        m_notices->showNotice(id);
}

void Pages::addFacility()
{
    if (m_workspace.goTo(m_facilities))
        m_facilities->addFacility();
}

void Pages::importFacilities(const QString &path)
{
    if (m_workspace.goTo(m_facilities))
        m_facilities->importFile(path);
}

void Pages::exportFacilities()
{
    if (m_workspace.goTo(m_facilities))
        m_facilities->exportList();
}

void Pages::startNotice()
{
    if (m_workspace.goTo(m_notices))
        m_notices->startNew();
}

void Pages::editTexts()
{
    if (m_workspace.goTo(m_notices))
        m_notices->editTexts();
}

void Pages::print()
{
    m_posters->print();
}

void Pages::previewPrint()
{
    m_posters->preview();
}

void Pages::follow(const DashboardGoal &goal)
{
    switch (goal.place) {
    case DashboardGoal::Place::None:
        return;
    case DashboardGoal::Place::NewFacility:
        return addFacility();
    case DashboardGoal::Place::Import:
        return importFacilities();
    case DashboardGoal::Place::Facility:
        return showFacility(goal.id);
    case DashboardGoal::Place::Notice:
        return showNotice(goal.id);
    case DashboardGoal::Place::Notices:
        m_workspace.goTo(m_notices);
        return;
    case DashboardGoal::Place::Mail:
        return goToMail();
    case DashboardGoal::Place::Setting:
        if (m_workspace.goTo(m_settings))
            m_settings->showSetting(goal.setting);
        return;
    case DashboardGoal::Place::Erasure:
        Q_EMIT erasureAsked();
        return;
    case DashboardGoal::Place::Web:
        Q_EMIT webAsked();
        return;
    }
}

QUndoStack *Pages::undoStack() const
{
    return m_facilities->undoStack();
}

bool Pages::isPosterSeen() const
{
    return m_workspace.current() == m_posters && m_posters->hasPoster();
}

bool Pages::isChangingKey() const
{
    return m_staff->isChangingKey();
}

bool Pages::isNoticeBegun() const
{
    return m_notices->isBegun();
}

void Pages::setApprovals(int count)
{
    m_workspace.setBadge(m_notices, count, tr("%L1 notices wait for your approval.", "", count).arg(count));
}

} // namespace shirase
