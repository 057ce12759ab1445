// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/ConfirmationMail.h"

#include "core/mail/MailTemplate.h"

#include <QHash>

#include <optional>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Written
{
    std::optional<quint64> revision; ///< of the settings
    QHash<QString, MailText> texts;  ///< by language
};

} // namespace

Outbox::Composer confirmationMail(const Settings &settings)
{
    // It says the same to everybody: written once for each language while the settings stay.
    return [&settings, known = Written()](const Letter &letter, Message &message) mutable -> Result<> {
        if (known.revision != settings.revision())
            known = {settings.revision(), {}};
        auto text = known.texts.constFind(letter.language);
        if (text == known.texts.constEnd()) {
            const Result<MailText> written = renderMail(u"confirmation"_s, settings.profile(letter.language));
            if (!written)
                return passOn(written);
            text = known.texts.insert(letter.language, *written);
        }
        message.subject = text->subject;
        message.body = text->body;
        return {};
    };
}

} // namespace shirase
