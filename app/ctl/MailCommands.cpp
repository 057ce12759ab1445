// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/TestMails.h"
#include "core/foundation/JapaneseTime.h"

#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<Report> test(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<QString> sent =
        sendTestMail(context.folder, (*connection)->settings, {}, context.words().first(), context.clock, {});
    if (sent)
        return Report{{Tr::tr("The test mail was accepted.")}, QJsonObject{{u"accepted"_s, true}}};
    if (sent.error().code == ErrorCode::Unavailable)
        return fail(ErrorCode::Unavailable, Tr::tr("The test mail could not be sent: %1").arg(sent.error().message));
    return passOn(sent);
}

Result<Report> queue(const Context &context)
{
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    const Result<OutboxState> state = outboxState(*(*connection)->database);
    if (!state)
        return passOn(state);
    Report report{{Tr::tr("%1 waiting, %2 failed").arg(state->waiting).arg(state->failed)},
                  QJsonObject{{u"waiting"_s, state->waiting}, {u"failed"_s, state->failed}, {u"held"_s, state->held}}};
    if (state->held > 0)
        report.lines.append(Tr::tr("%n held since the database was restored from a backup: \"mail release\" sends them, "
                                   "\"mail discard\" gives them up.",
                                   "", state->held));
    if (state->waiting > 0)
        report.lines.append(Tr::tr("The oldest waits since %1.")
                                .arg(japan::dateTimeOf(state->oldestWaiting).toString(u"yyyy-MM-dd HH:mm"_s)));
    return report;
}

/// A command by which staff decide about the letters that are held.
std::function<Result<Report>(const Context &)> withHeld(Result<int> (HeldLetters::*act)(const Session &))
{
    return [act](const Context &context) -> Result<Report> {
        const auto connection = context.connect();
        if (!connection)
            return passOn(connection);
        const auto session = context.logIn(**connection);
        if (!session)
            return passOn(session);
        const Result<int> letters = ((*connection)->heldLetters.*act)(**session);
        if (!letters)
            return passOn(letters);
        return Report{{Tr::tr("%n letters", "", *letters)}, QJsonObject{{u"letters"_s, *letters}}};
    };
}

Command onHeld(const QString &name, const QString &help, std::function<Result<Report>(const Context &)> run)
{
    return {.name = name, .words = {}, .help = help, .options = identityOptions(),
            .needed = {u"as"_s, u"password-file"_s}, .run = std::move(run)};
}

} // namespace

QList<Command> mailCommands()
{
    return {{.name = u"mail test"_s, .words = u"ADDRESS"_s, .help = Tr::tr("Sends a test mail."), .fewestWords = 1,
             .mostWords = 1, .options = {}, .needed = {}, .run = test},
            {.name = u"mail queue"_s, .words = {}, .help = Tr::tr("Shows how the mail queue stands."), .options = {},
             .needed = {}, .run = queue},
            onHeld(u"mail release"_s, Tr::tr("Sends what is held since the database was restored from a backup."),
                   withHeld(&HeldLetters::release)),
            onHeld(u"mail discard"_s, Tr::tr("Gives up what is held since the database was restored from a backup."),
                   withHeld(&HeldLetters::discard))};
}

} // namespace shirase::ctl
