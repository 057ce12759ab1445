// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"

#include <QList>

namespace shirase {

/// Who did what, in order: each entry's hash covers its fields and the hash before it, so that a changed or missing
/// entry shows. Subjects name facilities, notices and accounts, never visitors.
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
    };

    AuditLog(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    /// Adds an entry inside the caller's transaction.
    [[nodiscard]] Result<> add(const QString &account, const QString &action, const QString &subject);
    /// The number of the first entry whose hash does not follow from the one before; 0 if the chain holds.
    [[nodiscard]] Result<qint64> firstBroken();
    /// The newest entries first.
    [[nodiscard]] Result<QList<Entry>> newest(int atMost);
    /// Everything about one subject, the oldest entry first.
    [[nodiscard]] Result<QList<Entry>> about(const QString &subject);

private:
    Database &m_database;
    const Clock &m_clock;
};

} // namespace shirase
