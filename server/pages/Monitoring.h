// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/visits/SignupDesk.h"
#include "server/http/HttpOptions.h"
#include "server/http/NetworkLimit.h"
#include "server/http/Router.h"

#include <vector>

namespace shirase {

/// What machines ask: GET /healthz, whether a registration could be committed; and GET /metrics, counts since
/// the start in Prometheus' text format, for a program on this machine. Neither says anything of a visitor or
/// a facility.
class Monitoring
{
public:
    struct Sources
    {
        const http::HttpCounters &web;
        const http::NetworkLimit &forms;
        const http::NetworkLimit &pages;
        SignupDesk &signups;
        Remote<Database> database;
        const Clock &clock;
    };
    explicit Monitoring(Sources sources)
        : m_sources(sources)
    {}

    void addTo(http::Router &router);

private:
    void health(http::Answer answer);
    void metrics(http::Answer answer) const;

    Sources m_sources;
    qint64 m_rehearsedAt = 0; ///< seconds since the epoch, UTC
    bool m_healthy = false;
    std::vector<http::Answer> m_asking; ///< those that wait for the rehearsal that is under way
};

} // namespace shirase
