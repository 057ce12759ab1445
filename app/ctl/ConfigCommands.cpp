// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Report> get(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const QString key = context.words().first();
    if (!Settings::find(key))
        return fail(ErrorCode::NotFound,
                    Tr::tr("There is no setting \"%1\". The command \"config list\" names them all.").arg(key));
    const QString value = (*connection)->settings.value(key);
    return Report{{value}, value};
}

Result<> requireAdministrator(const Context &context, Connection &connection, const QString &key)
{
    if (!context.arguments.isSet(u"as"_s))
        return fail(ErrorCode::Refused,
                    Tr::tr("Changing %1 takes an administrator: please give --as and --password-file.").arg(key));
    const auto session = context.logIn(connection);
    if (!session)
        return passOn(session);
    if (!(*session)->has(Role::Administrator))
        return fail(ErrorCode::Refused, Tr::tr("Only an administrator may change %1.").arg(key));
    Result<Transaction> transaction = Transaction::begin(*connection.database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> noted = connection.staff.audit().add((*session)->account().name, u"setting.change"_s, key); !noted)
        return noted;
    return transaction->commit();
}

Result<Report> set(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const QString key = context.words().at(0);
    if (const auto definition = Settings::find(key); definition && definition->guarded) {
        if (const Result<> allowed = requireAdministrator(context, **connection, key); !allowed)
            return passOn(allowed);
    }
    if (const Result<> done = (*connection)->settings.set(key, context.words().at(1)); !done)
        return passOn(done);
    return Report{{}, true};
}

Result<Report> list(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    Report report;
    QJsonObject json;
    for (const SettingDefinition &definition : Settings::definitions()) {
        const QString value = (*connection)->settings.value(definition.key);
        report.lines.append(definition.key + u" = "_s + value);
        json.insert(definition.key, value);
    }
    report.json = json;
    return report;
}

} // namespace

QList<Command> configCommands()
{
    return {{.name = u"config get"_s, .words = u"KEY"_s, .help = Tr::tr("Shows a setting."), .fewestWords = 1,
             .mostWords = 1, .options = {}, .needed = {}, .run = get},
            {.name = u"config set"_s, .words = u"KEY VALUE"_s, .help = Tr::tr("Changes a setting."), .fewestWords = 2,
             .mostWords = 2, .options = identityOptions(), .needed = {}, .run = set},
            {.name = u"config list"_s, .words = {}, .help = Tr::tr("Shows all settings."), .options = {}, .needed = {},
             .run = list}};
}

} // namespace shirase::ctl
