// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/SendingMark.h"
#include "core/staff/AuditLog.h"

namespace shirase {

/// Keeps a database that was restored from a backup from sending again what has been sent since (REQUIREMENTS
/// D5).
class RestoreGuard
{
public:
    RestoreGuard(Database &database, SendingMark &mark, AuditLog &audit)
        : m_database(database)
        , m_mark(mark)
        , m_audit(audit)
    {}

    /// Asked before a process begins to send. If the database is older than what is known to have been sent,
    /// every notice that may have been sent since is held or given back (holdRestored()) and the letters that wait
    /// are held, until staff decide.
    /// @return whether that was so
    [[nodiscard]] Result<bool> check();

private:
    Database &m_database;
    SendingMark &m_mark;
    AuditLog &m_audit;
};

} // namespace shirase
