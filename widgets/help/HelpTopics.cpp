// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpTopics.h"

#include "widgets/help/HelpBook.h"

#include <QWidget>

namespace shirase {

using namespace Qt::StringLiterals;

const QMap<QString, QString> &helpTopics::all()
{
    static const QMap<QString, QString> topics{
        // pages
        {u"AuditPage"_s, u"audit"_s},
        {u"DashboardPage"_s, u"dashboard"_s},
        {u"FacilityPage"_s, u"facilities"_s},
        {u"MailPage"_s, u"mail"_s},
        {u"NoticePage"_s, u"notices"_s},
        {u"PosterPage"_s, u"posters"_s},
        {u"SettingsPage"_s, u"settings"_s},
        {u"StaffPage"_s, u"staff"_s},
        // dialogs
        {u"AboutBox"_s, u"start"_s},
        {u"AccountDialog"_s, u"staff#new"_s},
        {u"BackupDialog"_s, u"backup"_s},
        {u"ErasePersonDialog"_s, u"erasing#person"_s},
        {u"FacilityDialog"_s, u"facilities#edit"_s},
        {u"FacilityImportDialog"_s, u"facilities#import"_s},
        {u"JobDialog"_s, u"start#jobs"_s},
        {u"LogInDialog"_s, u"start#log-in"_s},
        {u"PasswordDialog"_s, u"staff#password"_s},
        {u"RecoveryCodeDialog"_s, u"staff#recovery"_s},
        {u"RecoveryDialog"_s, u"staff#recovery"_s},
        {u"RolesDialog"_s, u"staff#roles"_s},
        {u"TemplatesDialog"_s, u"texts"_s},
        {u"ThresholdDialog"_s, u"notices#thresholds"_s},
        {u"WordingDialog"_s, u"texts#write"_s},
        // the wizard of the first start
        {u"AccountPage"_s, u"setup#account"_s},
        {u"AddressPage"_s, u"setup#address"_s},
        {u"MailServerPage"_s, u"setup#mail"_s},
        {u"OrganisationPage"_s, u"setup#organisation"_s},
        {u"RecoveryPage"_s, u"setup#recovery"_s},
        {u"SetUpWizard"_s, u"setup"_s},
        {u"SummaryPage"_s, u"setup"_s},
        {u"TestPosterPage"_s, u"setup#poster"_s},
        {u"WelcomePage"_s, u"setup"_s},
        // parts of pages
        {u"ApprovalStep"_s, u"notices#approval"_s},
        {u"FacilityDetail"_s, u"facilities#codes"_s},
        {u"FacilityFilterBar"_s, u"facilities#find"_s},
        {u"PeopleStep"_s, u"notices#people"_s},
        {u"QuickSearch"_s, u"start#search"_s},
        {u"SendingStep"_s, u"notices#sending"_s},
        {u"StatusLine"_s, u"start#status"_s},
        {u"TargetStep"_s, u"notices#targets"_s},
        {u"TextStep"_s, u"notices#text"_s},
        {u"WarningList"_s, u"dashboard#warnings"_s},
    };
    return topics;
}

QString helpTopics::of(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        const QString name = QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1);
        if (const auto topic = all().constFind(name); topic != all().constEnd())
            return *topic;
    }
    return HelpBook::firstPage;
}

} // namespace shirase
