// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Router.h"
#include "server/pages/PageFrame.h"
#include "server/pages/SignupForm.h"

namespace shirase {

/// The page behind the QR code: GET and POST /f/CODE (REQUIREMENTS V1 to V4, V6, V10).
class SignupPage
{
public:
    SignupPage(const PageFrame &frame, SignupForm::Services services)
        : m_frame(frame)
        , m_serverKey(services.serverKey)
        , m_form(services)
    {}

    void addTo(http::Router &router);

private:
    struct Visitor; ///< who asks, in which language, at which place

    void show(const http::Request &request, const QString &code, http::Answer answer) const;
    [[nodiscard]] http::Response opened(const Visitor &visitor) const;
    void submit(const http::Request &request, const QString &code, http::Answer answer);
    void submitAt(Visitor visitor, const http::Form &sent, http::Answer answer);

    [[nodiscard]] http::Response form(const Visitor &visitor, const SignupForm::Entry &entry, int status,
                                      const QJsonObject &more = {}) const;
    [[nodiscard]] http::Response said(const Visitor &visitor, const SignupForm::Entry &entry,
                                      const SignupForm::Outcome &outcome) const;

    const PageFrame &m_frame;
    const ServerKey &m_serverKey;
    SignupForm m_form;
};

} // namespace shirase
