// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/VisitPage.h"

#include "server/http/Form.h"

namespace shirase {

using namespace Qt::StringLiterals;

struct VisitPage::Visitor
{
    http::Request request;
    PageLanguage language;
    QString path; ///< of the confirmation
    std::optional<VisitToken> token;
};

void VisitPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/v/:token",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   show(request, path.value(u"token"), std::move(answer));
               });
    router.add(http::Method::Post, u"/v/:token/erase",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   erase(request, path.value(u"token"), std::move(answer));
               });
}

VisitPage::Visitor VisitPage::visitorOf(const http::Request &request, const QString &token,
                                        const QString &formLanguage) const
{
    std::optional<VisitToken> decoded =
        VisitToken::decode(token.toLatin1(), m_serverKey.tokenKey(), m_clock.now());
    const QString preferred = !formLanguage.isEmpty() ? formLanguage
                              : decoded               ? decoded->language
                                                      : QString();
    return {request, m_frame.languageOf(request, preferred), u"/v/"_s + token, std::move(decoded)};
}

void VisitPage::show(const http::Request &request, const QString &token, http::Answer answer)
{
    const Visitor visitor = visitorOf(request, token);
    if (!visitor.token) {
        answer(gone(visitor));
        return;
    }
    m_signups.erasureOf(visitor.token->visit,
                        [this, visitor, answer = std::move(answer)](const Result<ErasureState> &erasure) mutable {
                            if (!erasure)
                                answer(m_frame.page(visitor.request, visitor.language, Page::Busy, {}, 503));
                            else if (*erasure == ErasureState::Done)
                                answer(m_frame.page(visitor.request, visitor.language, Page::Erased, {}, 410));
                            else // with the button that brings an erasure to its end
                                answer(confirmation(visitor, *erasure == ErasureState::Begun ? 503 : 200));
                        });
}

void VisitPage::erase(const http::Request &request, const QString &token, http::Answer answer)
{
    const Result<http::Form> form = http::Form::parse(request);
    const Visitor visitor = visitorOf(request, token, form ? form->value(u"lang") : QString());
    if (!visitor.token) {
        answer(gone(visitor));
        return;
    }
    m_erasure.ask([token = *visitor.token](VisitErasure &erasure) { return erasure.erase({{token.visit, token.confirmation}}); },
                  [this, visitor, answer = std::move(answer)](const Result<VisitErasure::Erased> &erased) mutable {
                      answer(erased ? m_frame.page(visitor.request, visitor.language, Page::Erased,
                                                   {{u"path"_s, visitor.path}})
                                    : confirmation(visitor, 503));
                  });
}

http::Response VisitPage::confirmation(const Visitor &visitor, int status) const
{
    const QJsonObject values{
        {u"path"_s, visitor.path},
        {u"erasePath"_s, visitor.path + u"/erase"_s},
        {u"maskedAddress"_s, visitor.token->maskedAddress},
        {u"visitTime"_s, m_frame.dateTime(visitor.language, visitor.token->visit.scannedAt)},
        {u"unconfirmed"_s, status == 503}};
    return m_frame.page(visitor.request, visitor.language, Page::Visit, values, status);
}

http::Response VisitPage::gone(const Visitor &visitor) const
{
    return m_frame.page(visitor.request, visitor.language, Page::VisitGone, {{u"path"_s, u"/"_s}}, 404);
}

} // namespace shirase
