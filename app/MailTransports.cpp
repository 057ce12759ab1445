// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailTransports.h"

#include "core/mail/FolderTransport.h"
#include "core/mail/SmtpTransport.h"

#include <QCoreApplication>
#include <QFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(MailTransports)
};

Result<std::string> passwordIn(const QString &path)
{
    if (path.isEmpty())
        return std::string();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, Tr::tr("The mail server's password file cannot be read."), file.errorString());
    return file.readLine().trimmed().toStdString();
}

} // namespace

Result<std::unique_ptr<MailTransport>> makeMailTransport(const DataFolder &folder, const Settings &settings,
                                                         const MailTransportExtras &extras)
{
    if (settings.value(u"mail.transport"_s) == u"folder")
        return std::make_unique<FolderTransport>(folder.mailFolder(settings));
    SmtpOptions options;
    options.url = settings.value(u"mail.url"_s).toStdString();
    options.user = settings.value(u"mail.user"_s).toStdString();
    options.connections = unsigned(settings.number(u"mail.connections"_s));
    options.heloName = settings.value(u"mail.from"_s).section(u'@', -1).toStdString();
    options.onStep = extras.onStep;
    if (options.url.empty())
        return fail(ErrorCode::Invalid, Tr::tr("No mail server is set. Please set mail.url, such as "
                                               "smtp://mail.example.jp:587."));
    Result<std::string> password = extras.password.isEmpty() ? passwordIn(folder.mailPassword(settings))
                                                             : std::string(extras.password.data(), size_t(extras.password.size()));
    if (!password)
        return passOn(password);
    options.password = std::move(*password);
    return std::make_unique<SmtpTransport>(std::move(options));
}

} // namespace shirase
