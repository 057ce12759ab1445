// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/FailureTexts.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FailureTexts)
};

// The words that stand where no relay has answered.
QString ownText(const QString &word)
{
    if (word == u"cancelled")
        return Tr::tr("Not sent: the notice was cancelled");
    if (word == u"erased")
        return Tr::tr("Not sent: the address was erased, as its time was over or its owner wished it");
    if (word == u"unreadable")
        return Tr::tr("The record cannot be read");
    return {};
}

// RFC 3463: class.subject.detail; empty where the status says nothing of its own.
QString statusText(int code, const QString &status)
{
    const QString subject = status.section(u'.', 1, 1);
    if (code == 554 && status == u"5.7.1")
        return Tr::tr("The mail relay does not take our mail for them");
    if (status.endsWith(u".1.6"))
        return Tr::tr("The mailbox has moved away");
    if (subject == u"1")
        return Tr::tr("No such mailbox");
    if (status.endsWith(u".2.1"))
        return Tr::tr("The mailbox is closed");
    if (status.endsWith(u".2.2"))
        return Tr::tr("The mailbox is full");
    if (subject == u"2")
        return Tr::tr("The mailbox takes no mail");
    if (subject == u"4")
        return Tr::tr("The receiving side cannot be reached");
    if (subject == u"6")
        return Tr::tr("The receiving side cannot read the mail");
    if (subject == u"7")
        return Tr::tr("The receiving side refuses our mail");
    return {};
}

// RFC 5321 §4.2.3, for relays that give no enhanced status.
QString codeText(int code)
{
    switch (code) {
    case 550:
    case 551:
    case 553:
        return Tr::tr("No such mailbox");
    case 552:
        return Tr::tr("The mailbox is full");
    default:
        return Tr::tr("Refused by the receiving side");
    }
}

} // namespace

QString failureText(const QString &reply)
{
    if (const QString own = ownText(reply); !own.isEmpty())
        return own;
    const int code = reply.section(u' ', 0, 0).toInt();
    if (code >= 400 && code < 500)
        return Tr::tr("Not reached after two days of trying");
    const QString text = statusText(code, reply.section(u' ', 1, 1));
    return text.isEmpty() ? codeText(code) : text;
}

} // namespace shirase
