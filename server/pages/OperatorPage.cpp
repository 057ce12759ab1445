// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/OperatorPage.h"

#include "core/visits/ScanToken.h"
#include "server/pages/EvenAnswer.h"

#include <QCryptographicHash>

namespace shirase {

using namespace Qt::StringLiterals;

struct OperatorPage::Filled
{
    FacilityForm place;
    bool agreed = false;
};

namespace {

/// The operators' forms carry a scan token of no facility: it comes only from opening the form, and runs out.
constexpr FacilityId noFacility = 0;

constexpr int secondsUntilMoreMails = 3600;

} // namespace

void OperatorPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/facilities/new",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(show(request));
               });
    router.add(http::Method::Post, u"/facilities/new",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   submit(request, evenly(std::move(answer)));
               });
    router.add(http::Method::Get, u"/facilities/new/done",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(m_frame.page(request, m_frame.languageOf(request), Page::OperatorDone));
               });
    router.add(http::Method::Get, u"/facilities/new/asked",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(m_frame.page(request, m_frame.languageOf(request), Page::OperatorAsked));
               });
}

http::Response OperatorPage::show(const http::Request &request) const
{
    return form(request, m_frame.languageOf(request), {}, 200, {});
}

void OperatorPage::submit(const http::Request &request, http::Answer answer)
{
    const Result<http::Form> sent = http::Form::parse(request);
    if (!sent) {
        answer(m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400));
        return;
    }
    const PageLanguage language = m_frame.languageOf(request, sent->value(u"lang"));
    const Filled filled{FacilityForm::read(*sent), !sent->value(u"agree").isEmpty()};
    const auto token =
        ScanToken::decode(sent->value(u"token").toLatin1(), m_serverKey.tokenKey(), m_clock.now());
    // A form that was open too long is ours all the same: what was typed stays.
    if (!token && token.error() == ScanToken::Fault::Expired)
        answer(form(request, language, filled, 422, {}, u"stale"_s));
    else if (!token || token->facility != noFacility)
        answer(m_frame.page(request, language, Page::OperatorAgain, {}, 400));
    else if (const FacilityForm::Problems problems = problemsOf(filled, language); !problems.isEmpty())
        answer(form(request, language, filled, 422, problems));
    else
        registerOnce(request, language, filled, token->scannedAt + ScanToken::validSeconds, std::move(answer));
}

void OperatorPage::registerOnce(const http::Request &request, const PageLanguage &language, const Filled &filled,
                                qint64 until, http::Answer answer)
{
    const QByteArray hash = QCryptographicHash::hash(request.body, QCryptographicHash::Sha256);
    if (const auto before = outcomeOf(hash)) {
        answer(done(language, *before));
        return;
    }
    auto &waiting = m_underWay[hash];
    waiting.push_back([this, request, language, filled, answer = std::move(answer)](const Result<Registration> &registered) mutable {
        answer(outcome(request, language, filled, registered));
    });
    if (waiting.size() > 1)
        return;
    m_desk.ask([details = filled.place.details,
                tag = language.tag](OperatorDesk &desk) { return desk.registerPlace(details, tag); },
               [this, hash, until](const Result<Registration> &registered) {
                   if (registered)
                       m_finished.insert(hash, {*registered, until});
                   auto together = m_underWay.extract(hash);
                   for (auto &tell : together.mapped())
                       tell(registered);
               });
}

http::Response OperatorPage::outcome(const http::Request &request, const PageLanguage &language, const Filled &filled,
                                     const Result<Registration> &registered) const
{
    if (!registered && registered.error().code == ErrorCode::Refused) {
        http::Response response = form(request, language, filled, 429, {}, u"tooManyMails"_s);
        response.headers.emplace_back("Retry-After", QByteArray::number(secondsUntilMoreMails));
        return response;
    }
    if (!registered)
        return form(request, language, filled, 503, {}, u"unconfirmed"_s);
    return done(language, *registered);
}

FacilityForm::Problems OperatorPage::problemsOf(const Filled &filled, const PageLanguage &language) const
{
    FacilityForm::Problems found = filled.place.problems(m_frame, language);
    if (!filled.agreed)
        found.insert(u"agree"_s, m_frame.text(language, u"operator.agreeMissing"_s));
    return found;
}

http::Response OperatorPage::form(const http::Request &request, const PageLanguage &language,
                                  const Filled &filled, int status, const FacilityForm::Problems &problems,
                                  const QString &banner) const
{
    const ScanToken token = ScanToken::make(noFacility, m_clock.now());
    QJsonObject values = filled.place.show(m_frame, language, problems);
    values.insert(u"token"_s, QString::fromLatin1(token.encode(m_serverKey.tokenKey())));
    values.insert(u"check"_s, !problems.isEmpty());
    values.insert(u"agreeProblem"_s, problems[u"agree"_s]);
    values.insert(u"agreed"_s, filled.agreed);
    if (!problems.isEmpty())
        values.insert(u"problems"_s, QJsonObject{{u"list"_s, FacilityForm::summary(m_frame, language, problems)}});
    if (!banner.isEmpty())
        values.insert(banner, true);
    return m_frame.page(request, language, Page::Operator, values, status);
}

http::Response OperatorPage::done(const PageLanguage &language, Registration outcome) const
{
    const QString what = outcome == Registration::ContactAsked ? u"asked"_s : u"done"_s;
    return PageFrame::seeOther(u"/facilities/new/"_s + what + PageFrame::query(language));
}

std::optional<OperatorPage::Registration> OperatorPage::outcomeOf(const QByteArray &hash)
{
    m_finished.removeIf([now = m_clock.now()](const auto &finished) { return finished.value().until <= now; });
    const auto found = m_finished.constFind(hash);
    return found == m_finished.cend() ? std::nullopt : std::optional(found->outcome);
}

} // namespace shirase
