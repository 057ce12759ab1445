// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/MailTransports.h"

#include "core/mail/FolderTransport.h"
#include "core/mail/SmtpTransport.h"

#include <QCoreApplication>
#include <QFile>

namespace shirase {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<MailTransport>> makeMailTransport(const Connection &connection)
{
    const Settings &settings = connection.settings;
    if (settings.value(u"mail.transport"_s) == u"folder")
        return std::make_unique<FolderTransport>(connection.folder.mailFolder(settings));
    SmtpOptions options;
    options.url = settings.value(u"mail.url"_s).toStdString();
    options.user = settings.value(u"mail.user"_s).toStdString();
    options.connections = unsigned(settings.number(u"mail.connections"_s));
    options.heloName = settings.value(u"mail.from"_s).section(u'@', -1).toStdString();
    if (options.url.empty())
        return fail(ErrorCode::Invalid, QCoreApplication::translate("MailTransports", "No mail server is set. Please set "
                                                                                  "mail.url, such as smtp://mail.example.jp:587."));
    if (const QString path = connection.folder.mailPassword(settings); !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Unavailable,
                        QCoreApplication::translate("MailTransports", "The mail server's password file cannot be read."),
                        file.errorString());
        options.password = file.readLine().trimmed().toStdString();
    }
    return std::make_unique<SmtpTransport>(std::move(options));
}

} // namespace shirase
