// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "app/WebHost.h"

#include <optional>

namespace shirase {

class ServerStatus;

/// The web server in the window's program, which can be opened anew while the window stays.
class DesktopWeb
{
public:
    /// @param breaker ends waiting for a database that hangs @param status hears how the server stands; both outlive this
    DesktopWeb(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, ServerStatus &status)
        : m_folder(std::move(folder))
        , m_clock(clock)
        , m_breaker(breaker)
        , m_status(status)
    {}
    Q_DISABLE_COPY_MOVE(DesktopWeb)

    /// Opens it where the settings say now. If it is open already, what is under way is answered first; it is closed for less
    /// than a second. Why it cannot be opened is the status's to say: the office goes on without.
    void open();

private:
    DataFolder m_folder;
    const Clock &m_clock;
    ConnectionBreaker &m_breaker;
    ServerStatus &m_status;
    std::optional<WebHost> m_host;
};

} // namespace shirase
