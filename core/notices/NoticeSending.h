// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Clock.h"
#include "core/notices/NoticeSteps.h"

#include <functional>

namespace shirase {

/// What somebody with the notices role does to an approved notice. The Sender delivers it.
class NoticeSending
{
public:
    NoticeSending(Database &database, NoticeStore &notices, AuditLog &audit, const Clock &clock)
        : m_database(database)
        , m_notices(notices)
        , m_clock(clock)
        , m_steps(database, notices, audit)
    {}

    /// Puts an approved notice in the queue, for now or a time (seconds since the epoch, UTC). Fails with
    /// Invalid for a time that is over.
    [[nodiscard]] Result<> send(const Session &by, NoticeId id, std::optional<qint64> at);
    [[nodiscard]] Result<> pause(const Session &by, NoticeId id);
    /// What becomes of those whom the relay has refused.
    enum class Refused { Stay, TryAgain };
    /// Goes on, whoever or whatever has paused it.
    [[nodiscard]] Result<> resume(const Session &by, NoticeId id, Refused refused);
    /// What has not left yet never will; its addresses are erased.
    [[nodiscard]] Result<> cancel(const Session &by, NoticeId id);

private:
    [[nodiscard]] Result<> move(const Session &by, NoticeId id, NoticeState from, NoticeState to,
                                const QString &action);
    [[nodiscard]] Result<> putBack(NoticeId id);
    [[nodiscard]] static Result<> inTurns(const std::function<Result<int>()> &turn);

    Database &m_database;
    NoticeStore &m_notices;
    const Clock &m_clock;
    NoticeSteps m_steps;
};

} // namespace shirase
