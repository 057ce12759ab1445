// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"
#include "core/vault/AccountKey.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

QCommandLineOption roleOption()
{
    return {u"role"_s, Tr::tr("A role; may be given several times."), u"ROLE"_s};
}

QCommandLineOption newPasswordOption()
{
    return {u"new-password-file"_s, Tr::tr("A file whose first line is the new password."), u"FILE"_s};
}

bool waitsForKey(const Account &account)
{
    return !account.disabled && needsOfficeKey(account.roles) && !account.hasOfficeKey;
}

/// What a change of an account leaves to be done by somebody who holds the office key.
Result<Report> accountReport(Connection &connection, const QString &name)
{
    Report report{{}, true};
    const Result<QList<Account>> accounts = connection.staff.list();
    if (!accounts)
        return passOn(accounts);
    for (const Account &account : *accounts) {
        if (account.name == name.simplified() && waitsForKey(account)) {
            report.lines.append(
                Tr::tr("%1 cannot count or approve yet: somebody who holds the office key has to grant "
                       "it with \"staff grant\".")
                    .arg(account.name));
        }
    }
    const Result<bool> due = connection.staff.isKeyChangeDue();
    if (!due)
        return passOn(due);
    if (*due)
        report.lines.append(Tr::tr("The office key is changed as soon as somebody who holds it logs in."));
    return report;
}

/// A command of somebody who is logged in, about the account that is its only word.
template <typename Change>
auto accountCommand(Change change)
{
    return [change](const Context &context) -> Result<Report> {
        const auto connection = context.connect();
        if (!connection)
            return passOn(connection);
        const auto session = context.logIn(**connection);
        if (!session)
            return passOn(session);
        const QString name = context.words().first();
        if (const Result<> done = change(context, (*connection)->staff, **session, name); !done)
            return passOn(done);
        return accountReport(**connection, name);
    };
}

Result<Roles> rolesGiven(const Context &context)
{
    const std::optional<Roles> roles = rolesOf(context.arguments.values(u"role"_s));
    if (!roles)
        return fail(ErrorCode::Invalid,
                    Tr::tr("The roles are: administrator, facilities, notices, approval, audit."));
    return *roles;
}

Result<> add(const Context &context, StaffDesk &staff, const Session &by, const QString &name)
{
    const Result<Roles> roles = rolesGiven(context);
    if (!roles)
        return passOn(roles);
    const Result<SecretBytes> password = readSecret(context.value(u"new-password-file"_s));
    if (!password)
        return passOn(password);
    if (const Result<Account> added = staff.add(by, name, *roles, *password); !added)
        return passOn(added);
    return {};
}

Result<> disable(const Context &, StaffDesk &staff, Session &by, const QString &name)
{
    return staff.disable(by, name);
}

Result<> enable(const Context &, StaffDesk &staff, const Session &by, const QString &name)
{
    return staff.enable(by, name);
}

Result<> endPause(const Context &, StaffDesk &staff, const Session &by, const QString &name)
{
    return staff.endPause(by, name);
}

Result<> setRoles(const Context &context, StaffDesk &staff, Session &by, const QString &name)
{
    const Result<Roles> roles = rolesGiven(context);
    if (!roles)
        return passOn(roles);
    return staff.setRoles(by, name, *roles);
}

Result<> grantKey(const Context &, StaffDesk &staff, const Session &by, const QString &name)
{
    return staff.grantOfficeKey(by, name);
}

/// Gives a new recovery code out before it counts: a power cut between the two leaves the old one good.
Result<Report> replaceSheet(const Context &context, const std::function<Result<>(const QString &code)> &makeValid)
{
    const QString code = recoveryCode::generate();
    const Report first{{Tr::tr("Recovery code: %1").arg(code)}, QJsonObject{{u"recovery_code"_s, code}}};
    if (const Result<> shown = context.show(first); !shown)
        return passOn(shown);
    if (const Result<> valid = makeValid(code); !valid)
        return std::unexpected(OfficeKeys::keepBothSheets(valid.error()));
    return Report{{Tr::tr("This code is valid now."),
                   Tr::tr("Print it and lock it away in place of the old one, which opens only backups from before.")},
                  QJsonValue::Undefined};
}

Result<Report> recover(const Context &context, StaffDesk &staff, const SecretBytes &fresh)
{
    const Result<SecretBytes> typed = readSecret(context.value(u"recovery-file"_s));
    if (!typed)
        return passOn(typed);
    const QString name = context.words().first();
    const QString code = QString::fromUtf8(typed->view());
    if (const Result<> good = staff.checkRecovery(name, code, fresh); !good)
        return passOn(good);
    return replaceSheet(context, [&](const QString &next) { return staff.recover(name, code, fresh, next); });
}

