// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/KioskPage.h"

#include "core/posters/QrCode.h"
#include "server/pages/SignupValues.h"

#include <QUrlQuery>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// Besides what every page may: our own script, and its requests to this server.
constexpr QByteArrayView contentSecurityPolicy =
    "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Without a script nothing sees that a visitor has gone, so that the page goes back to its start by the
/// clock. A form gives time to type and still a token that is about as old as the entry (REQUIREMENTS V1). In
/// seconds:
constexpr int refreshForm = 120;
constexpr int refreshAnswer = 60;

/// A confirmation opens for as long as it is shown, and a little longer, in which a slow network brings it.
constexpr qint64 confirmationSeconds = KioskPage::resetSeconds + 5;

QString homeOf(const CodeLookup &place)
{
    return u"/kiosk/"_s + place.scanned.text();
}

QString parameter(const http::Request &request, const QString &name)
{
    return QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(name);
}

} // namespace

struct KioskPage::Visitor
{
    http::Request request;
    PageLanguage language;
    QString home; ///< the kiosk's address
};

KioskPage::KioskPage(const PageFrame &frame, const Settings &settings, SignupForm::Services services,
                     Remote<VisitErasure> erasure)
    : m_frame(frame)
    , m_settings(settings)
    , m_services(services)
    , m_erasure(erasure)
    , m_form(services)
    , m_script(VersionedFile::ofResource(u"/kiosk.js"_s, "text/javascript; charset=utf-8",
                                         u":/shirase/pages/kiosk.js"_s))
    , m_style(VersionedFile::ofResource(u"/kiosk.css"_s, "text/css; charset=utf-8",
                                        u":/shirase/pages/kiosk.css"_s))
{}

void KioskPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/kiosk/:code",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   show(request, path.value(u"code"), std::move(answer));
               });
    router.add(http::Method::Post, u"/kiosk/:code",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   submit(request, path.value(u"code"), std::move(answer));
               });
    for (const VersionedFile &file : {m_script, m_style}) {
        router.add(http::Method::Get, file.path(),
                   [file](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                       answer(file.answer(request));
                   });
    }
}

void KioskPage::show(const http::Request &request, const QString &code, http::Answer answer) const
{
    const QString done = parameter(request, u"done"_s);
    const auto visit = VisitToken::decode(done.toLatin1(), m_services.serverKey.tokenKey(), m_form.now());
    const PageLanguage language = m_frame.languageOf(request, visit ? visit->language : QString());
    m_form.find(code, [this, request, language, done, answer = std::move(answer)](const auto &place) mutable {
        answer(place ? opened({request, language, homeOf(*place)}, *place, done)
                     : message({request, language, {}}, place.error().page, place.error().status));
    });
}

http::Response KioskPage::opened(const Visitor &visitor, const CodeLookup &place, const QString &done) const
{
    // Looked at again: what is shown of a visitor opens for seconds only.
    if (const auto visit = VisitToken::decode(done.toLatin1(), m_services.serverKey.tokenKey(), m_form.now()))
        return confirmation(visitor, done, *visit, 200);
    if (!parameter(visitor.request, u"erased"_s).isEmpty())
        return message(visitor, Page::Erased, 200);
    if (const auto reason = m_form.closed(place, m_form.now()))
        return message(visitor, reason->page, reason->status);
    return start(visitor, place, {.token = m_form.newToken(place), .typed = {}}, 200);
}

void KioskPage::submit(const http::Request &request, const QString &code, http::Answer answer)
{
    const Result<http::Form> sent = http::Form::parse(request);
    const PageLanguage language = m_frame.languageOf(request, sent ? sent->value(u"lang") : QString());
    m_form.find(code, [this, request, language, sent, answer = std::move(answer)](const auto &place) mutable {
        if (place)
            submitAt({request, language, homeOf(*place)}, *place, sent, std::move(answer));
        else
            answer(message({request, language, {}}, place.error().page, place.error().status));
    });
}

void KioskPage::submitAt(const Visitor &visitor, const CodeLookup &place, const Result<http::Form> &sent,
                         http::Answer answer)
{
    if (!sent) {
        answer(message(visitor, Page::Unreadable, 400));
        return;
    }
    if (sent->contains(u"erase")) {
        erase(visitor, sent->value(u"erase"), std::move(answer));
        return;
    }
    m_form.submit(place, *sent, visitor.language.tag,
                  [this, visitor, place, answer = std::move(answer)](const SignupForm::Entry &entry,
                                                                     const SignupForm::Outcome &outcome) mutable {
                      answer(said(visitor, place, entry, outcome));
                  });
}

