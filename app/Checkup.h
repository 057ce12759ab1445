// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/backup/BackupDesk.h"
#include "core/database/Migrations.h"
#include "core/erasure/Erasure.h"
#include "core/staff/AuditLog.h"
#include "core/vault/ServerKey.h"

#include <QList>

namespace shirase {

/// One thing that was looked at, for `shirasectl doctor`.
struct Finding
{
    QString check; ///< which, for programs: "audit"
    bool good = false;
    QString sentence; ///< for people: how it stands, and what to do where it is not good
};

/// The looks themselves; none of them changes anything.
namespace checkup {

/// Whether others may read what only the owner may: the folder (0700), keys, databases and the mail password
/// (0600).
[[nodiscard]] QList<Finding> permissions(const DataFolder &folder, const Settings &settings);
[[nodiscard]] Finding diskSpace(const QString &folder, qint64 bytesFree);
/// The same of the disk that a folder is on.
[[nodiscard]] Finding diskSpace(const QString &folder);
/// @param name of the check, "database" or "vault"
[[nodiscard]] Finding schema(const QString &name, Database &database, Migrations::Schema schema);
[[nodiscard]] Finding serverKey(Database &database, const ServerKey &key);
/// Whether a change of the office key is outstanding, and whether every day can be opened.
[[nodiscard]] Finding officeKey(Database &database, Database &vault, bool changeDue);
[[nodiscard]] Finding audit(const Result<AuditLog::State> &state);
/// @param now seconds since the epoch, UTC
[[nodiscard]] Finding clock(qint64 now, const AuditLog::State &state);
/// Only asked where the database has a clock of its own. @param here, there what they show: seconds since the epoch, UTC
[[nodiscard]] Finding databaseClock(qint64 here, const Result<qint64> &there);
/// @param due what a dry run of the erasure has counted
[[nodiscard]] Finding erasure(const Result<ErasureReport> &due);
/// @param state how it stands with the backups
[[nodiscard]] Finding backup(const Result<BackupState> &state);
/// The web server's own certificate; only asked where there is one. @param now seconds since the epoch, UTC
[[nodiscard]] Finding certificate(const Settings &settings, qint64 now);
/// Databases that a move has left in the folder, which erasure does not reach.
[[nodiscard]] Finding oldData(const DataFolder &folder, const Settings &settings);
/// Whether the relay answers (for at most 10 s), or the mail folder can be written.
[[nodiscard]] Finding relay(const DataFolder &folder, const Settings &settings);

} // namespace checkup

/// Looks at everything of a Shirase that is set up, as far as it can be opened; at the relay only if that is
/// wanted. Fails with NotFound if nothing is set up there.
[[nodiscard]] Result<QList<Finding>> checkUp(const DataFolder &folder, const Clock &clock, bool withRelay);

} // namespace shirase
