// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/RelayTexts.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

using Kind = DeliveryOutcome::Kind;
using Fault = DeliveryOutcome::Fault;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(RelayTexts)
};

/// "550 5.7.1", for whoever asks the relay's operator.
QString replyOf(const DeliveryOutcome &outcome)
{
    return (QString::number(outcome.replyCode) + u' ' + QString::fromStdString(outcome.enhancedStatus)).trimmed();
}

// Of the way there, before the relay has said anything about us.
QString connectionText(const DeliveryOutcome &outcome)
{
    switch (outcome.fault) {
    case Fault::Address:
        return Tr::tr("The mail relay's address is not of the form smtp://host:port or smtps://host:port. Please correct "
                      "it in the settings.");
    case Fault::UnknownHost:
        return Tr::tr("The mail relay's name is not known. Please check the relay's address in the settings and the "
                      "network.");
    case Fault::NoAnswer:
        return Tr::tr("Nothing answers at the mail relay's address. Please check its host and port in the settings, and "
                      "that it runs.");
    case Fault::NoEncryption:
        return Tr::tr("The mail relay offers no encryption, so that nothing was sent. Please ask its operator for "
                      "STARTTLS, or use smtps://.");
    case Fault::Certificate:
        return Tr::tr("The mail relay's certificate is not trusted or is not for its name, so that nothing was sent. "
                      "Please correct the relay's name in the settings, or have its certificate authority added to this "
                      "computer's.");
    case Fault::Authorities:
        return Tr::tr("This computer's certificate authorities cannot be read, so that nothing was sent. Please have its "
                      "administrator mend that.");
    case Fault::Handshake:
        return Tr::tr("No encrypted connection to the mail relay could be made, so that nothing was sent. Please check "
                      "whether its port takes smtps://, or smtp:// with STARTTLS.");
    case Fault::TimedOut:
        return Tr::tr("The mail relay did not answer in time.");
    default:
        return Tr::tr("The connection to the mail relay broke.");
    }
}

QString failureOf(const DeliveryOutcome &outcome)
{
    const QString reply = replyOf(outcome);
    switch (outcome.fault) {
    case Fault::LogIn:
        return outcome.replyCode == 0
            ? Tr::tr("The mail relay refuses the log-in. Please check the user name and the password.")
            : Tr::tr("The mail relay refuses the log-in (%1). Please check the user name and the password.").arg(reply);
    case Fault::LogInNeeded:
        return Tr::tr("The mail relay asks for a log-in (%1). Please check the user name and the password.").arg(reply);
    case Fault::Closing:
        return Tr::tr("The mail relay closed the connection for now (%1).").arg(reply);
    case Fault::SenderAddress:
        return Tr::tr("The mail relay refuses our sender address (%1). Please check the envelope sender in the settings.")
            .arg(reply);
    case Fault::NotReady:
        return Tr::tr("The mail relay is not ready (%1).").arg(reply);
    case Fault::Unconfirmed:
        return Tr::tr("The connection to the mail relay broke before it confirmed the mail; the mail may arrive twice.");
    case Fault::Folder:
        return Tr::tr("The mail could not be written into the folder (%1). Please make the folder writable and see that "
                      "there is room, or choose another one with the setting mail.folder.")
            .arg(QString::fromStdString(outcome.detail));
    default:
        return connectionText(outcome);
    }
}

} // namespace

QString relayText(const DeliveryOutcome &outcome)
{
    if (outcome.fault == Fault::Envelope)
        return Tr::tr("The mail's envelope holds a character that SMTP does not allow; it was not sent.");
    const bool recipient = outcome.step == MailStep::Recipient;
    switch (outcome.kind) {
    case Kind::Accepted:
        return outcome.replyCode == 0 ? Tr::tr("The mail is in the folder.") : Tr::tr("The mail relay has taken the mail.");
    case Kind::Deferred:
        return (recipient ? Tr::tr("The mail relay does not take the recipient now (%1).")
                          : Tr::tr("The mail relay does not take the mail now (%1)."))
            .arg(replyOf(outcome));
    case Kind::Refused:
        return (recipient ? Tr::tr("The mail relay refuses the recipient (%1).")
                          : Tr::tr("The mail relay refuses the mail (%1)."))
            .arg(replyOf(outcome));
    case Kind::RelayFailed:
        return failureOf(outcome);
    case Kind::Withdrawn:
        return Tr::tr("The mail was not sent yet, as the database did not answer in time.");
    }
    Q_UNREACHABLE();
}

} // namespace shirase
