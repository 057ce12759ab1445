// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeTestMail.h"

#include "core/mail/MailTemplate.h"

namespace shirase::noticeTestMail {

using namespace Qt::StringLiterals;

Letter letter(const QString &recipient, const QString &language, const NoticeText &text)
{
    return {kind, recipient, language, {{u"subject"_s, text.subject}, {u"body"_s, text.body}}};
}

Outbox::Composer composer()
{
    return [](const Letter &letter, Message &message) -> Result<> {
        const Result<MailText> mark = mailTemplate(u"mark-test"_s, letter.language);
        if (!mark)
            return passOn(mark);
        message.subject = mark->subject + u' ' + letter.content[u"subject"_s].toString();
        message.body = letter.content[u"body"_s].toString();
        return {};
    };
}

} // namespace shirase::noticeTestMail
