// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include <QDir>
#include <QFile>

#include <sodium.h>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

Result<QByteArray> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable,
                    Tr::tr("The file %1 cannot be read.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    return file.readAll();
}

Result<SecretBytes> readSecret(const QString &path)
{
    Result<QByteArray> content = readFile(path);
    if (!content)
        return passOn(content);
    qsizetype end = content->indexOf('\n');
    if (end < 0)
        end = content->size();
    if (end > 0 && content->at(end - 1) == '\r')
        --end;
    SecretBytes secret(QByteArrayView(*content).first(end));
    sodium_memzero(content->data(), size_t(content->size()));
    return secret;
}

Result<NoticeId> noticeIdOf(const QString &word)
{
    bool isNumber = false;
    const NoticeId id = word.toLongLong(&isNumber);
    if (!isNumber)
        return fail(ErrorCode::NotFound, Tr::tr("%1 is no number of a notice.").arg(word));
    return id;
}

QList<QCommandLineOption> identityOptions()
{
    return {{u"as"_s, Tr::tr("The account that does it."), u"NAME"_s},
            {u"password-file"_s, Tr::tr("A file whose first line is its password."), u"FILE"_s}};
}

Result<std::unique_ptr<Session>> Context::logIn(Connection &connection) const
{
    const Result<SecretBytes> password = readSecret(value(u"password-file"_s));
    if (!password)
        return passOn(password);
    return connection.staff.logIn(value(u"as"_s), *password);
}

} // namespace shirase::ctl