Result<> changePassword(const Context &context, StaffDesk &staff, const SecretBytes &fresh)
{
    const Result<SecretBytes> old = readSecret(context.value(u"password-file"_s));
    if (!old)
        return passOn(old);
    return staff.changePassword(context.words().first(), *old, fresh);
}

/// By the recovery sheet, by an administrator (--as), or by the account itself.
Result<Report> setPassword(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<SecretBytes> fresh = readSecret(context.value(u"new-password-file"_s));
    if (!fresh)
        return passOn(fresh);
    StaffDesk &staff = (*connection)->staff;
    if (context.arguments.isSet(u"recovery-file"_s))
        return recover(context, staff, *fresh);
    const QString name = context.words().first();
    if (context.arguments.isSet(u"as"_s) && context.value(u"as"_s).simplified() != name.simplified()) {
        const auto session = context.logIn(**connection);
        if (!session)
            return passOn(session);
        if (const Result<> done = staff.resetPassword(**session, name, *fresh); !done)
            return passOn(done);
    } else if (const Result<> done = changePassword(context, staff, *fresh); !done) {
        return passOn(done);
    }
    return accountReport(**connection, name);
}

Result<Report> renewRecoveryCode(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const auto session = context.logIn(**connection);
    if (!session)
        return passOn(session);
    if (const Result<> allowed = StaffDesk::checkRenewal(**session); !allowed)
        return passOn(allowed);
    return replaceSheet(context,
                        [&](const QString &next) { return (*connection)->staff.renewRecoveryCode(**session, next); });
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
        report.lines.append(u"%1\t%2\t%3"_s.arg(account.name, state, toText(account.roles)) +
                            (waitsForKey(account) ? u'\t' + Tr::tr("waits for the office key") : QString()));
        json.append(QJsonObject{
            {u"name"_s, account.name},
            {u"state"_s, state},
            {u"office_key"_s, account.hasOfficeKey},
            {u"roles"_s, QJsonArray::fromStringList(toText(account.roles).split(u' ', Qt::SkipEmptyParts))}});
    }
    report.json = json;
    return report;
}

Command accountCommandOf(const QString &name, const QString &help,
                         std::function<Result<Report>(const Context &)> run,
                         const QList<QCommandLineOption> &more = {})
{
    Command command{.name = name,
                    .words = u"NAME"_s,
                    .help = help,
                    .fewestWords = 1,
                    .mostWords = 1,
                    .options = identityOptions() + more,
                    .needed = {u"as"_s, u"password-file"_s},
                    .run = std::move(run)};
    for (const QCommandLineOption &option : more)
        command.needed.append(option.names().first());
    return command;
}

} // namespace

QList<Command> staffCommands()
{
    return {
        accountCommandOf(u"staff add"_s, Tr::tr("Adds an account."), accountCommand(add),
                         {roleOption(), newPasswordOption()}),
        {.name = u"staff list"_s,
         .words = {},
         .help = Tr::tr("Lists the accounts."),
         .options = {},
         .needed = {},
         .run = list},
        accountCommandOf(u"staff roles"_s, Tr::tr("Gives an account these roles and no others."),
                         accountCommand(setRoles), {roleOption()}),
        accountCommandOf(u"staff grant"_s, Tr::tr("Grants the office key to an account that waits for it."),
                         accountCommand(grantKey)),
        accountCommandOf(u"staff disable"_s,
                         Tr::tr("Closes an account, and changes the office key if it held that."),
                         accountCommand(disable)),
        accountCommandOf(u"staff enable"_s, Tr::tr("Lets a disabled account log in again."),
                         accountCommand(enable)),
        accountCommandOf(u"staff unlock"_s, Tr::tr("Ends the pause of an account after wrong passwords."),
                         accountCommand(endPause)),
        {.name = u"staff passwd"_s,
         .words = u"NAME"_s,
         .help =
             Tr::tr("Changes a password: one's own, as an administrator (--as), or by the recovery sheet."),
         .fewestWords = 1,
         .mostWords = 1,
         .options = identityOptions()
                    << newPasswordOption()
                    << QCommandLineOption{u"recovery-file"_s,
                                          Tr::tr("A file whose first line is the recovery code."), u"FILE"_s},
         .needed = {u"password-file|recovery-file"_s, u"new-password-file"_s},
         .run = setPassword},
        {.name = u"staff recovery-code"_s,
         .words = {},
         .help = Tr::tr("Makes a new recovery sheet; the old one opens only earlier backups."),
         .options = identityOptions(),
         .needed = {u"as"_s, u"password-file"_s},
         .run = renewRecoveryCode}};
}

} // namespace shirase::ctl
