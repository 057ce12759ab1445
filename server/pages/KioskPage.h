// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/erasure/VisitErasure.h"
#include "server/http/Router.h"
#include "server/pages/PageFrame.h"
#include "server/pages/SignupForm.h"
#include "server/pages/VersionedFile.h"

namespace shirase {

/// The page of a shared tablet: GET and POST /kiosk/CODE (REQUIREMENTS V9). Every screen is a page of its own
/// that works without a script; ours puts one in the place of the other without a trace in the history, takes
/// a fresh token when somebody begins, and wipes the screen when nobody goes on. It is the one page that may
/// run a script.
class KioskPage
{
public:
    /// After so long without a touch the kiosk forgets its visitor, and what it has shown of one opens no
    /// more.
    static constexpr int resetSeconds = 20;

    KioskPage(const PageFrame &frame, const Settings &settings, SignupForm::Services services,
              Remote<VisitErasure> erasure);

    void addTo(http::Router &router);

private:
    struct Visitor; ///< who asks, in which language, at which kiosk

    void show(const http::Request &request, const QString &code, http::Answer answer) const;
    [[nodiscard]] http::Response opened(const Visitor &visitor, const CodeLookup &place, const QString &done) const;
    void submit(const http::Request &request, const QString &code, http::Answer answer);
    void submitAt(const Visitor &visitor, const CodeLookup &place, const Result<http::Form> &sent,
                  http::Answer answer);
    void erase(const Visitor &visitor, const QString &token, http::Answer answer) const;

    [[nodiscard]] http::Response start(const Visitor &visitor, const CodeLookup &place,
                                       const SignupForm::Entry &entry, int status,
                                       const QJsonObject &more = {}) const;
    [[nodiscard]] http::Response said(const Visitor &visitor, const CodeLookup &place,
                                      const SignupForm::Entry &entry,
                                      const SignupForm::Outcome &outcome) const;
    [[nodiscard]] http::Response registered(const Visitor &visitor, const VisitToken &visit) const;
    [[nodiscard]] http::Response confirmation(const Visitor &visitor, const QString &token,
                                              const VisitToken &visit, int status) const;
    [[nodiscard]] http::Response message(const Visitor &visitor, Page reason, int status) const;
    [[nodiscard]] http::Response page(const Visitor &visitor, Page page, const QJsonObject &values,
                                      int status, int refresh) const;
    /// The code for one's own phone, or false.
    [[nodiscard]] QJsonValue qrCode(const Visitor &visitor, const CodeLookup &place) const;

    const PageFrame &m_frame;
    const Settings &m_settings;
    SignupForm::Services m_services;
    Remote<VisitErasure> m_erasure;
    SignupForm m_form;
    VersionedFile m_script;
    VersionedFile m_style;
};

} // namespace shirase
