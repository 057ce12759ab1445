// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/OrganisationPage.h"

#include "widgets/settings/SettingForm.h"

#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

SettingsStep::SettingsStep(const QString &name, const QString &title, const QString &subTitle, const QStringList &keys,
                           const Settings &settings, Dialogs &dialogs)
    : SetUpPage(name, title, subTitle)
    , m_form(new SettingForm(keys, dialogs, {.withReset = false, .readOnly = false}))
{
    m_form->present(settings);
    content()->addWidget(m_form);
}

void SettingsStep::addTo(SetUpRequest &request) const
{
    request.settings += m_form->changes();
}

bool SettingsStep::isTouched() const
{
    return !m_form->changes().isEmpty();
}

bool SettingsStep::validatePage()
{
    SettingRow *bad = m_form->firstProblem();
    if (bad)
        m_form->goTo(bad);
    return !bad;
}

OrganisationPage::OrganisationPage(const Settings &settings, Dialogs &dialogs)
    : SettingsStep(u"Organisation"_s, tr("The organisation"),
                   tr("These words stand on pages, posters and mails. They are filled in for Hokkaido and COVID-19."),
                   {u"organisation.name"_s, u"organisation.disease"_s, u"organisation.system_name"_s, u"organisation.centre_name"_s,
                    u"organisation.centre_phone"_s, u"organisation.contact_name"_s, u"organisation.contact_phone"_s},
                   settings, dialogs)
{
    content()->addStretch(1);
}

} // namespace shirase
