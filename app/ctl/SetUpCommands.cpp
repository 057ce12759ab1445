// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"
#include "app/ctl/Command.h"

#include <QFileInfo>
#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

/// It is written down, and read again from wherever a program starts.
QString absolute(const QString &path)
{
    return path.isEmpty() ? path : QFileInfo(path).absoluteFilePath();
}

Result<Report> setUpHere(const Context &context)
{
    Result<SecretBytes> password = readSecret(context.value(u"password-file"_s));
    if (!password)
        return passOn(password);
    const Result<QString> code =
        setUp(context.folder,
              {context.value(u"admin"_s), std::move(*password), context.value(u"database"_s),
               context.value(u"vault"_s), absolute(context.value(u"database-password-file"_s))},
              context.clock);
    if (!code)
        return passOn(code);
    return Report{{Tr::tr("Recovery code: %1").arg(*code),
                   Tr::tr("Print it and lock it away. It is stored nowhere, and it is the only way back if "
                          "every password is lost.")},
                  QJsonObject{{u"recovery_code"_s, *code}}};
}

} // namespace

QList<Command> setUpCommands()
{
    return {{.name = u"setup"_s,
             .words = {},
             .help = Tr::tr("First start: makes the keys, the databases and the first account."),
             .options = {{u"admin"_s, Tr::tr("The name of the first account."), u"NAME"_s},
                         {u"password-file"_s, Tr::tr("A file whose first line is its password."), u"FILE"_s},
                         {u"database"_s, Tr::tr("Where the database is (default: SQLite in DIR)."), u"URL"_s},
                         {u"database-password-file"_s,
                          Tr::tr("A file whose first line is the password of the database's account."),
                          u"FILE"_s},
                         {u"vault"_s, Tr::tr("Where the vault is (default: SQLite in DIR)."), u"URL"_s}},
             .needed = {u"admin"_s, u"password-file"_s},
             .run = setUpHere}};
}

} // namespace shirase::ctl
