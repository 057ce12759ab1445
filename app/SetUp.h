// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"
#include "core/vault/SecretBytes.h"
#include "core/vault/ServerKey.h"

namespace shirase {

/// Where a Shirase keeps its data, as its shirase.conf is to say.
struct DataAddresses
{
    QString database = {}; ///< a URL (DatabaseAddress); empty: SQLite in the folder
    QString vault = {};
    QString passwordFile = {}; ///< of the account at both; may be empty
};

/// Writes the addresses that are given into shirase.conf, all of them or none.
[[nodiscard]] Result<> writeAddresses(Settings &settings, const DataAddresses &addresses);

/// What the first start is told.
struct SetUpRequest
{
    QString administrator;
    SecretBytes password;
    DataAddresses addresses = {};
};

/// Makes a new Shirase in a folder: keys, databases, the first account. Returns the recovery code, which is stored
/// nowhere. All or nothing: after a failure what was made is removed again.
[[nodiscard]] Result<QString> setUp(const DataFolder &folder, const SetUpRequest &request, const Clock &clock);

/// Makes a folder for one more server of a Shirase that is set up elsewhere: its server key and where its data are. Fails
/// with Refused if the key is not that database's. All or nothing.
[[nodiscard]] Result<> join(const DataFolder &folder, const ServerKey &key, const DataAddresses &addresses);

} // namespace shirase
