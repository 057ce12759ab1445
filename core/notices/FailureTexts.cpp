// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/FailureTexts.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FailureTexts)
};

} // namespace

QString failureText(const QString &reply)
{
    const QString status = reply.section(u' ', 1, 1); // RFC 3463: class.subject.detail
    const QString subject = status.section(u'.', 1, 1);
    if (reply == u"cancelled")
        return Tr::tr("Not sent: the notice was cancelled");
    if (subject == u"1")
        return Tr::tr("No such mailbox");
    if (status.endsWith(u".2.2"))
        return Tr::tr("The mailbox is full");
    if (subject == u"2")
        return Tr::tr("The mailbox takes no mail");
    if (subject == u"7")
        return Tr::tr("The receiving side refuses our mail");
    if (reply.startsWith(u'4'))
        return Tr::tr("Not reached after two days of trying");
    return Tr::tr("Refused by the receiving side");
}

} // namespace shirase
