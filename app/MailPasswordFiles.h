// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/vault/SecretBytes.h"

namespace shirase::mailPasswordFiles {

/// Keeps a password for the relay in a fresh file of the folder that only its owner can read. Returns its name, for the
/// setting mail.password_file. Fails with Unavailable if it cannot be written.
[[nodiscard]] Result<QString> keep(const DataFolder &folder, const SecretBytes &password);

/// Removes a file that keep() has made; leaves any other.
void forget(const DataFolder &folder, const QString &name);

} // namespace shirase::mailPasswordFiles
