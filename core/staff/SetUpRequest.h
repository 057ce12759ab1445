// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"
#include "core/vault/AccountKey.h"
#include "core/vault/SecretBytes.h"

namespace shirase {

/// Where a Shirase keeps its data, as its shirase.conf is to say.
struct DataAddresses
{
    QString database = {}; ///< a URL (DatabaseAddress); empty: SQLite in the folder
    QString vault = {};
    QString passwordFile = {}; ///< of the account at both; may be empty

    bool operator==(const DataAddresses &) const = default;
};

/// What a first start is told (REQUIREMENTS S9).
struct SetUpRequest
{
    QString administrator;
    SecretBytes password;
    DataAddresses addresses = {};
    QString recoveryCode = {};            ///< one that has been printed already; empty: a new one
    QList<SettingChange> settings = {};   ///< in force from the start
    SecretBytes mailPassword = {};        ///< for the relay; kept in a file of the folder. Empty: none
    PasswordCost cost = PasswordCost::standard(); ///< of a guess at the password; tests take less
};

} // namespace shirase