/// REQUIREMENTS V11, for as long as the confirmation is on the screen.
void KioskPage::erase(const Visitor &visitor, const QString &token, http::Answer answer) const
{
    const auto visit = VisitToken::decode(token.toLatin1(), m_services.serverKey.tokenKey(), m_form.now());
    if (!visit) {
        answer(PageFrame::seeOther(visitor.home));
        return;
    }
    m_erasure.ask(
        [token = *visit](VisitErasure &erasure) { return erasure.erase({{token.visit, token.confirmation}}); },
        [this, visitor, token, visit = *visit,
         answer = std::move(answer)](const Result<VisitErasure::Erased> &erased) mutable {
            answer(erased ? PageFrame::seeOther(visitor.home + u"?erased=1&lang="_s + visitor.language.tag)
                          : confirmation(visitor, token, visit, 503));
        });
}

http::Response KioskPage::said(const Visitor &visitor, const CodeLookup &place,
                               const SignupForm::Entry &entry, const SignupForm::Outcome &outcome) const
{
    if (const auto *refusal = std::get_if<SignupForm::Refusal>(&outcome)) {
        if (refusal->status != 400)
            return message(visitor, refusal->page, refusal->status);
        // There is no poster to scan again, only the form to begin again.
        return start(visitor, place, {.token = m_form.newToken(place), .typed = {}}, 400,
                     {{u"again"_s, true}});
    }
    if (const auto *problems = std::get_if<SignupForm::Problems>(&outcome))
        return start(visitor, place, entry, 422,
                     signupValues::problems(m_frame, visitor.language, *problems));
    if (const auto *question = std::get_if<SignupForm::Question>(&outcome))
        return start(visitor, place, entry, 422, signupValues::question(*question));
    if (const auto *visit = std::get_if<VisitToken>(&outcome))
        return registered(visitor, *visit);
    return start(visitor, place, entry, 503, {{u"unconfirmed"_s, true}});
}

/// On to the confirmation by an address that soon opens nothing: neither the history nor going back shows who
/// was here.
http::Response KioskPage::registered(const Visitor &visitor, const VisitToken &visit) const
{
    const qint64 madeAt = m_form.now() - VisitToken::validSeconds + confirmationSeconds;
    const QByteArray token = visit.encode(m_services.serverKey.tokenKey(), madeAt);
    return PageFrame::seeOther(visitor.home + u"?done="_s + QString::fromLatin1(token));
}

http::Response KioskPage::start(const Visitor &visitor, const CodeLookup &place,
                                const SignupForm::Entry &entry, int status, const QJsonObject &more) const
{
    QJsonObject values = signupValues::form(m_frame, visitor.language, place, entry);
    values.insert(u"check"_s, status == 422);
    if (status == 200 || status == 400)
        values.insert(u"qr"_s, qrCode(visitor, place));
    return page(visitor, Page::Kiosk, signupValues::together(values, more), status,
                status == 200 ? refreshForm : refreshAnswer);
}

http::Response KioskPage::confirmation(const Visitor &visitor, const QString &token, const VisitToken &visit,
                                       int status) const
{
    return page(visitor, Page::KioskDone,
                {{u"maskedAddress"_s, visit.maskedAddress},
                 {u"visitTime"_s, m_frame.dateTime(visitor.language, visit.visit.scannedAt)},
                 {u"eraseToken"_s, token},
                 {u"registered"_s, true},
                 {u"unconfirmed"_s, status == 503}},
                status, resetSeconds);
}

http::Response KioskPage::message(const Visitor &visitor, Page reason, int status) const
{
    const QString section = partsOf(reason).name;
    const auto text = [&](const QString &key) { return m_frame.text(visitor.language, section + key); };
    return page(
        visitor, Page::KioskMessage,
        {{u"heading"_s, text(u".heading"_s)}, {u"text"_s, text(u".text"_s)}, {u"next"_s, text(u".next"_s)}},
        status, status == 200 ? resetSeconds : refreshAnswer);
}

http::Response KioskPage::page(const Visitor &visitor, Page page, const QJsonObject &values, int status,
                               int refresh) const
{
    QJsonObject all{{u"script"_s, m_script.address()},
                    {u"kioskStyle"_s, m_style.address()},
                    {u"reset"_s, QString::number(resetSeconds)},
                    {u"refresh"_s, QString::number(refresh)}};
    if (!visitor.home.isEmpty())
        all.insert(u"path"_s, visitor.home);
    http::Response response =
        m_frame.page(visitor.request, visitor.language, page, signupValues::together(all, values), status);
    response.headers.emplace_back("Content-Security-Policy", contentSecurityPolicy.toByteArray());
    return response;
}

QJsonValue KioskPage::qrCode(const Visitor &visitor, const CodeLookup &place) const
{
    const QString base = m_settings.profile(visitor.language.tag).publicUrl;
    const Result<QrCode> code = QrCode::encode((base + u"/f/"_s + place.scanned.text()).toUtf8());
    if (!code)
        return false; // a public address that is too long for a code; the form is there all the same
    const int side = code->size() + 2 * QrCode::quietZone;
    return QJsonObject{{u"modules"_s, code->svgPath()},
                       {u"side"_s, QString::number(side)},
                       {u"quiet"_s, QString::number(QrCode::quietZone)}};
}

} // namespace shirase
