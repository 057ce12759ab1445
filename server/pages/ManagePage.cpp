// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/ManagePage.h"

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualGraceDays = 7;
constexpr std::array graceChoices{usualGraceDays, OperatorDesk::longestGraceDays, 0};

} // namespace

/// A request behind a link that is alive.
struct ManagePage::Visit
{
    const http::Request &request;
    PageLanguage language;
    QString path; ///< /facilities/manage/TOKEN
    ManageToken token;
    Facility place;
    http::Form form; ///< empty for GET
};

void ManagePage::addTo(http::Router &router)
{
    addDone(router, u"corrected"_s, Page::ManageCorrected);
    addDone(router, u"asked"_s, Page::ManageAsked);
    addDone(router, u"contact"_s, Page::ManageContactDone);
    addDone(router, u"confirmed"_s, Page::ManageConfirmed);
    addDone(router, u"code"_s, Page::ManageReissued);
    addDone(router, u"closed"_s, Page::ManageClosed);
    addStep(router, http::Method::Get, {}, &ManagePage::showPlace);
    addStep(router, http::Method::Get, u"/details"_s, &ManagePage::showDetails);
    addStep(router, http::Method::Get, u"/code"_s, &ManagePage::showCode);
    addStep(router, http::Method::Get, u"/close"_s, &ManagePage::showClose);
    addStep(router, http::Method::Post, u"/details"_s, &ManagePage::correct);
    addStep(router, http::Method::Post, u"/code"_s, &ManagePage::reissue);
    addStep(router, http::Method::Post, u"/close"_s, &ManagePage::close);
    addStep(router, http::Method::Post, {}, &ManagePage::confirm);
}

void ManagePage::addDone(http::Router &router, const QString &what, Page page)
{
    router.add(http::Method::Get, u"/facilities/manage/done/"_s + what,
               [this, page](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(m_frame.page(request, m_frame.languageOf(request), page));
               });
}

void ManagePage::addStep(http::Router &router, http::Method method, const QString &what, Step step)
{
    router.add(method, QString(u"/facilities/manage/:token"_s + what),
               [this, step](const http::Request &request, const http::PathParameters &path,
                            http::Answer answer) { answer(answerTo(request, path.value(u"token"), step)); });
}

http::Response ManagePage::answerTo(const http::Request &request, const QString &token, Step step) const
{
    http::Form form;
    if (request.method == http::Method::Post) {
        Result<http::Form> sent = http::Form::parse(request);
        if (!sent)
            return m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400);
        form = *std::move(sent);
    }
    const PageLanguage language = m_frame.languageOf(request, form.value(u"lang"));
    std::optional<ManageToken> decoded =
        ManageToken::decode(token.toLatin1(), m_serverKey.tokenKey(), m_clock.now());
    if (!decoded)
        return gone(request, language);
    Result<Facility> place = m_desk.placeOf(*decoded);
    if (!place)
        return place.error().code == ErrorCode::NotFound
                   ? gone(request, language)
                   : m_frame.page(request, language, Page::Busy, {}, 503);
    // A link that confirms a mailbox opens the one page that asks, and nothing else.
    const bool confirms = step == &ManagePage::showPlace || step == &ManagePage::confirm;
    if ((!decoded->newContact.isEmpty() && !confirms) ||
        (decoded->newContact.isEmpty() && step == &ManagePage::confirm))
        return gone(request, language);
    return (this->*step)({request, language, u"/facilities/manage/"_s + token, *std::move(decoded),
                          *std::move(place), std::move(form)});
}

http::Response ManagePage::gone(const http::Request &request, const PageLanguage &language) const
{
    return m_frame.page(request, language, Page::ManageGone, {{u"path"_s, u"/facilities/manage"_s}}, 404);
}

http::Response ManagePage::page(const Visit &visit, Page page, QJsonObject values, int status) const
{
    values.insert(u"path"_s, QString::fromLatin1(visit.request.path));
    values.insert(u"placePath"_s, visit.path);
    values.insert(u"placeName"_s, visit.place.details.name);
    values.insert(u"unconfirmed"_s, status == 503);
    return m_frame.page(visit.request, visit.language, page, values, status);
}

