// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterMail.h"

#include "core/mail/MailTemplate.h"
#include "core/posters/PosterFile.h"

namespace shirase {

using namespace Qt::StringLiterals;

Outbox::Composer posterMail(FacilityStore &facilities, const Settings &settings)
{
    return [&facilities, &settings](const Letter &letter, Message &message) -> Result<> {
        const Result<MailText> text = renderMail(u"poster"_s, settings.profile(letter.language));
        if (!text)
            return passOn(text);
        const Result<Facility> facility = facilities.find(letter.content[u"facility"_s].toInteger());
        if (!facility)
            return passOn(facility);
        const PosterContent content = PosterContent::of(*facility, settings.profile(u"ja"_s),
                                                        settings.profile(u"en"_s), settings.publicUrl());
        const Result<QByteArray> pdf = PosterFile(PosterSize::A4).pdf(content);
        if (!pdf)
            return passOn(pdf);
        const Result<QByteArray> png = PosterFile::codePng(content);
        if (!png)
            return passOn(png);
        const QString code = facility->code.text();
        message.subject = text->subject;
        message.body = text->body;
        message.attachments = {{u"poster-%1.pdf"_s.arg(code), "application/pdf", *pdf},
                               {u"qr-%1.png"_s.arg(code), "image/png", *png}};
        return {};
    };
}

} // namespace shirase
