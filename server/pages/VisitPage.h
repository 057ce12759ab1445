// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/erasure/VisitErasure.h"
#include "core/vault/ServerKey.h"
#include "core/visits/SignupDesk.h"
#include "server/http/Router.h"
#include "server/pages/PageFrame.h"

namespace shirase {

/// The confirmation: GET /v/TOKEN for 24 hours, and POST /v/TOKEN/erase (REQUIREMENTS V3, V4, V11). It names
/// neither the facility nor the whole address, as a phone is passed round and a page stays in its history.
class VisitPage
{
public:
    VisitPage(const PageFrame &frame, SignupDesk &signups, Remote<VisitErasure> erasure, const ServerKey &serverKey,
              const Clock &clock)
        : m_frame(frame)
        , m_signups(signups)
        , m_erasure(erasure)
        , m_serverKey(serverKey)
        , m_clock(clock)
    {}

    void addTo(http::Router &router);

private:
    struct Visitor;

    [[nodiscard]] Visitor visitorOf(const http::Request &request, const QString &token,
                                    const QString &formLanguage = {}) const;
    void show(const http::Request &request, const QString &token, http::Answer answer);
    void erase(const http::Request &request, const QString &token, http::Answer answer);

    [[nodiscard]] http::Response confirmation(const Visitor &visitor, int status) const;
    [[nodiscard]] http::Response gone(const Visitor &visitor) const;

    const PageFrame &m_frame;
    SignupDesk &m_signups;
    Remote<VisitErasure> m_erasure;
    const ServerKey &m_serverKey;
    const Clock &m_clock;
};

} // namespace shirase
