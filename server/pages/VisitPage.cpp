// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/VisitPage.h"

#include "server/http/Form.h"

namespace shirase {

using namespace Qt::StringLiterals;

struct VisitPage::Visitor
{
    const http::Request &request;
    PageLanguage language;
    QString path; ///< of the confirmation
    std::optional<VisitToken> token;
};

void VisitPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/v/:token",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   answer(show(request, path.value(u"token")));
               });
    router.add(http::Method::Post, u"/v/:token/erase",
               [this](const http::Request &request, const http::PathParameters &path, http::Answer answer) {
                   answer(erase(request, path.value(u"token")));
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

http::Response VisitPage::show(const http::Request &request, const QString &token)
{
    const Visitor visitor = visitorOf(request, token);
    if (!visitor.token)
        return gone(visitor);
    const Result<bool> erased = m_signups.wasErased(visitor.token->visit);
    if (!erased)
        return m_frame.page(request, visitor.language, Page::Busy, {}, 503);
    if (*erased)
        return m_frame.page(request, visitor.language, Page::Erased, {}, 410);
    return confirmation(visitor, 200);
}

http::Response VisitPage::erase(const http::Request &request, const QString &token)
{
    const Result<http::Form> form = http::Form::parse(request);
    const Visitor visitor = visitorOf(request, token, form ? form->value(u"lang") : QString());
    if (!visitor.token)
        return gone(visitor);
    if (!m_signups.erase(visitor.token->visit))
        return confirmation(visitor, 503);
    return m_frame.page(request, visitor.language, Page::Erased, {{u"path"_s, visitor.path}});
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
