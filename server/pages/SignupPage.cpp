// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/SignupPage.h"

#include "server/pages/SignupValues.h"

#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

struct SignupPage::Visitor
{
    http::Request request;
    PageLanguage language;
    CodeLookup place;
};

/// All but the token of a form is the same for everybody who opens it: written once, a page takes 20,000 instructions
/// instead of 125,000 (measured).
struct SignupPage::Opened
{
    CodeLookup place; ///< as it was then
    quint64 revision; ///< PageFrame's
    http::Response head;
    PageMould body;

    [[nodiscard]] http::Response filled(const QJsonObject &own) const
    {
        http::Response response = head;
        response.body = body.filled(own);
        return response;
    }
};

SignupPage::SignupPage(const PageFrame &frame, SignupForm::Services services)
    : m_frame(frame)
    , m_serverKey(services.serverKey)
    , m_form(services)
{}

SignupPage::~SignupPage() = default;

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
    m_form.find(code, [this, request, language, answer = std::move(answer)](const auto &place) mutable {
        answer(place ? opened({request, language, *place})
                     : m_frame.page(request, language, place.error().page, {}, place.error().status));
    });
}

http::Response SignupPage::opened(const Visitor &visitor) const
{
    if (const auto reason = m_form.closed(visitor.place, m_form.now()))
        return m_frame.page(visitor.request, visitor.language, reason->page, {}, reason->status);
    const QJsonObject own{{u"token"_s, m_form.newToken(visitor.place)}};
    const QByteArray key = visitor.place.scanned.text().toLatin1() + ' ' + visitor.language.tag.toLatin1() +
                           (visitor.language.chosen ? '+' : '-');
    const Opened *known = m_opened.object(key);
    if (known && known->place == visitor.place && known->revision == m_frame.revision())
        return known->filled(own);
    auto fresh = std::make_unique<Opened>(writtenAnew(visitor, own));
    http::Response response = fresh->filled(own);
    const qsizetype size = fresh->body.size();
    m_opened.insert(key, fresh.release(), size); // which deletes what is too large to keep
    return response;
}

SignupPage::Opened SignupPage::writtenAnew(const Visitor &visitor, const QJsonObject &own) const
{
    const QString mark = PageMould::marked(own)[u"token"_s].toString();
    http::Response response = form(visitor, {.token = mark, .typed = {}}, 200);
    PageMould body(std::exchange(response.body, {}), own);
    return {visitor.place, m_frame.revision(), std::move(response), std::move(body)};
}

void SignupPage::submit(const http::Request &request, const QString &code, http::Answer answer)
{
    const Result<http::Form> sent = http::Form::parse(request);
    if (!sent) {
        answer(m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400));
        return;
    }
    const PageLanguage language = m_frame.languageOf(request, sent->value(u"lang"));
    m_form.find(code, [this, request, language, sent = *sent,
                       answer = std::move(answer)](const auto &place) mutable {
        if (place)
            submitAt({request, language, *place}, sent, std::move(answer));
        else
            answer(m_frame.page(request, language, place.error().page,
                                place.error().status == 503 ? PageFrame::toSendAgain(request, sent) : QJsonObject(),
                                place.error().status));
    });
}

void SignupPage::submitAt(Visitor visitor, const http::Form &sent, http::Answer answer)
{
    const CodeLookup place = visitor.place;
    const QString language = visitor.language.tag;
    m_form.submit(place, sent, language,
                  [this, visitor = std::move(visitor), answer = std::move(answer)](
                      const SignupForm::Entry &entry, const SignupForm::Outcome &outcome) mutable {
                      answer(said(visitor, entry, outcome));
                  });
}

http::Response SignupPage::form(const Visitor &visitor, const SignupForm::Entry &entry, int status,
                                const QJsonObject &more) const
{
    QJsonObject values = signupValues::form(m_frame, visitor.language, visitor.place, entry);
    values.insert(u"path"_s, u"/f/"_s + visitor.place.scanned.text());
    values.insert(u"check"_s, status == 422);
    return m_frame.page(visitor.request, visitor.language, Page::Signup, signupValues::together(values, more),
                        status);
}

http::Response SignupPage::said(const Visitor &visitor, const SignupForm::Entry &entry,
                                const SignupForm::Outcome &outcome) const
{
    if (const auto *refusal = std::get_if<SignupForm::Refusal>(&outcome))
        return m_frame.page(visitor.request, visitor.language, refusal->page, {}, refusal->status);
    if (const auto *problems = std::get_if<SignupForm::Problems>(&outcome))
        return form(visitor, entry, 422, signupValues::problems(m_frame, visitor.language, *problems));
    if (const auto *question = std::get_if<SignupForm::Question>(&outcome))
        return form(visitor, entry, 422, signupValues::question(*question));
    if (const auto *visit = std::get_if<VisitToken>(&outcome)) {
        const QByteArray token = visit->encode(m_serverKey.tokenKey(), m_form.now());
        return PageFrame::seeOther(u"/v/"_s + QString::fromLatin1(token));
    }
    return form(visitor, entry, 503, {{u"unconfirmed"_s, true}});
}

} // namespace shirase
