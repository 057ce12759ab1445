// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Connection.h"
#include "core/erasure/VisitErasure.h"
#include "core/operators/OperatorDesk.h"
#include "core/visits/SignupBook.h"

#include <chrono>

namespace shirase {

/// What the web's pages ask for, over a connection of its own; made, used and destroyed in one thread.
struct WebServices
{
    /// A statement that takes longer, or waits longer for others, has failed: those behind it want to know.
    static constexpr std::chrono::milliseconds patience{2500};

    /// Fails as Connection::open() does.
    [[nodiscard]] static Result<std::unique_ptr<WebServices>> open(const DataFolder &folder, const Clock &clock,
                                                                   ConnectionBreaker &breaker);

    std::unique_ptr<Connection> connection;
    Database &database;
    Settings &settings;
    FacilityStore &facilities;
    DayKeys dayKeys;
    VisitStore visits;
    SignupBook signups;
    OperatorDesk operators;
    VisitErasure erasure;

    WebServices(std::unique_ptr<Connection> own, OfficePublicKey office);
    Q_DISABLE_COPY_MOVE(WebServices)
};

} // namespace shirase
