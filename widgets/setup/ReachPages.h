// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Errands.h"
#include "widgets/checks/Installation.h"
#include "widgets/setup/OrganisationPage.h"

namespace shirase {

class TestMailBox;

/// How visitors reach the pages.
class AddressPage final : public SettingsStep
{
    Q_OBJECT
public:
    AddressPage(const Settings &settings, const Installation &installation, Errands &errands, Dialogs &dialogs);
};

/// How mail leaves, with a test mail.
class MailServerPage final : public SettingsStep
{
    Q_OBJECT
public:
    /// @param asTyped the settings as the steps before have them
    MailServerPage(const Settings &settings, std::function<Settings()> asTyped, const Installation &installation, Errands &errands,
                   Dialogs &dialogs);

    void addTo(SetUpRequest &request) const override;

private:
    [[nodiscard]] Result<TestMail> testMail();
    [[nodiscard]] SecretBytes typedPassword() const;
    void adapt();

    std::function<Settings()> m_asTyped;
    TestMailBox *m_testMail;
};

} // namespace shirase
