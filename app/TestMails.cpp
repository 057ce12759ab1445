// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/TestMails.h"

#include "app/MailTransports.h"
#include "core/mail/Message.h"
#include "core/mail/Outbox.h"
#include "core/mail/RelayTexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::milliseconds lookEvery(200);

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(TestMails)
};

Result<OutgoingMail> compose(const MailIdentity &identity, const EmailAddress &to, const Clock &clock)
{
    const Result<QByteArray> mime =
        toMime({.messageId = OutboxWriter::newMessageId(identity.from.domain()),
                .date = clock.now(),
                .fromName = identity.name(u"ja"_s),
                .from = identity.from,
                .replyTo = identity.replyTo,
                .to = to,
                .subject = Tr::tr("Test mail from Shirase"),
                .body = Tr::tr("This mail shows that Shirase can send. It needs no answer.") + u'\n',
                .language = QLocale().bcp47Name(),
                .attachments = {}});
    if (!mime)
        return passOn(mime);
    return OutgoingMail{1, identity.envelopeFrom.wire().toStdString(), to.wire().toStdString(), mime->toStdString()};
}

/// "550 5.7.1", or what the system said; for whoever asks the relay's operator.
QString detailOf(const DeliveryOutcome &outcome)
{
    const QString reply = outcome.replyCode == 0 ? QString() : QString::number(outcome.replyCode);
    return QStringList{reply, QString::fromStdString(outcome.enhancedStatus), QString::fromStdString(outcome.detail)}
        .join(u' ')
        .simplified();
}

} // namespace

Result<QString> sendTestMail(const DataFolder &folder, const Settings &settings, const SecretBytes &typedPassword,
                             const QString &recipient, const Clock &clock, const TestMailWatch &watch)
{
    const Result<EmailAddress> to = EmailAddress::parse(recipient);
    if (!to)
        return passOn(to);
    const Result<MailIdentity> identity = MailIdentity::of(settings);
    if (!identity)
        return passOn(identity);
    Result<OutgoingMail> mail = compose(*identity, *to, clock);
    if (!mail)
        return passOn(mail);
    const Result<std::unique_ptr<MailTransport>> transport =
        makeMailTransport(folder, settings, {.password = typedPassword.view(), .onStep = watch.onStep});
    if (!transport)
        return passOn(transport);
    (*transport)->submit(std::move(*mail));
    std::vector<DeliveryOutcome> outcomes;
    while (outcomes.empty()) {
        if (watch.isCancelled && watch.isCancelled())
            return fail(ErrorCode::Conflict, Tr::tr("The test was ended before the mail was taken."));
        outcomes = (*transport)->wait(lookEvery);
    }
    const DeliveryOutcome &outcome = outcomes.front();
    if (outcome.kind != DeliveryOutcome::Kind::Accepted)
        return fail(ErrorCode::Unavailable, relayText(outcome), detailOf(outcome));
    return relayText(outcome);
}

} // namespace shirase
