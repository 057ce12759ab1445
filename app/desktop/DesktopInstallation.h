// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"
#include "widgets/checks/Installation.h"

namespace shirase {

/// What the window asks for on this computer and its network.
class DesktopInstallation final : public Installation
{
public:
    DesktopInstallation(DataFolder folder, const Clock &clock)
        : m_folder(std::move(folder))
        , m_clock(clock)
    {}

    [[nodiscard]] Result<QString> sendTestMail(const TestMail &mail, const std::function<void(MailStep)> &onStep,
                                               const Cancelled &isCancelled) const override;
    [[nodiscard]] Result<QString> checkListening(const QString &listen, const QString &running) const override;
    [[nodiscard]] Result<QString> checkPublicUrl(const Settings &settings, const Cancelled &isCancelled) const override;
    [[nodiscard]] Result<QString> checkCertificate(const Settings &settings) const override;
    [[nodiscard]] DataAddresses dataPlaces(const Settings &settings) const override;
    [[nodiscard]] Result<QString> checkDatabases(const DataAddresses &addresses) const override;
    [[nodiscard]] Result<QString> keepMailPassword(const SecretBytes &password) const override;
    void forgetMailPassword(const QString &passwordFile) const override;

private:
    DataFolder m_folder;
    const Clock &m_clock;
};

} // namespace shirase
