// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"
#include "core/foundation/FileLock.h"
#include "core/staff/SetUpRequest.h"
#include "core/vault/ServerKey.h"

namespace shirase {

/// Lets one program at a time fill a folder: set it up, join it to another server, restore a backup in it.
class FillLock
{
public:
    explicit FillLock(const DataFolder &folder);

    /// Fails with Busy if somebody else is at it, Unavailable if the folder cannot be written.
    [[nodiscard]] Result<> take();
    void release() { m_lock.release(); }
    /// The name of its file in the folder.
    [[nodiscard]] static QString fileName() { return QStringLiteral(".setup.lock"); }

private:
    DataFolder m_folder;
    FileLock m_lock;
};

/// Writes the addresses that are given into shirase.conf, all of them or none.
[[nodiscard]] Result<> writeAddresses(Settings &settings, const DataAddresses &addresses);

/// Makes a new Shirase in a folder: keys, databases, the first account. Returns the recovery code, which is stored
/// nowhere. All or nothing, even through a power cut: what is made lies in a folder within (.setup) until it is whole.
/// Fails with Conflict if the folder holds a Shirase already, or a database without its server key; Busy if another
/// program is setting it up.
[[nodiscard]] Result<QString> setUp(const DataFolder &folder, const SetUpRequest &request, const Clock &clock);

/// Makes a folder for one more server of a Shirase that is set up elsewhere: its server key and where its data are. Fails
/// with Refused if the key is not that database's. All or nothing.
[[nodiscard]] Result<> join(const DataFolder &folder, const ServerKey &key, const DataAddresses &addresses);

/// Brings a set-up that was interrupted to its end if all was made, else takes back what was. True if the folder holds
/// a Shirase now. Fails with Unavailable if the database cannot be asked.
[[nodiscard]] Result<bool> finishSetUp(const DataFolder &folder);

} // namespace shirase
