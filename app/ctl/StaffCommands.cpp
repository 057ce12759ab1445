// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

QCommandLineOption newPasswordOption()
{
    return {u"new-password-file"_s, Tr::tr("A file whose first line is the new password."), u"FILE"_s};
}

Result<Report> add(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const std::optional<Roles> roles = rolesOf(context.arguments.values(u"role"_s));
    if (!roles)
        return fail(ErrorCode::Invalid, Tr::tr("The roles are: administrator, facilities, notices, approval, audit."));
    const Result<SecretBytes> password = readSecret(context.value(u"new-password-file"_s));
    if (!password)
        return passOn(password);
    const auto session = context.logIn(**connection);
    if (!session)
        return passOn(session);
    const Result<Account> account = (*connection)->staff.add(**session, context.words().first(), *roles, *password);
    if (!account)
        return passOn(account);
    return Report{{}, true};
}

Result<Report> list(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<QList<Account>> accounts = (*connection)->staff.list();
    if (!accounts)
        return passOn(accounts);
    Report report;
    QJsonArray json;
    for (const Account &account : *accounts) {
        const QString state = account.disabled ? u"disabled"_s : u"active"_s;
        report.lines.append(u"%1\t%2\t%3"_s.arg(account.name, state, toText(account.roles)));
        json.append(QJsonObject{{u"name"_s, account.name},
                                {u"state"_s, state},
                                {u"roles"_s, QJsonArray::fromStringList(toText(account.roles).split(u' ', Qt::SkipEmptyParts))}});
    }
    report.json = json;
    return report;
}

Result<Report> changePassword(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<SecretBytes> old = readSecret(context.value(u"password-file"_s));
    if (!old)
        return passOn(old);
    const Result<SecretBytes> fresh = readSecret(context.value(u"new-password-file"_s));
    if (!fresh)
        return passOn(fresh);
    if (const Result<> done = (*connection)->staff.changePassword(context.words().first(), *old, *fresh); !done)
        return passOn(done);
    return Report{{}, true};
}

} // namespace

QList<Command> staffCommands()
{
    return {{.name = u"staff add"_s, .words = u"NAME"_s, .help = Tr::tr("Adds an account."), .fewestWords = 1,
             .mostWords = 1,
             .options = identityOptions()
                 << QCommandLineOption{u"role"_s, Tr::tr("A role; may be given several times."), u"ROLE"_s}
                 << newPasswordOption(),
             .needed = {u"role"_s, u"new-password-file"_s, u"as"_s, u"password-file"_s}, .run = add},
            {.name = u"staff list"_s, .words = {}, .help = Tr::tr("Lists the accounts."), .options = {}, .needed = {},
             .run = list},
            {.name = u"staff passwd"_s, .words = u"NAME"_s, .help = Tr::tr("Changes a password."), .fewestWords = 1,
             .mostWords = 1,
             .options = {identityOptions().last(), newPasswordOption()},
             .needed = {u"password-file"_s, u"new-password-file"_s}, .run = changePassword}};
}

} // namespace shirase::ctl
