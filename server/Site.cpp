// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Site.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// A visitor opens the page, its style sheet and pictures, sends the form, and opens the confirmation. The limit
/// counts forms; what belongs to them is counted apart, so that it never takes the place of a registration.
constexpr int requestsPerForm = 10;

Page pageOf(int status)
{
    switch (status) {
    case 404:
        return Page::NotFound;
    case 405:
        return Page::WrongWay;
    case 429:
        return Page::TooMany;
    default:
        return status < 500 ? Page::Unreadable : Page::Busy;
    }
}

} // namespace

Site::Site(const Services &services)
    : m_settings(services.settings)
    , m_frame(services.settings)
    , m_router([this](int status, const http::Request &request) { return errorPage(status, request); })
    , m_places(services.facilities, services.trustInPlaces)
    , m_assets(m_frame)
    , m_homePage(m_frame, services.settings)
    , m_signupPage(m_frame, {m_places, services.signups, services.serverKey, services.clock})
    , m_kioskPage(m_frame, services.settings,
                  {m_places, services.signups, services.serverKey, services.clock}, services.erasure)
    , m_visitPage(m_frame, services.signups, services.erasure, services.serverKey, services.clock)
    , m_operatorPage(m_frame, services.operators, services.serverKey, services.clock)
    , m_manageLinkPage(m_frame, services.operators)
    , m_managePage(m_frame, services.operators, services.serverKey, services.clock)
    , m_monitoring({services.web, m_forms, m_pages, services.signups, services.database, services.clock})
{
    addTextPage(u"/faq", Page::Faq);
    addTextPage(u"/faq/operators", Page::FaqOperators);
    addTextPage(u"/terms", Page::Terms);
    addTextPage(u"/terms/operators", Page::TermsOperators);
    addTextPage(u"/privacy", Page::Privacy);
    m_assets.addTo(m_router);
    m_homePage.addTo(m_router);
    m_signupPage.addTo(m_router);
    m_kioskPage.addTo(m_router);
    m_visitPage.addTo(m_router);
    m_operatorPage.addTo(m_router);
    m_manageLinkPage.addTo(m_router);
    m_managePage.addTo(m_router);
    m_monitoring.addTo(m_router);
}

void Site::handle(const http::Request &request, http::Answer answer)
{
    if (const auto waiting = std::chrono::ceil<std::chrono::seconds>(wait(request)); waiting.count() > 0) {
        answer(tooMany(request, waiting));
        return;
    }
    if (request.method == http::Method::Post) {
        m_router.handle(request, std::move(answer)); // no answer to a form is the same for everybody
        return;
    }
    m_router.handle(request, [this, request, answer = std::move(answer)](http::Response response) mutable {
        answer(m_shared.represented(request, std::move(response)));
    });
}

std::chrono::nanoseconds Site::wait(const http::Request &request)
{
    const int forms = m_settings.number(u"limits.per_network_per_minute"_s);
    const auto now = std::chrono::steady_clock::now();
    return request.method == http::Method::Post ? m_forms.take(request.client, forms, now)
                                                : m_pages.take(request.client, forms * requestsPerForm, now);
}

http::Response Site::tooMany(const http::Request &request, std::chrono::seconds waiting) const
{
    // What a visitor has typed at a kiosk is not for the next one. Its script sends it again by itself; without a script the
    // kiosk begins anew.
    const bool atKiosk = request.path.startsWith("/kiosk/");
    const http::Form sent =
        request.method == http::Method::Post ? http::Form::parse(request).value_or(http::Form()) : http::Form();
    http::Response response = m_frame.page(request, m_frame.languageOf(request, sent.value(u"lang")), Page::TooMany,
                                           atKiosk ? QJsonObject() : PageFrame::toSendAgain(request, sent), 429);
    response.headers.emplace_back("Retry-After", QByteArray::number(qint64(waiting.count())));
    if (atKiosk)
        response.headers.emplace_back("Refresh", QByteArray::number(qint64(waiting.count())) + "; url=" + request.path);
    return response;
}

http::Response Site::refusalPage(int status) const
{
    http::Request request;
    request.path = "/";
    return errorPage(status, request);
}

void Site::addTextPage(QStringView path, Page page)
{
    m_router.add(
        http::Method::Get, path,
        [this, page](const http::Request &request, const http::PathParameters &, http::Answer answer) {
            answer(m_frame.page(request, m_frame.languageOf(request), page));
        });
}

http::Response Site::errorPage(int status, const http::Request &request) const
{
    return m_frame.page(request, m_frame.languageOf(request), pageOf(status), {}, status);
}

} // namespace shirase
