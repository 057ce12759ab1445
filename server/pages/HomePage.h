// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"
#include "server/http/Router.h"
#include "server/pages/PageFrame.h"

namespace shirase {

/// The page that explains the system: GET /. News and related services come from the settings, the sample
/// notice from the text that notices have (REQUIREMENTS V5).
class HomePage
{
public:
    HomePage(const PageFrame &frame, const Settings &settings)
        : m_frame(frame)
        , m_settings(settings)
    {}

    void addTo(http::Router &router);

private:
    [[nodiscard]] http::Response show(const http::Request &request) const;
    void addNews(QJsonObject &values, const PageLanguage &language) const;
    void addServices(QJsonObject &values, const PageLanguage &language) const;
    void addSample(QJsonObject &values, const PageLanguage &language) const;

    const PageFrame &m_frame;
    const Settings &m_settings;
};

} // namespace shirase
