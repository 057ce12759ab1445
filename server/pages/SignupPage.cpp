// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/SignupPage.h"

#include "core/foundation/JapaneseTime.h"
#include "core/mail/EmailAddress.h"

#include <QJsonArray>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// Longer names are set smaller, so that the field stays in sight on a phone.
constexpr qsizetype longName = 20;

/// An address for display, to be broken before the @ if anywhere.
QJsonObject parts(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    return {{u"local"_s, address.left(at)}, {u"domain"_s, address.sliced(at)}};
}

} // namespace

struct SignupPage::Visitor
{
    http::Request request;
    PageLanguage language;
    CodeLookup place;
    QString token; ///< encoded
    QString typed; ///< the address as it was sent
    bool agreed = false;
    bool keep = false; ///< the visitor has looked at the address and wants it as typed
};

void SignupPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/f/:code",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   show(request, path.value(u"code"), std::move(answer));
               });
    router.add(http::Method::Post, u"/f/:code",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   submit(request, path.value(u"code"), std::move(answer));
               });
}

void SignupPage::show(const http::Request &request, const QString &code, http::Answer answer) const
{
    const PageLanguage language = m_frame.languageOf(request);
    const qint64 now = m_services.clock.now();
    const std::expected<CodeLookup, http::Response> place = find(request, language, code);
    if (!place) {
        answer(place.error());
        return;
    }
    if (const std::optional<Page> reason = closed(*place, now)) {
        answer(m_frame.page(request, language, *reason, {}, 410));
        return;
    }
    const ScanToken token = ScanToken::make(place->facility.id, now);
    const QString encoded = QString::fromLatin1(token.encode(m_services.serverKey.tokenKey()));
    answer(form({.request = request, .language = language, .place = *place, .token = encoded, .typed = {}},
                200));
}

void SignupPage::submit(const http::Request &request, const QString &code, http::Answer answer)
{
    const Result<http::Form> sent = http::Form::parse(request);
    if (!sent) {
        answer(m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400));
        return;
    }
    const PageLanguage language = m_frame.languageOf(request, sent->value(u"lang"));
    const std::expected<CodeLookup, http::Response> place = find(request, language, code);
    if (!place) {
        answer(place.error());
        return;
    }
    const QString encoded = sent->value(u"token");
    const auto token =
        ScanToken::decode(encoded.toLatin1(), m_services.serverKey.tokenKey(), m_services.clock.now());
    const bool scannedHere = token && token->facility == place->facility.id;
    // Days count at the scan: who scanned at 23:59 of the last day may finish after midnight (REQUIREMENTS
    // V1).
    if (const auto reason = closed(*place, scannedHere ? token->scannedAt : m_services.clock.now())) {
        answer(m_frame.page(request, language, *reason, {}, 410));
        return;
    }
    if (!scannedHere) {
        answer(m_frame.page(request, language, Page::ScanAgain, {}, 400));
        return;
    }
    Visitor visitor{.request = request,
                    .language = language,
                    .place = *place,
                    .token = encoded,
                    .typed = sent->value(u"email"),
                    .agreed = !sent->value(u"agree").isEmpty(),
                    .keep = sent->value(u"keep") == u"1"};
    const Result<EmailAddress> address = EmailAddress::parse(visitor.typed);
    if (!address || !visitor.agreed) {
        answer(withProblems(visitor));
        return;
    }
    if (const auto meant = address->likelyMeant(); meant && !visitor.keep) {
        answer(question(visitor, address->display(), meant->display()));
        return;
    }
    m_services.signups.submit({.token = *token, .address = *address, .language = language.tag},
                              [this, visitor = std::move(visitor),
                               answer = std::move(answer)](const Result<VisitToken> &result) mutable {
                                  answer(outcome(visitor, result));
                              });
}

