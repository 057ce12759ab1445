// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/ConfirmationMail.h"

#include "core/mail/MailTemplate.h"

namespace shirase {

using namespace Qt::StringLiterals;

Outbox::Composer confirmationMail(const Settings &settings)
{
    return [&settings](const Letter &letter, Message &message) -> Result<> {
        const Result<MailText> text = renderMail(u"confirmation"_s, settings.profile(letter.language));
        if (!text)
            return passOn(text);
        message.subject = text->subject;
        message.body = text->body;
        return {};
    };
}

} // namespace shirase
