// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/Router.h"

#include "server/http/PercentCode.h"

#include <QStringTokenizer>

#include <algorithm>
#include <array>
#include <optional>

namespace shirase::http {
namespace {

bool isParameter(const QString &segment)
{
    return segment.startsWith(u':');
}

/// The decoded segments after the first '/': one empty segment for "/". Nothing if one cannot be decoded.
std::optional<QList<QString>> segmentsOf(const QByteArray &path)
{
    QList<QString> segments;
    for (const QByteArray &encoded : path.sliced(1).split('/')) {
        const auto segment = percentDecoded(encoded);
        if (!segment || segment->contains(u'/'))
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}

QByteArray allowed(bool get, bool post)
{
    if (get && post)
        return "GET, HEAD, POST";
    return get ? "GET, HEAD" : "POST";
}

} // namespace

QString PathParameters::value(QStringView name) const
{
    for (const auto &[parameterName, text] : m_values) {
        if (parameterName == name)
            return text;
    }
    return {};
}

Router::Router(ErrorPage errorPage)
    : m_errorPage(std::move(errorPage))
{}

bool Router::Route::matches(const QList<QString> &path, PathParameters &parameters) const
{
    if (path.size() != pattern.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (isParameter(pattern[i]) ? path[i].isEmpty() : path[i] != pattern[i])
            return false;
    }
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (isParameter(pattern[i]))
            parameters.add(pattern[i].sliced(1), path[i]);
    }
    return true;
}

bool Router::Route::goesBefore(const Route &other) const
{
    return std::ranges::lexicographical_compare(pattern, other.pattern, {}, isParameter, isParameter);
}

void Router::add(Method method, QStringView pattern, RouteHandler handler)
{
    Q_ASSERT(pattern.startsWith(u'/'));
    Q_ASSERT(method != Method::Head);
    Route route{
        .pattern = pattern.sliced(1).toString().split(u'/'), .method = method, .handler = std::move(handler)};
    Q_ASSERT(std::ranges::none_of(m_routes, [&](const Route &other) {
        return other.pattern == route.pattern && other.method == method;
    }));
    const auto place =
        std::ranges::find_if(m_routes, [&](const Route &other) { return route.goesBefore(other); });
    m_routes.insert(place, std::move(route));
}

void Router::handle(const Request &request, Answer answer)
{
    const auto path = segmentsOf(request.path);
    if (!path) {
        answer(m_errorPage(404, request));
        return;
    }
    const Method wanted = request.method == Method::Head ? Method::Get : request.method;
    bool get = false;
    bool post = false;
    for (const Route &route : m_routes) {
        PathParameters parameters;
        if (!route.matches(*path, parameters))
            continue;
        if (route.method == wanted) {
            route.handler(request, parameters, std::move(answer));
            return;
        }
        (route.method == Method::Get ? get : post) = true;
    }
    Response response = m_errorPage(get || post ? 405 : 404, request);
    if (get || post)
        response.headers.emplace_back("Allow", allowed(get, post));
    answer(std::move(response));
}

} // namespace shirase::http