std::expected<CodeLookup, http::Response>
SignupPage::find(const http::Request &request, const PageLanguage &language, const QString &code) const
{
    const std::optional<FacilityCode> parsed = FacilityCode::parse(code);
    if (!parsed)
        return std::unexpected(m_frame.page(request, language, Page::UnknownCode, {}, 404));
    Result<CodeLookup> place = m_services.facilities.findByCode(*parsed);
    if (place)
        return *std::move(place);
    if (place.error().code == ErrorCode::NotFound)
        return std::unexpected(m_frame.page(request, language, Page::UnknownCode, {}, 404));
    return std::unexpected(m_frame.page(request, language, Page::Busy, {}, 503));
}

std::optional<Page> SignupPage::closed(const CodeLookup &place, qint64 at) const
{
    if (place.codeRetired || place.facility.state == FacilityState::Retired)
        return Page::Retired;
    if (place.facility.state == FacilityState::Suspended)
        return Page::Suspended;
    const FacilityDetails &details = place.facility.details;
    const QDate day = japan::dayOf(at);
    if ((details.from && day < *details.from) || (details.until && day > *details.until))
        return Page::OutsideDays;
    return std::nullopt;
}

http::Response SignupPage::form(const Visitor &visitor, int status, QJsonObject more) const
{
    const FacilityDetails &details = visitor.place.facility.details;
    QString days;
    if (details.from && details.until) {
        const QString first = m_frame.date(visitor.language, *details.from);
        const QString last = m_frame.date(visitor.language, *details.until);
        days = first == last ? first
                             : m_frame.text(visitor.language, u"language.days"_s,
                                            {{u"first"_s, first}, {u"last"_s, last}});
    }
    if (!more.contains(u"email"_s))
        more.insert(u"email"_s, visitor.typed);
    more.insert(u"path"_s, u"/f/"_s + visitor.place.scanned.text());
    more.insert(u"facilityName"_s, details.name);
    more.insert(u"longName"_s, details.name.size() > longName);
    more.insert(u"checkCode"_s, visitor.place.scanned.checkCode());
    more.insert(u"eventDays"_s, days);
    more.insert(u"exercise"_s, details.exercise);
    more.insert(u"token"_s, visitor.token);
    more.insert(u"agreed"_s, visitor.agreed);
    more.insert(u"check"_s, status == 422);
    return m_frame.page(visitor.request, visitor.language, Page::Signup, more, status);
}

http::Response SignupPage::withProblems(const Visitor &visitor) const
{
    QJsonObject values;
    QJsonArray list;
    const auto add = [&](const QString &field, const QString &key) {
        const QString message = m_frame.text(visitor.language, key);
        values.insert(field + u"Problem"_s, message);
        list += QJsonObject{{u"field"_s, field}, {u"message"_s, message}};
    };
    if (visitor.typed.trimmed().isEmpty())
        add(u"email"_s, u"signup.emailMissing"_s);
    else if (!EmailAddress::parse(visitor.typed))
        add(u"email"_s, u"signup.emailWrong"_s);
    if (!visitor.agreed)
        add(u"agree"_s, u"signup.agreeMissing"_s);
    values.insert(u"problems"_s, QJsonObject{{u"list"_s, list}});
    return form(visitor, 422, values);
}

http::Response SignupPage::question(const Visitor &visitor, const QString &typed, const QString &meant) const
{
    return form(visitor, 422,
                {{u"question"_s, true},
                 {u"typed"_s, typed},
                 {u"typedParts"_s, parts(typed)},
                 {u"meant"_s, meant},
                 {u"meantParts"_s, parts(meant)},
                 {u"email"_s, typed}});
}

http::Response SignupPage::outcome(const Visitor &visitor, const Result<VisitToken> &result) const
{
    if (result) {
        const QByteArray token = result->encode(m_services.serverKey.tokenKey(), m_services.clock.now());
        return PageFrame::seeOther(u"/v/"_s + QString::fromLatin1(token));
    }
    // The day of the scan is over: the scan cannot count any more, however often the form is sent.
    if (result.error().code == ErrorCode::Conflict)
        return m_frame.page(visitor.request, visitor.language, Page::ScanAgain, {}, 400);
    if (result.error().code == ErrorCode::Refused)
        return m_frame.page(visitor.request, visitor.language, Page::ScanShared, {}, 400);
    return form(visitor, 503, {{u"unconfirmed"_s, true}});
}

} // namespace shirase
