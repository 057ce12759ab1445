// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/HttpServer.h"

#include <QHash>
#include <QScopeGuard>

#include <algorithm>
#include <utility>
#include <vector>

/// A server on a free loopback port with a handler that answers with what it was asked, except that
/// /late keeps its answers, /drop drops them, /big answers 8 MB and /twice calls the answer twice.
class ServerUnderTest final : public shirase::http::RequestHandler
{
    shirase::http::HttpCounters m_counters;

public:
    explicit ServerUnderTest(shirase::http::HttpOptions options = {})
        : server(std::make_unique<shirase::http::HttpServer>(allowing(std::move(options)), m_counters, *this))
    {
        if (const auto listening = server->listen(QHostAddress(QHostAddress::LocalHost), 0))
            port = *listening;
    }

    [[nodiscard]] const shirase::http::HttpCounters &counters() const { return m_counters; }
    void answerKept(qsizetype index, const QByteArray &body)
    {
        kept.at(static_cast<std::size_t>(index))(
            {.status = 200, .contentType = "text/plain", .body = body, .headers = {}});
    }

    std::vector<shirase::http::Answer> kept;
    std::vector<shirase::http::Request> requests;
    int deepest = 0; ///< how many requests have been in the handler at once, each within the answer to the one before
    std::unique_ptr<shirase::http::HttpServer> server;
    quint16 port = 0;

private:
    static shirase::http::HttpOptions allowing(shirase::http::HttpOptions options)
    {
        if (!options.isHostAllowed)
            options.isHostAllowed = [](QByteArrayView host) {
                return host == "a.example" || host == "[::1]";
            };
        return options;
    }

    void handle(const shirase::http::Request &request, shirase::http::Answer answer) override
    {
        requests.push_back(request);
        deepest = std::max(deepest, ++m_depth);
        const auto returned = qScopeGuard([this] { --m_depth; });
        shirase::http::Response response;
        response.contentType = "text/plain";
        response.body = request.path + '|' + request.query + '|' + request.body;
        if (request.path == "/late") {
            kept.push_back(std::move(answer));
            return;
        }
        if (request.path == "/drop")
            return;
        if (request.path == "/big")
            response.body = QByteArray(8 * 1024 * 1024, 'x');
        answer(response);
        if (request.path == "/twice")
            answer(response);
    }

    int m_depth = 0;
};
