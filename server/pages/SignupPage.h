// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/Router.h"
#include "server/pages/PageFrame.h"
#include "server/pages/SignupForm.h"

#include <QCache>

namespace shirase {

/// The page behind the QR code: GET and POST /f/CODE (REQUIREMENTS V1 to V4, V6, V10).
class SignupPage
{
public:
    SignupPage(const PageFrame &frame, SignupForm::Services services);
    ~SignupPage();

    void addTo(http::Router &router);

private:
    struct Visitor; ///< who asks, in which language, at which place

    struct Opened;  ///< a place's page

    void show(const http::Request &request, const QString &code, http::Answer answer) const;
    [[nodiscard]] http::Response opened(const Visitor &visitor) const;
    [[nodiscard]] Opened writtenAnew(const Visitor &visitor, const QJsonObject &own) const;
    void submit(const http::Request &request, const QString &code, http::Answer answer);
    void submitAt(Visitor visitor, const http::Form &sent, http::Answer answer);

    [[nodiscard]] http::Response form(const Visitor &visitor, const SignupForm::Entry &entry, int status,
                                      const QJsonObject &more = {}) const;
    [[nodiscard]] http::Response said(const Visitor &visitor, const SignupForm::Entry &entry,
                                      const SignupForm::Outcome &outcome) const;

    const PageFrame &m_frame;
    const ServerKey &m_serverKey;
    SignupForm m_form;
    static constexpr qsizetype mostOpened = 8 * 1024 * 1024; ///< bytes
    mutable QCache<QByteArray, Opened> m_opened{mostOpened}; ///< by code and language
};

} // namespace shirase
