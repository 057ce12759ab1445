// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/RowDigest.h"
#include "core/backup/Stages.h"
#include "core/database/Tables.h"

namespace shirase {

/// Copies every row of one database of ours into another, whatever their engines, and compares the two.
namespace tableCopy {

/// The rows of each table, as a digest in any order. Leases are left out: they belong to whoever runs.
using Digests = QMap<QString, RowDigest>;
[[nodiscard]] Result<Digests> digestsOf(Database &database, const StageProgress &progress);

/// Whether nothing but what the migrations put there is in it.
[[nodiscard]] Result<bool> isFresh(Database &database);

/// Into a fresh database at the same schema, in one transaction on either side; the rows are read back before it is
/// committed. Fails with Corrupt if what is read back differs; then nothing is changed.
[[nodiscard]] Result<Digests> copy(Database &from, Database &to, const StageProgress &progress);

} // namespace tableCopy

} // namespace shirase
