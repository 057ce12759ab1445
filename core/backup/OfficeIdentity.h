// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/SealedFile.h"
#include "core/database/Database.h"

namespace shirase {

/// What names an office through every change of its keys: a digest of its first office key's public half. 16 bytes.
[[nodiscard]] Result<QByteArray> officeIdentity(Database &database);

/// The head of a file that is sealed now: to the newest office key, for the recovery sheet that is valid. Fails with
/// NotFound before the set-up.
[[nodiscard]] Result<SealedHead> currentHead(Database &database, SealedHead::Kind kind, qint64 now);

} // namespace shirase
