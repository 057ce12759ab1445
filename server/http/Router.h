// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Http.h"

#include <QList>
#include <QString>

#include <functional>
#include <utility>
#include <vector>

namespace shirase::http {

/// What stood in the place of the ":name" segments of a pattern, decoded.
class PathParameters
{
public:
    /// Empty if the pattern has no such name.
    [[nodiscard]] QString value(QStringView name) const;
    void add(QString name, QString value) { m_values.emplace_back(std::move(name), std::move(value)); }

private:
    QList<std::pair<QString, QString>> m_values;
};

using RouteHandler = std::function<void(const Request &, const PathParameters &, Answer)>;
/// The page for an error, in the visitor's language and the house's style.
using ErrorPage = std::function<Response(int status, const Request &)>;

/// Finds the handler of a path. Paths are compared segment by segment after strict decoding, so "/f%61q" is
/// "/faq", and "/faq/" is not. No handler is ever called with a segment that is empty, is not UTF-8 or holds
/// a '/'.
class Router final : public RequestHandler
{
public:
    explicit Router(ErrorPage errorPage);

    /// @param pattern "/f/:code"; a literal segment goes before a parameter, whatever the order of adding.
    /// GET answers HEAD too. Adding the same method and pattern twice is a bug.
    void add(Method method, QStringView pattern, RouteHandler handler);

    /// Unknown paths get 404; known ones with another method 405 with Allow.
    void handle(const Request &request, Answer answer) override;

    [[nodiscard]] Response errorPage(int status, const Request &request) const
    {
        return m_errorPage(status, request);
    }

private:
    struct Route
    {
        QList<QString> pattern; ///< segments
        Method method;
        RouteHandler handler;

        [[nodiscard]] bool matches(const QList<QString> &path, PathParameters &parameters) const;
        [[nodiscard]] bool goesBefore(const Route &other) const;
    };

    ErrorPage m_errorPage;
    std::vector<Route> m_routes;
};

} // namespace shirase::http
