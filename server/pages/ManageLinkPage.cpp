// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/ManageLinkPage.h"

#include "server/http/Form.h"
#include "server/pages/EvenAnswer.h"

#include <QRegularExpression>
#include <QUrlQuery>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int questionsPerMinute = 10; ///< and network

/// What is on the poster: the page's address or the code in it, in any width.
std::optional<FacilityCode> codeOf(const QString &typed)
{
    QString text = typed.normalized(QString::NormalizationForm_KC).simplified();
    if (const qsizetype start = text.indexOf(u"/f/"_s); start >= 0) {
        text = text.sliced(start + 3);
        text.truncate(text.indexOf(QRegularExpression(u"[/?#]|$"_s)));
    }
    return FacilityCode::parse(text);
}

/// "K7-4F2": which is on the poster too. No place is looked for by it: its 25 bits could be tried out, and
/// belong to several places once there are some thousands, whose contacts would get each other's links.
bool isCheckCode(const QString &typed)
{
    static const QRegularExpression shape(u"^[0-9A-Z]{2} ?-? ?[0-9A-Z]{3}$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return shape.match(typed.normalized(QString::NormalizationForm_KC).simplified()).hasMatch();
}

} // namespace

void ManageLinkPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/facilities/manage",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(show(request));
               });
    router.add(http::Method::Post, u"/facilities/manage",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   submit(request, evenly(std::move(answer)));
               });
    router.add(http::Method::Get, u"/facilities/manage/sent",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(m_frame.page(request, m_frame.languageOf(request), Page::ManageSent));
               });
}

http::Response ManageLinkPage::show(const http::Request &request) const
{
    // The mail with the poster links here with its code filled in.
    const QString code = QUrlQuery(QString::fromLatin1(request.query)).queryItemValue(u"code"_s);
    const std::optional<FacilityCode> known = FacilityCode::parse(code);
    return form(request, m_frame.languageOf(request), 200, known ? known->text() : QString());
}

void ManageLinkPage::submit(const http::Request &request, http::Answer answer)
{
    const Result<http::Form> sent = http::Form::parse(request);
    if (!sent) {
        answer(m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400));
        return;
    }
    const PageLanguage language = m_frame.languageOf(request, sent->value(u"lang"));
    const QString typed = sent->value(u"code");
    const std::optional<FacilityCode> code = codeOf(typed);
    if (!code) {
        answer(form(request, language, 422, typed,
                    typed.trimmed().isEmpty() ? u"manage.codeMissing"_s
                    : isCheckCode(typed)      ? u"manage.codeIsCheckCode"_s
                                              : u"manage.codeWrong"_s));
        return;
    }
    if (std::optional<http::Response> wait = tooMany(request, language, *sent)) {
        answer(*std::move(wait));
        return;
    }
    m_desk.ask([code = *code, tag = language.tag](OperatorDesk &desk) { return desk.mailLink(code, tag); },
               [this, request, language, typed, answer = std::move(answer)](const Result<> &mailed) mutable {
                   answer(mailed ? PageFrame::seeOther(u"/facilities/manage/sent"_s + PageFrame::query(language))
                                 : form(request, language, 503, typed));
               });
}

std::optional<http::Response> ManageLinkPage::tooMany(const http::Request &request, const PageLanguage &language,
                                                      const http::Form &sent)
{
    const auto wait = m_questions.take(request.client, questionsPerMinute, std::chrono::steady_clock::now());
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(wait);
    if (seconds.count() <= 0)
        return std::nullopt;
    http::Response response = m_frame.page(request, language, Page::TooMany, PageFrame::toSendAgain(request, sent), 429);
    response.headers.emplace_back("Retry-After", QByteArray::number(qint64(seconds.count())));
    return response;
}

http::Response ManageLinkPage::form(const http::Request &request, const PageLanguage &language, int status,
                                    const QString &typed, const QString &problem) const
{
    return m_frame.page(request, language, Page::Manage,
                        {{u"code"_s, typed},
                         {u"codeProblem"_s, problem.isEmpty() ? QString() : m_frame.text(language, problem)},
                         {u"check"_s, status == 422},
                         {u"unconfirmed"_s, status == 503}},
                        status);
}

} // namespace shirase
