// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/operators/OperatorDesk.h"
#include "server/http/NetworkLimit.h"
#include "server/http/Router.h"
#include "server/pages/PageFrame.h"

namespace shirase {

/// Where an operator asks for the link by which a place is corrected, re-issued or closed: GET and POST
/// /facilities/manage, and GET /facilities/manage/sent. The answer is the same whether a link was mailed or
/// not (REQUIREMENTS O6).
class ManageLinkPage
{
public:
    ManageLinkPage(const PageFrame &frame, Remote<OperatorDesk> desk)
        : m_frame(frame)
        , m_desk(desk)
    {}

    void addTo(http::Router &router);

private:
    [[nodiscard]] http::Response show(const http::Request &request) const;
    void submit(const http::Request &request, http::Answer answer);
    [[nodiscard]] std::optional<http::Response> tooMany(const http::Request &request, const PageLanguage &language,
                                                        const http::Form &sent);
    [[nodiscard]] http::Response form(const http::Request &request, const PageLanguage &language, int status,
                                      const QString &typed, const QString &problem = {}) const;

    const PageFrame &m_frame;
    Remote<OperatorDesk> m_desk;
    /// Each question may send a mail to somebody else: far fewer than forms, which bring mails to oneself.
    http::NetworkLimit m_questions;
};

} // namespace shirase
