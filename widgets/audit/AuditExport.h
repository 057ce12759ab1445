// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/AuditLog.h"

namespace shirase {

/// The audit log as a CSV file, for those who look at it elsewhere.
class AuditExport
{
public:
    explicit AuditExport(AuditLog &log)
        : m_log(log)
    {}

    /// Writes what a filter shows, the newest first; the file is there whole or not at all. Returns how many
    /// entries. Fails with Refused without the audit role, Unavailable if the file cannot be written,
    /// Conflict when @p progress cancels.
    [[nodiscard]] Result<int> save(const Session &by, const AuditLog::Filter &filter, const QString &path,
                                   const AuditLog::Progress &progress);

private:
    AuditLog &m_log;
};

} // namespace shirase
