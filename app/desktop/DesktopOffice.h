// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Connection.h"
#include "widgets/Office.h"

namespace shirase {

/// What the window asks of the core, over a connection of its own.
struct DesktopOffice final : Office
{
    explicit DesktopOffice(std::unique_ptr<Connection> own)
        : Office{*own->database,   own->facilities, own->search,   own->facilityDesk, own->noticeDesk,    own->notices,
                 own->heldLetters, own->staff,      own->settings, own->backups,      own->personErasure, own->clockGuard,
                 own->clock}
        , connection(std::move(own))
    {
    }

    /// Opens a connection for the calling thread.
    [[nodiscard]] static Result<std::unique_ptr<Office>> open(const DataFolder &folder, const Clock &clock,
                                                                ConnectionBreaker &breaker)
    {
        Result<std::unique_ptr<Connection>> connection = Connection::open(folder, clock, &breaker);
        if (!connection)
            return passOn(connection);
        return std::make_unique<DesktopOffice>(std::move(*connection));
    }

    std::unique_ptr<Connection> connection;
};

} // namespace shirase
