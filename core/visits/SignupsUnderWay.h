// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

namespace shirase {

/// The registrations that are being written, by whichever server. One looks for tombstones, and commits a moment later: a
/// visit that is erased between the two would come back (REQUIREMENTS V11). So who erases waits, between the tombstone and
/// the deletion, for those who may have looked before it. SQLite has one writer, which comes to the same: nothing is done
/// there.
class SignupsUnderWay
{
public:
    /// In a registration's transaction, before it looks for tombstones: it is waited for until its end. Itself it waits
    /// for nobody but those who wait before it.
    [[nodiscard]] static Result<> join(Database &database);
    /// Outside of transactions: waits until those that have joined so far have ended, and keeps nobody out after that, even
    /// if this server stands still. Fails with Busy where one of them takes too long.
    [[nodiscard]] static Result<> await(Database &database);
};

} // namespace shirase
