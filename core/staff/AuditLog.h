// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/staff/Session.h"

#include <QList>

#include <functional>
#include <optional>

namespace shirase {

/// Who did what, in order: each entry's hash covers its fields and the hash before it, so that a changed or
/// missing entry shows. Number and hash of the newest entry are kept in the vault as well, so that a log that
/// was cut off at its end, or restored from an older copy, shows too. Subjects name facilities, notices and
/// accounts, never visitors.
class AuditLog
{
public:
    struct Entry
    {
        qint64 id = 0;
        qint64 at = 0; ///< seconds since the epoch, UTC
        QString account;
        QString action;  ///< "notice.approve"
        QString subject; ///< "notice 12"

        bool operator==(const Entry &) const = default;
    };

    /// Which entries are wanted; what is not set does not narrow.
    struct Filter
    {
        QString account;
        QString action;
        std::optional<qint64> from;  ///< seconds since the epoch, UTC, inclusive
        std::optional<qint64> until; ///< exclusive
    };

    /// What a check of the whole log has found.
    struct State
    {
        qint64 entries = 0;
        qint64 firstBroken = 0; ///< the first entry that does not follow from the one before; 0 if all do
        qint64 missingEnd =
            0; ///< the entry that the vault knows as the newest and the log has not; 0 if it has it
        qint64 newestAt = 0; ///< seconds since the epoch, UTC; 0 for an empty log

        [[nodiscard]] bool isWhole() const { return firstBroken == 0 && missingEnd == 0; }
    };

    /// Called with entries done and in all; returning false cancels.
    using Progress = std::function<bool(int done, int total)>;

    AuditLog(Database &database, Database &vault, const Clock &clock)
        : m_database(database)
        , m_vault(vault)
        , m_clock(clock)
    {}

    /// Adds an entry inside the caller's transaction.
    [[nodiscard]] Result<> add(const QString &account, const QString &action, const QString &subject);

    /// Follows the chain from its first entry to its end. Fails with Conflict when @p progress cancels.
    [[nodiscard]] Result<State> check(const Progress &progress = {});

    /// The same over a copy that has no vault: State::missingEnd stays 0.
    [[nodiscard]] static Result<State> follow(Database &database);

    /// At most that many entries, the newest first, all of them before the given one. Needs audit.
    [[nodiscard]] Result<QList<Entry>> page(const Session &by, const Filter &filter,
                                            std::optional<qint64> before, int atMost);
    /// How many entries there are. Needs audit.
    [[nodiscard]] Result<int> count(const Session &by, const Filter &filter);
    /// Everything about one subject, the oldest entry first.
    [[nodiscard]] Result<QList<Entry>> about(const QString &subject);

private:
    Database &m_database;
    Database &m_vault;
    const Clock &m_clock;
};

} // namespace shirase
