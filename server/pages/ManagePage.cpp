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
    http::Request request;
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
    addShow(router, {}, &ManagePage::showPlace);
    addShow(router, u"/details"_s, &ManagePage::showDetails);
    addShow(router, u"/code"_s, &ManagePage::showCode);
    addShow(router, u"/close"_s, &ManagePage::showClose);
    addAct(router, u"/details"_s, &ManagePage::correct);
    addAct(router, u"/code"_s, &ManagePage::reissue);
    addAct(router, u"/close"_s, &ManagePage::close);
    addAct(router, {}, &ManagePage::confirm, Link::Confirms);
}

void ManagePage::addDone(http::Router &router, const QString &what, Page page)
{
    router.add(http::Method::Get, u"/facilities/manage/done/"_s + what,
               [this, page](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(m_frame.page(request, m_frame.languageOf(request), page));
               });
}

void ManagePage::addShow(http::Router &router, const QString &what, Show show)
{
    // A link that confirms a mailbox opens the one page that asks, and nothing else.
    const QList<Link> links = what.isEmpty() ? QList{Link::Manages, Link::Confirms} : QList{Link::Manages};
    addStep(router, http::Method::Get, what, links,
            [this, show](const Visit &visit, http::Answer answer) { answer((this->*show)(visit)); });
}

void ManagePage::addAct(http::Router &router, const QString &what, Act act, Link link)
{
    addStep(router, http::Method::Post, what, {link}, [this, act](const Visit &visit, http::Answer answer) {
        (this->*act)(visit, std::move(answer));
    });
}

void ManagePage::addStep(http::Router &router, http::Method method, const QString &what, const QList<Link> &links,
                         const Step &step)
{
    router.add(method, QString(u"/facilities/manage/:token"_s + what),
               [this, links, step](const http::Request &request, const http::PathParameters &path,
                                   http::Answer answer) {
                   answerTo(request, path.value(u"token"), links, step, std::move(answer));
               });
}

void ManagePage::answerTo(const http::Request &request, const QString &token, const QList<Link> &links,
                          const Step &step, http::Answer answer) const
{
    http::Form form;
    if (request.method == http::Method::Post) {
        Result<http::Form> sent = http::Form::parse(request);
        if (!sent) {
            answer(m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400));
            return;
        }
        form = *std::move(sent);
    }
    const PageLanguage language = m_frame.languageOf(request, form.value(u"lang"));
    std::optional<ManageToken> decoded =
        ManageToken::decode(token.toLatin1(), m_serverKey.tokenKey(), m_clock.now());
    if (!decoded || !links.contains(decoded->newContact.isEmpty() ? Link::Manages : Link::Confirms)) {
        answer(gone(request, language));
        return;
    }
    m_desk.ask([sought = *decoded](OperatorDesk &desk) { return desk.placeOf(sought); },
               [this, request, language, token, decoded, form, step,
                answer = std::move(answer)](const Result<Facility> &place) mutable {
                   if (place)
                       step({request, language, u"/facilities/manage/"_s + token, *decoded, *place, form},
                            std::move(answer));
                   else if (place.error().code == ErrorCode::NotFound)
                       answer(gone(request, language));
                   else
                       answer(m_frame.page(request, language, Page::Busy, PageFrame::toSendAgain(request, form), 503));
               });
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

void ManagePage::correct(const Visit &visit, http::Answer answer) const
{
    const FacilityForm form = FacilityForm::read(visit.form);
    const FacilityForm::Problems problems = form.problems(m_frame, visit.language);
    if (!problems.isEmpty()) {
        answer(details(visit, form, 422, problems));
        return;
    }
    m_desk.ask([token = visit.token, wanted = form.details,
                tag = visit.language.tag](OperatorDesk &desk) { return desk.correct(token, wanted, tag); },
               [this, visit, form, answer = std::move(answer)](const Result<OperatorDesk::Correction> &done) mutable {
                   answer(corrected(visit, form, done));
               });
}

http::Response ManagePage::corrected(const Visit &visit, const FacilityForm &form,
                                     const Result<OperatorDesk::Correction> &done) const
{
    if (!done && done.error().code == ErrorCode::Refused)
        return details(
            visit, form, 429,
            {{u"contact_email"_s, m_frame.text(visit.language, u"manageDetails.tooManyMails"_s)}});
    const bool asked = done && *done == OperatorDesk::Correction::ContactAsked;
    return outcome(visit, done, asked ? u"asked"_s : u"corrected"_s,
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

void ManagePage::reissue(const Visit &visit, http::Answer answer) const
{
    bool isNumber = false;
    const int days = visit.form.value(u"grace").toInt(&isNumber);
    if (visit.place.state != FacilityState::Active)
        answer(gone(visit.request, visit.language));
    else if (!isNumber || days < 0 || days > OperatorDesk::longestGraceDays)
        answer(m_frame.page(visit.request, visit.language, Page::Unreadable, {}, 400));
    else
        m_desk.ask([token = visit.token, days,
                    tag = visit.language.tag](OperatorDesk &desk) { return desk.reissue(token, days, tag); },
                   [this, visit, days, answer = std::move(answer)](const Result<> &done) mutable {
                       answer(outcome(visit, done, u"code"_s, [&] { return code(visit, days, 503); }));
                   });
}

http::Response ManagePage::showClose(const Visit &visit) const
{
    return page(visit, Page::ManageClose);
}

void ManagePage::close(const Visit &visit, http::Answer answer) const
{
    m_desk.ask([token = visit.token, tag = visit.language.tag](OperatorDesk &desk) { return desk.close(token, tag); },
               [this, visit, answer = std::move(answer)](const Result<> &done) mutable {
                   answer(outcome(visit, done, u"closed"_s,
                                  [&] { return page(visit, Page::ManageClose, {}, 503); }));
               });
}

void ManagePage::confirm(const Visit &visit, http::Answer answer) const
{
    using Confirmation = OperatorDesk::Confirmation;
    m_desk.ask([token = visit.token,
                tag = visit.language.tag](OperatorDesk &desk) { return desk.confirmContact(token, tag); },
               [this, visit, answer = std::move(answer)](const Result<Confirmation> &done) mutable {
                   const bool mailed = done && *done == Confirmation::PosterMailed;
                   answer(outcome(visit, done, mailed ? u"confirmed"_s : u"contact"_s, [&] {
                       return page(visit, Page::ManageContact, {{u"newContact"_s, visit.token.newContact}}, 503);
                   }));
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
