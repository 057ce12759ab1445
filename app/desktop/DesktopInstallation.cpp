// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/DesktopInstallation.h"

#include "app/DatabaseChecks.h"
#include "app/MailPasswordFiles.h"
#include "app/TestMails.h"
#include "app/WebChecks.h"

#include <QCoreApplication>
#include <QUrl>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(DesktopInstallation)
};

} // namespace

Result<QString> DesktopInstallation::sendTestMail(const TestMail &mail, const std::function<void(MailStep)> &onStep,
                                            const Cancelled &isCancelled) const
{
    return shirase::sendTestMail(m_folder, mail.settings, mail.password, mail.recipient, m_clock,
                                 {.onStep = onStep, .isCancelled = isCancelled});
}

Result<QString> DesktopInstallation::checkListening(const QString &listen, const QString &running) const
{
    // Ours is in its own way.
    if (!running.isEmpty() && QUrl(running).authority() == listen)
        return Tr::tr("The web server listens there.");
    return webChecks::listening(listen);
}

Result<QString> DesktopInstallation::checkPublicUrl(const Settings &settings, const Cancelled &isCancelled) const
{
    return webChecks::publicUrl(settings, m_clock.now(), isCancelled);
}

Result<QString> DesktopInstallation::checkCertificate(const Settings &settings) const
{
    return webChecks::certificate(settings, m_clock.now());
}

DataAddresses DesktopInstallation::dataPlaces(const Settings &settings) const
{
    return {.database = m_folder.database(settings).url,
            .vault = m_folder.vault(settings).url,
            .passwordFile = m_folder.databasePassword(settings)};
}

Result<QString> DesktopInstallation::checkDatabases(const DataAddresses &addresses) const
{
    return databaseChecks::reachable(m_folder, addresses);
}

Result<QString> DesktopInstallation::keepMailPassword(const SecretBytes &password) const
{
    return mailPasswordFiles::keep(m_folder, password);
}

void DesktopInstallation::forgetMailPassword(const QString &passwordFile) const
{
    mailPasswordFiles::forget(m_folder, passwordFile);
}

} // namespace shirase
