// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/vault/ServerKey.h"
#include "core/visits/SignupDesk.h"
#include "server/http/Form.h"
#include "server/http/Router.h"
#include "server/pages/PageFrame.h"

#include <expected>

namespace shirase {

/// The page behind the QR code: GET and POST /f/CODE (REQUIREMENTS V1 to V4, V6, V10).
class SignupPage
{
public:
    struct Services
    {
        FacilityStore &facilities;
        SignupDesk &signups;
        const ServerKey &serverKey;
        const Clock &clock;
    };
    SignupPage(const PageFrame &frame, Services services)
        : m_frame(frame)
        , m_services(services)
    {}

    void addTo(http::Router &router);

private:
    struct Visitor; ///< who asks, in which language, at which place, with what in the form

    void show(const http::Request &request, const QString &code, http::Answer answer) const;
    void submit(const http::Request &request, const QString &code, http::Answer answer);

    /// What stands behind the code, or the page that says why nothing does.
    [[nodiscard]] std::expected<CodeLookup, http::Response>
    find(const http::Request &request, const PageLanguage &language, const QString &code) const;
    /// The page for a place that takes no visits at that time, if so. @param at seconds since the epoch, UTC
    [[nodiscard]] std::optional<Page> closed(const CodeLookup &place, qint64 at) const;

    [[nodiscard]] http::Response form(const Visitor &visitor, int status, QJsonObject more = {}) const;
    [[nodiscard]] http::Response withProblems(const Visitor &visitor) const;
    [[nodiscard]] http::Response question(const Visitor &visitor, const QString &typed,
                                          const QString &meant) const;
    [[nodiscard]] http::Response outcome(const Visitor &visitor, const Result<VisitToken> &result) const;

    const PageFrame &m_frame;
    Services m_services;
};

} // namespace shirase
