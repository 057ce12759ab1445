// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/SetUpPage.h"

namespace shirase {

class Dialogs;
class SettingForm;

/// A step that asks for settings: each is checked at its field before the next step.
class SettingsStep : public SetUpPage
{
    Q_OBJECT
public:
    void addTo(SetUpRequest &request) const override;
    [[nodiscard]] bool isTouched() const override;
    [[nodiscard]] bool validatePage() override;

protected:
    SettingsStep(const QString &name, const QString &title, const QString &subTitle, const QStringList &keys,
                 const Settings &settings, Dialogs &dialogs);

    [[nodiscard]] SettingForm *form() const { return m_form; }

private:
    SettingForm *m_form;
};

/// Whose system this is, and what it tells of; filled in with the default profile.
class OrganisationPage final : public SettingsStep
{
    Q_OBJECT
public:
    OrganisationPage(const Settings &settings, Dialogs &dialogs);
};

} // namespace shirase
