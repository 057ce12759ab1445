// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/foundation/Clock.h"
#include "core/vault/SecretBytes.h"

namespace shirase {

/// What the first start is told.
struct SetUpRequest
{
    QString administrator;
    SecretBytes password;
    QString databaseUrl; ///< empty: SQLite in the folder
    QString vaultUrl;
    QString databasePasswordFile = {}; ///< of the account at both; may be empty
};

/// Makes a new Shirase in a folder: keys, databases, the first account. Returns the recovery code, which is stored
/// nowhere. All or nothing: after a failure what was made is removed again.
[[nodiscard]] Result<QString> setUp(const DataFolder &folder, const SetUpRequest &request, const Clock &clock);

} // namespace shirase
