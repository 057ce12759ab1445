// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

namespace shirase {

/// The whole vault as bytes, for a key file, whichever engine it is in: CBOR of its schema's version and every row of
/// every table. It is small: two months of day keys and tombstones.
namespace vaultContent {

/// As it is at one moment.
[[nodiscard]] Result<QByteArray> read(Database &vault);

/// Fills an empty vault: migrates it to the content's schema, takes over its rows in one transaction, then migrates it to
/// the newest one. Fails with Corrupt if the content is none, with NewerSchema if a newer Shirase wrote it; then nothing
/// is touched.
[[nodiscard]] Result<> write(Database &vault, const QByteArray &content);

/// The schema's version. Fails with Corrupt if the content is none, with NewerSchema if a newer Shirase wrote it.
[[nodiscard]] Result<int> schemaOf(const QByteArray &content);

} // namespace vaultContent

} // namespace shirase
