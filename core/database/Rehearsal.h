// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

namespace shirase {

/// Whether something could be committed now: writes a row for the writing's sake, down to the disk, and fails as a
/// registration would.
/// @param who rehearses, such as "web" @param now seconds since the epoch, UTC
[[nodiscard]] Result<> rehearseCommit(Database &database, const QString &who, qint64 now);

/// The row alone, inside the caller's transaction.
[[nodiscard]] Result<> writeForItsSake(Database &database, const QString &who, qint64 now);

} // namespace shirase
