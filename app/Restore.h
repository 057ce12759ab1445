// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "app/SetUp.h"
#include "core/backup/Restoration.h"
#include "core/foundation/Clock.h"

#include <vector>

namespace shirase {

/// What a restore is told.
struct RestoreRequest
{
    BackupPlace from;
    std::vector<KeyPair> sheets; ///< of the recovery codes: one, or both where the sheet was renewed between the two files
    DataAddresses addresses = {};
};

/// What is in a backup, looked through to its end.
struct BackupContent
{
    Manifest manifest;
    qint64 keysMadeAt = 0; ///< seconds since the epoch, UTC
};

/// Opens a backup and its keys and reads both to the end, without writing anything.
[[nodiscard]] Result<BackupContent> inspectBackup(const RestoreRequest &request, const Progress &progress);

/// Makes a Shirase of a backup in an empty folder, with a new server key (REQUIREMENTS D5): what was erased
/// since stays erased, what may have been sent is held, then the erasure runs. All or nothing: the folder is
/// no Shirase until its server.key is there, which comes last; after a failure what was made is removed
/// again, and after a kill by the next restore. Errors: Conflict (the folder or a database is not empty;
/// cancelled), Busy (another program is filling the folder), and those of OpenedBackup::open() and
/// DatabaseRestore.
[[nodiscard]] Result<RestoreReport> restore(const DataFolder &folder, const RestoreRequest &request, const Clock &clock,
                                            const Progress &progress);

} // namespace shirase
