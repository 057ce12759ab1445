// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/Command.h"

#include "app/MailTransports.h"
#include "core/foundation/JapaneseTime.h"

#include <QJsonObject>

namespace shirase::ctl {

using namespace Qt::StringLiterals;

namespace {

Result<OutgoingMail> testMail(const Connection &connection, const EmailAddress &to)
{
    const Result<MailIdentity> identity = MailIdentity::of(connection.settings);
    if (!identity)
        return passOn(identity);
    const Result<QByteArray> mime
        = toMime({.messageId = connection.outbox.newMessageId(),
                  .date = connection.clock.now(),
                  .fromName = identity->name(u"ja"_s),
                  .from = identity->from,
                  .replyTo = identity->replyTo,
                  .to = to,
                  .subject = Tr::tr("Test mail from Shirase"),
                  .body = Tr::tr("This mail shows that Shirase can send. It needs no answer.") + u'\n',
                  .language = QLocale().bcp47Name(),
                  .attachments = {}});
    if (!mime)
        return passOn(mime);
    return OutgoingMail{1, identity->envelopeFrom.wire().toStdString(), to.wire().toStdString(), mime->toStdString()};
}

Result<Report> test(const Context &context)
{
    const Result<EmailAddress> to = EmailAddress::parse(context.words().first());
    if (!to)
        return passOn(to);
    const auto connection = context.connect();
    if (!connection)
        return passOn(connection);
    Result<OutgoingMail> mail = testMail(**connection, *to);
    if (!mail)
        return passOn(mail);
    const Result<std::unique_ptr<MailTransport>> transport = makeMailTransport(**connection);
    if (!transport)
        return passOn(transport);
    (*transport)->submit(std::move(*mail));
    std::vector<DeliveryOutcome> outcomes;
    while (outcomes.empty())
        outcomes = (*transport)->wait(std::chrono::seconds(1));
    const DeliveryOutcome &outcome = outcomes.front();
    if (outcome.kind != DeliveryOutcome::Kind::Accepted)
        return fail(
            ErrorCode::Unavailable,
            Tr::tr("The test mail could not be sent: %1").arg(QString::fromStdString(outcome.reason)));
    return Report{{Tr::tr("The test mail was accepted.")}, QJsonObject{{u"accepted"_s, true}}};
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
                  QJsonObject{{u"waiting"_s, state->waiting}, {u"failed"_s, state->failed}}};
    if (state->waiting > 0)
        report.lines.append(Tr::tr("The oldest waits since %1.")
                                .arg(japan::dateTimeOf(state->oldestWaiting).toString(u"yyyy-MM-dd HH:mm"_s)));
    return report;
}

} // namespace

QList<Command> mailCommands()
{
    return {{.name = u"mail test"_s, .words = u"ADDRESS"_s, .help = Tr::tr("Sends a test mail."), .fewestWords = 1,
             .mostWords = 1, .options = {}, .needed = {}, .run = test},
            {.name = u"mail queue"_s, .words = {}, .help = Tr::tr("Shows how the mail queue stands."), .options = {},
             .needed = {}, .run = queue}};
}

} // namespace shirase::ctl
