// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"
#include "app/ctl/Command.h"

#include <QFileInfo>
#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

QList<QCommandLineOption> addressOptions()
{
    return {{u"database"_s, Tr::tr("Where the database is (default: SQLite in DIR)."), u"URL"_s},
            {u"database-password-file"_s,
             Tr::tr("A file whose first line is the password of the database's account."), u"FILE"_s},
            {u"vault"_s, Tr::tr("Where the vault is (default: SQLite in DIR)."), u"URL"_s}};
}

DataAddresses addressesIn(const Context &context)
{
    // The password's file is written down, and read again from wherever a program starts.
    const QString file = context.value(u"database-password-file"_s);
    return {context.value(u"database"_s), context.value(u"vault"_s),
            file.isEmpty() ? file : QFileInfo(file).absoluteFilePath()};
}

namespace {

Result<Report> setUpHere(const Context &context)
{
    Result<SecretBytes> password = readSecret(context.value(u"password-file"_s));
    if (!password)
        return passOn(password);
    const Result<QString> code =
        setUp(context.folder, {context.value(u"admin"_s), std::move(*password), addressesIn(context)}, context.clock);
    if (!code)
        return passOn(code);
    return Report{{Tr::tr("Recovery code: %1").arg(*code),
                   Tr::tr("Print it and lock it away. It is stored nowhere, and it is the only way back if "
                          "every password is lost.")},
                  QJsonObject{{u"recovery_code"_s, *code}}};
}

Result<Report> exportKeys(const Context &context)
{
    const Result<ServerKey> key = ServerKey::load(context.folder.serverKeyFile());
    if (!key)
        return passOn(key);
    if (const Result<> saved = key->save(context.words().first()); !saved)
        return passOn(saved);
    return Report{{Tr::tr("The server key is in %1. Whoever has it reads what waits to be sent: carry it yourself, and "
                          "delete it there.")
                       .arg(context.words().first())},
                  {}};
}

Result<Report> importKeys(const Context &context)
{
    const Result<ServerKey> key = ServerKey::load(context.words().first());
    if (!key)
        return passOn(key);
    if (const Result<> joined = join(context.folder, *key, addressesIn(context)); !joined)
        return passOn(joined);
    return Report{{Tr::tr("This server works on the same data now."),
                   Tr::tr("What stands in shirase.conf is each machine's own: please set web.public_url here as on the others, as it "
                          "is in every poster and link that this one makes, and mail.password_file.")},
                  {}};
}

} // namespace

QList<Command> setUpCommands()
{
    return {{.name = u"setup"_s,
             .words = {},
             .help = Tr::tr("First start: makes the keys, the databases and the first account."),
             .options = QList<QCommandLineOption>{
                            {u"admin"_s, Tr::tr("The name of the first account."), u"NAME"_s},
                            {u"password-file"_s, Tr::tr("A file whose first line is its password."), u"FILE"_s}}
                        + addressOptions(),
             .needed = {u"admin"_s, u"password-file"_s},
             .run = setUpHere},
            {.name = u"keys export"_s,
             .words = u"FILE"_s,
             .help = Tr::tr("Copies the server key for one more server on the same data."),
             .fewestWords = 1,
             .mostWords = 1,
             .options = {},
             .needed = {},
             .run = exportKeys},
            {.name = u"keys import"_s,
             .words = u"FILE"_s,
             .help = Tr::tr("Instead of a first start: makes DIR one more server on the data of another."),
             .fewestWords = 1,
             .mostWords = 1,
             .options = addressOptions(),
             .needed = {u"database"_s, u"vault"_s},
             .run = importKeys}};
}

} // namespace shirase::ctl
