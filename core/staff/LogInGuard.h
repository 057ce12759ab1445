// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/staff/LogInPlace.h"

#include <QHash>

namespace shirase {

/// Slows down whoever guesses passwords: after a few wrong tries each further one costs a pause, twice as long as
/// the one before. Kept in the database, so that no restart forgets it.
///
/// Tries are counted by name and by place: whoever guesses at one desktop keeps nobody from logging in at another,
/// and so cannot lock everybody out for ever; an administrator and the recovery sheet end a pause at any time. A
/// name that no account has is slowed down alike, so that a pause does not tell which names exist. Names are
/// stored as digests: what was typed there may be a password.
class LogInGuard
{
public:
    static constexpr int freeTries = 5;
    /// In seconds.
    static constexpr qint64 firstPause = 30;
    static constexpr qint64 longestPause = 3600;

    LogInGuard(Database &database, const Clock &clock, LogInPlace place)
        : m_database(database)
        , m_clock(clock)
        , m_place(std::move(place))
    {}

    [[nodiscard]] const LogInPlace &place() const { return m_place; }

    /// Counts a try before its password is checked, so that many at once gain nothing. Fails with Refused during a
    /// pause; the sentence says how long it still is. In a transaction of its own.
    [[nodiscard]] Result<> begin(const QString &name);
    /// How many seconds the pause is that a try has begun; 0 for none.
    [[nodiscard]] Result<qint64> pauseOf(const QString &name);
    /// The try could not be judged: it does not count.
    [[nodiscard]] Result<> takeBack(const QString &name);
    /// Forgets the tries with a name, here or everywhere.
    [[nodiscard]] Result<> forgetHere(const QString &name);
    [[nodiscard]] Result<> forgetEverywhere(const QString &name);
    /// Until when log-ins with these names are refused somewhere (seconds since the epoch, UTC); those that are
    /// not refused are left out.
    [[nodiscard]] Result<QHash<QString, qint64>> lockedUntil(const QStringList &names);

    /// "… locked for 8 minutes, until 10:23:15."
    [[nodiscard]] static QString sentence(qint64 now, qint64 until);

private:
    struct Tries
    {
        int count = 0;
        qint64 lockedUntil = 0;
    };
    [[nodiscard]] Result<Tries> triesOf(const QString &name);
    [[nodiscard]] Result<> put(const QString &name, const Tries &tries);
    /// A pause that is longer than any can be comes from a clock that went wrong, and is none.
    [[nodiscard]] static bool isLocked(qint64 now, qint64 until) { return now < until && until - now <= longestPause; }

    Database &m_database;
    const Clock &m_clock;
    LogInPlace m_place;
};

} // namespace shirase
