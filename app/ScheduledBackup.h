// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Connection.h"

namespace shirase {

/// Makes backups by itself where backup.folder is set: every so many hours (backup.hours), and within a
/// minute after something whose loss could not be made good, such as the approval of a notice or a change of
/// the office key. Old ones are thinned out (backup.keep_days) unless the clock is doubted (ClockGuard). For
/// one thread.
class ScheduledBackup
{
public:
    /// Looks whether one is due, and makes it. Fails as BackupDesk::make() does; the next try is in ten minutes then.
    [[nodiscard]] Result<> look(Connection &connection, const Progress &progress);

private:
    [[nodiscard]] static Result<bool> isDue(Connection &connection, const QString &folder);
    static void thinOut(const QString &folder, qint64 now, int keepDays);

    qint64 m_notBefore = 0; ///< seconds since the epoch, UTC
};

} // namespace shirase