http::Response ManagePage::showPlace(const Visit &visit) const
{
    if (!visit.token.newContact.isEmpty())
        return page(visit, Page::ManageContact, {{u"newContact"_s, visit.token.newContact}});
    return page(visit, Page::ManagePlace,
                {{u"checkCode"_s, visit.place.code.checkCode()},
                 {u"address"_s, visit.place.details.address},
                 // A new code of a suspended place would be as suspended as the old one.
                 {u"inUse"_s, visit.place.state == FacilityState::Active}});
}

http::Response ManagePage::showDetails(const Visit &visit) const
{
    return details(visit, FacilityForm::of(visit.place.details), 200, {});
}

http::Response ManagePage::details(const Visit &visit, const FacilityForm &form, int status,
                                   const FacilityForm::Problems &problems) const
{
    QJsonObject values = form.show(m_frame, visit.language, problems);
    values.insert(u"check"_s, !problems.isEmpty());
    if (!problems.isEmpty())
        values.insert(u"problems"_s,
                      QJsonObject{{u"list"_s, FacilityForm::summary(m_frame, visit.language, problems)}});
    return page(visit, Page::ManageDetails, values, status);
}

http::Response ManagePage::correct(const Visit &visit) const
{
    using Correction = OperatorDesk::Correction;
    const FacilityForm form = FacilityForm::read(visit.form);
    FacilityForm::Problems problems = form.problems(m_frame, visit.language);
    if (!problems.isEmpty())
        return details(visit, form, 422, problems);
    const Result<Correction> corrected = m_desk.correct(visit.token, form.details, visit.language.tag);
    if (!corrected && corrected.error().code == ErrorCode::Refused) {
        problems.insert(u"contact_email"_s, m_frame.text(visit.language, u"manageDetails.tooManyMails"_s));
        return details(visit, form, 429, problems);
    }
    return outcome(visit, corrected, corrected == Correction::ContactAsked ? u"asked"_s : u"corrected"_s,
                   [&] { return details(visit, form, 503, {}); });
}

http::Response ManagePage::showCode(const Visit &visit) const
{
    if (visit.place.state != FacilityState::Active)
        return gone(visit.request, visit.language);
    return code(visit, usualGraceDays, 200);
}

http::Response ManagePage::code(const Visit &visit, int chosenDays, int status) const
{
    QJsonArray choices;
    for (const int days : graceChoices)
        choices += QJsonObject{{u"days"_s, QString::number(days)},
                               {u"first"_s, days == graceChoices.front()},
                               {u"chosen"_s, days == chosenDays},
                               {u"text"_s, m_frame.text(visit.language, u"manageCode.grace%1"_s.arg(days))}};
    return page(visit, Page::ManageCode, {{u"choices"_s, choices}}, status);
}

http::Response ManagePage::reissue(const Visit &visit) const
{
    if (visit.place.state != FacilityState::Active)
        return gone(visit.request, visit.language);
    bool isNumber = false;
    const int days = visit.form.value(u"grace").toInt(&isNumber);
    if (!isNumber || days < 0 || days > OperatorDesk::longestGraceDays)
        return m_frame.page(visit.request, visit.language, Page::Unreadable, {}, 400);
    return outcome(visit, m_desk.reissue(visit.token, days, visit.language.tag), u"code"_s,
                   [&] { return code(visit, days, 503); });
}

http::Response ManagePage::showClose(const Visit &visit) const
{
    return page(visit, Page::ManageClose);
}

http::Response ManagePage::close(const Visit &visit) const
{
    return outcome(visit, m_desk.close(visit.token, visit.language.tag), u"closed"_s,
                   [&] { return page(visit, Page::ManageClose, {}, 503); });
}

http::Response ManagePage::confirm(const Visit &visit) const
{
    using Confirmation = OperatorDesk::Confirmation;
    const Result<Confirmation> done = m_desk.confirmContact(visit.token, visit.language.tag);
    return outcome(visit, done, done == Confirmation::PosterMailed ? u"confirmed"_s : u"contact"_s, [&] {
        return page(visit, Page::ManageContact, {{u"newContact"_s, visit.token.newContact}}, 503);
    });
}

template <typename T>
http::Response ManagePage::outcome(const Visit &visit, const Result<T> &done, const QString &what,
                                   const std::function<http::Response()> &again) const
{
    if (done)
        return PageFrame::seeOther(u"/facilities/manage/done/"_s + what + PageFrame::query(visit.language));
    if (done.error().code == ErrorCode::NotFound)
        return gone(visit.request, visit.language);
    return again();
}

} // namespace shirase
