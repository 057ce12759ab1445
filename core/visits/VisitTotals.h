// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QDate>
#include <QList>

#include <array>
#include <functional>

namespace shirase {

/// How many registrations one day had, everywhere together.
struct DayTotal
{
    QDate day; ///< Japanese date
    int registrations = 0;

    bool operator==(const DayTotal &) const = default;
};

/// How many registrations there were, for a look at the whole: never those of a single place. Over one connection,
/// for the thread of that connection.
///
/// Counting two months of a prefecture reads every visit (measured, 5,000,000 of them on SQLite: 2 s, and more
/// from a cold disk), so the totals of past days are kept. Registrations do not wait for that: a day is counted
/// once, after its end.
class VisitTotals
{
public:
    static constexpr int hoursADay = 24;
    using Hours = std::array<int, hoursADay>;
    /// A day with fewer is counted when it is asked for: that takes a millisecond.
    static constexpr int smallestKept = 1000;

    explicit VisitTotals(Database &database)
        : m_database(database)
    {}

    /// Each day from the first to the last, both inclusive.
    /// @param goOn asked between two days that have to be counted; false ends it with Conflict
    [[nodiscard]] Result<QList<DayTotal>> byDay(
        QDate first, QDate last, const std::function<bool()> &goOn = [] { return true; });
    /// The hours of a Japanese day, from midnight on.
    [[nodiscard]] Result<Hours> byHour(QDate day);

    /// Counts the days from the first one on that get no more registrations and are not counted yet, and forgets
    /// what was counted before the first. Outside of transactions.
    /// @param now seconds since the epoch, UTC
    [[nodiscard]] Result<> keep(QDate first, qint64 now);
    /// One of a day's registrations is gone: inside the transaction that erases it.
    [[nodiscard]] static Result<> forget(Database &database, QDate day);

private:
    [[nodiscard]] Result<int> count(QDate day);
    [[nodiscard]] Result<bool> isLarge(QDate day);
    [[nodiscard]] Result<> keepDay(QDate day);

    Database &m_database;
};

} // namespace shirase
