// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/database/DatabaseThread.h"
#include "core/erasure/VisitErasure.h"
#include "core/facilities/FacilityStore.h"
#include "core/operators/OperatorDesk.h"
#include "core/settings/Settings.h"
#include "core/vault/ServerKey.h"
#include "core/visits/SignupDesk.h"
#include "server/http/NetworkLimit.h"
#include "server/http/Router.h"
#include "server/http/SharedContent.h"
#include "server/pages/Assets.h"
#include "server/pages/HomePage.h"
#include "server/pages/KioskPage.h"
#include "server/pages/ManageLinkPage.h"
#include "server/pages/ManagePage.h"
#include "server/pages/Monitoring.h"
#include "server/pages/OperatorPage.h"
#include "server/pages/PageFrame.h"
#include "server/pages/PlaceFinder.h"
#include "server/pages/SignupPage.h"
#include "server/pages/VisitPage.h"

namespace shirase {

/// The whole website: what the HTTP server hands its requests to. It lives in the web server's thread, asks the
/// services that stand on a database in theirs, and reads the settings at each request: change them here.
class Site final : public http::RequestHandler
{
public:
    struct Services
    {
        Remote<Database> database;
        Remote<FacilityStore> facilities;
        Remote<OperatorDesk> operators;
        Remote<VisitErasure> erasure;
        SignupDesk &signups;
        const Settings &settings;
        const ServerKey &serverKey;
        const Clock &clock;
        const http::HttpCounters &web;
        std::chrono::milliseconds trustInPlaces{100}; ///< PlaceFinder's
    };
    /// The services outlive the site, and the site the last turn of the event loop in which the desk answers.
    explicit Site(const Services &services);

    void handle(const http::Request &request, http::Answer answer) override;

    /// For HttpOptions::refusalPage: answers that the HTTP server gives by itself, in the first language.
    [[nodiscard]] http::Response refusalPage(int status) const;

    [[nodiscard]] const PageRenderer &renderer() const { return m_frame.renderer(); }

private:
    void addTextPage(QStringView path, Page page);
    [[nodiscard]] http::Response errorPage(int status, const http::Request &request) const;
    /// How long this visitor's network has to wait (setting limits.per_network_per_minute).
    [[nodiscard]] std::chrono::nanoseconds wait(const http::Request &request);
    [[nodiscard]] http::Response tooMany(const http::Request &request, std::chrono::seconds waiting) const;

    const Settings &m_settings;
    http::NetworkLimit m_forms;
    http::NetworkLimit m_pages;
    http::SharedContent m_shared;
    PageFrame m_frame;
    http::Router m_router;
    PlaceFinder m_places;
    Assets m_assets;
    HomePage m_homePage;
    SignupPage m_signupPage;
    KioskPage m_kioskPage;
    VisitPage m_visitPage;
    OperatorPage m_operatorPage;
    ManageLinkPage m_manageLinkPage;
    ManagePage m_managePage;
    Monitoring m_monitoring;
};

} // namespace shirase
