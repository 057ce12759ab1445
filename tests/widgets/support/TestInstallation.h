// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/checks/Installation.h"

#include <QStringList>
#include <QThread>

#include <atomic>
#include <mutex>

namespace shirase {

/// A world outside that answers as a test says, and remembers what was asked.
class TestInstallation final : public Installation
{
public:
    Result<QString> sendTestMail(const TestMail &mail, const std::function<void(MailStep)> &onStep,
                                 const Cancelled &isCancelled) const override
    {
        note(QStringLiteral("mail to %1 through %2 with %3").arg(mail.recipient, mail.settings.value(QStringLiteral("mail.url")),
                                                     QString::fromUtf8(mail.password.view())));
        for (const MailStep step : steps)
            onStep(step);
        while (holdsMail && !isCancelled())
            QThread::msleep(5);
        return mailAnswer;
    }
    Result<QString> checkListening(const QString &listen, const QString &running) const override
    {
        note(QStringLiteral("listen at %1, running %2").arg(listen, running));
        return answer;
    }
    Result<QString> checkPublicUrl(const Settings &settings, const Cancelled &) const override
    {
        note(QStringLiteral("reach ") + settings.publicUrl());
        return answer;
    }
    Result<QString> checkCertificate(const Settings &settings) const override
    {
        note(QStringLiteral("certificate ") + settings.value(QStringLiteral("web.tls_certificate")));
        return answer;
    }
    DataAddresses dataPlaces(const Settings &) const override
    {
        return {.database = QStringLiteral("sqlite:/srv/shirase/shirase.sqlite"),
                .vault = QStringLiteral("sqlite:/srv/shirase/vault.sqlite"),
                .passwordFile = {}};
    }
    Result<QString> checkDatabases(const DataAddresses &addresses) const override
    {
        note(QStringLiteral("databases ") + addresses.database);
        return answer;
    }
    Result<QString> keepMailPassword(const SecretBytes &password) const override
    {
        note(QStringLiteral("keep ") + QString::fromUtf8(password.view()));
        return passwordFile;
    }
    void forgetMailPassword(const QString &file) const override { note(QStringLiteral("forget ") + file); }

    [[nodiscard]] QStringList asked() const
    {
        const std::lock_guard lock(m_mutex);
        return m_asked;
    }

    Result<QString> answer = QStringLiteral("All is well.");
    Result<QString> mailAnswer = QStringLiteral("The mail relay has taken the mail.");
    Result<QString> passwordFile = QStringLiteral("mail-12345678.password");
    QList<MailStep> steps;
    std::atomic<bool> holdsMail = false;

private:
    void note(const QString &line) const
    {
        const std::lock_guard lock(m_mutex);
        m_asked.append(line);
    }

    mutable std::mutex m_mutex;
    mutable QStringList m_asked;
};

} // namespace shirase
