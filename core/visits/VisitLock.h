// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/JapaneseTime.h"

#include <QDate>
#include <QString>

namespace shirase {

/// The advisory locks of PostgreSQL that have to do with visits, in one place so that no two take the same number. They have two
/// numbers: the table of visits, so that each schema has its own, and the one given here. Those of one number, as the engine
/// and a restore have, are others (postgresql.org/docs/15/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS).
class VisitLock
{
public:
    /// Of the registrations that are being written.
    [[nodiscard]] static VisitLock ofSignups() { return VisitLock(0); } // no day has that number
    /// Of making room for a day.
    [[nodiscard]] static VisitLock ofDay(QDate day) { return VisitLock(japan::toNumber(day)); }

    /// The statement that takes it, with a function such as "pg_advisory_xact_lock".
    [[nodiscard]] QString takenBy(const QString &function) const
    {
        return QStringLiteral("SELECT %1(CAST('visit'::regclass AS oid)::int, %2)").arg(function).arg(m_number);
    }

private:
    explicit VisitLock(int number) : m_number(number) {}
    int m_number;
};

} // namespace shirase
