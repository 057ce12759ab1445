// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QDate>
#include <QList>
#include <QSet>

namespace shirase {

/// PostgreSQL keeps the visits of each day in a partition of their own, so that a day goes by dropping it. On
/// SQLite, where rows of one day lie together in one table, there are none. One object per connection.
class VisitPartitions
{
public:
    explicit VisitPartitions(Database &database)
        : m_database(database)
    {}

    /// Makes room for a Japanese day, within the caller's transaction. Waits for another server that does so at the same
    /// moment, and neither for those who read, as a backup does all the time, nor for those who register.
    [[nodiscard]] Result<> ensure(QDate day);

    /// The partitions of those of these days that have one, for Database::purge(): rows that are erased before their
    /// day's time are dead in it.
    [[nodiscard]] Result<QStringList> tablesOf(const QList<QDate> &days);
    /// The days that have a partition, up to and with that one.
    [[nodiscard]] Result<QList<QDate>> until(QDate day);
    /// Drops a day within the caller's transaction; says how many visits it had. Fails with Busy rather than keep
    /// registrations waiting for somebody who reads.
    [[nodiscard]] Result<int> drop(QDate day);

private:
    [[nodiscard]] Result<bool> exists(const QString &table);
    [[nodiscard]] Result<> make(const QString &table, QDate day);

    Database &m_database;
    QSet<QDate> m_known;
};

} // namespace shirase
