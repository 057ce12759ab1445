// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/operators/OperatorMails.h"

#include "core/facilities/FacilityRegistration.h"
#include "core/mail/MailTemplate.h"
#include "core/posters/PosterFile.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// To the link's own page, or to the one that asks for a link, where the code is filled in already.
QString linkOf(const Letter &letter, const Facility &facility, const Settings &settings)
{
    const QString page = settings.publicUrl() + u"/facilities/manage"_s;
    const QString language = u"lang="_s + letter.language;
    const QString token = letter.content[u"token"_s].toString();
    return token.isEmpty() ? page + u"?code="_s + facility.code.text() + u'&' + language
                           : page + u'/' + token + u'?' + language;
}

Result<> attachPoster(Message &message, const Facility &facility, const Settings &settings)
{
    const PosterContent content = PosterContent::of(facility, settings.profile(u"ja"_s),
                                                    settings.profile(u"en"_s), settings.publicUrl());
    const Result<QByteArray> pdf = PosterFile(PosterSize::A4).pdf(content);
    if (!pdf)
        return passOn(pdf);
    const Result<QByteArray> png = PosterFile::codePng(content);
    if (!png)
        return passOn(png);
    const QString code = facility.code.text();
    message.attachments = {{u"poster-%1.pdf"_s.arg(code), "application/pdf", *pdf},
                           {u"qr-%1.png"_s.arg(code), "image/png", *png}};
    return {};
}

Outbox::Composer composer(FacilityStore &facilities, const Settings &settings, bool withPoster)
{
    return [&facilities, &settings, withPoster](const Letter &letter, Message &message) -> Result<> {
        const Result<Facility> facility = facilities.find(letter.content[u"facility"_s].toInteger());
        if (!facility)
            return passOn(facility);
        const Result<MailText> text =
            renderMail(letter.kind, settings.profile(letter.language), linkOf(letter, *facility, settings));
        if (!text)
            return passOn(text);
        message.subject = text->subject;
        message.body = text->body;
        return withPoster ? attachPoster(message, *facility, settings) : Result<>();
    };
}

} // namespace

std::map<QString, Outbox::Composer> operatorMails(FacilityStore &facilities, const Settings &settings)
{
    std::map<QString, Outbox::Composer> composers;
    for (const QString &kind :
         {FacilityRegistration::posterLetter, operatorMail::newPoster, operatorMail::registeredAgain})
        composers.emplace(kind, composer(facilities, settings, true));
    for (const QString &kind : {operatorMail::link, operatorMail::confirmContact,
                                operatorMail::contactChanged, operatorMail::closed})
        composers.emplace(kind, composer(facilities, settings, false));
    return composers;
}

} // namespace shirase
