// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "core/settings/Logo.h"
#include "core/staff/SettingDesk.h"

#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 40; // characters of a picture, in the list for people

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

/// A picture comes as a file; what "config get" gives for it is taken as well.
Result<QString> valueOf(const SettingDefinition &definition, const QString &word)
{
    if (definition.kind != SettingDefinition::Kind::Picture || word.isEmpty() || word.startsWith(u"data:"))
        return word;
    const Result<QByteArray> file = readFile(word);
    if (!file)
        return passOn(file);
    Result<QString> value = logo::toSetting(*file);
    if (!value)
        return fail(ErrorCode::Invalid, Tr::tr("%1: %2", "file, and what is wrong with it").arg(word, value.error().message));
    return value;
}

Result<> setGuarded(const Context &context, Connection &connection, const SettingChange &change)
{
    if (!context.arguments.isSet(u"as"_s))
        return fail(ErrorCode::Refused,
                    Tr::tr("Only an administrator can change %1: please give --as and --password-file.").arg(change.key));
    const auto session = context.logIn(connection);
    if (!session)
        return passOn(session);
    return SettingDesk(connection.settings, connection.staff.audit()).change(**session, {change});
}

Result<Report> set(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const QString key = context.words().at(0);
    const auto definition = Settings::find(key);
    const Result<QString> value = definition ? valueOf(*definition, context.words().at(1)) : context.words().at(1);
    if (!value)
        return passOn(value);
    const SettingChange change{.key = key, .value = *value};
    const Result<> done = definition && definition->guarded ? setGuarded(context, **connection, change)
                                                            : (*connection)->settings.apply({change});
    if (!done)
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
        const bool cut = definition.kind == SettingDefinition::Kind::Picture && value.size() > longestShown;
        report.lines.append(definition.key + u" = "_s + (cut ? value.first(longestShown) + u'…' : value));
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
