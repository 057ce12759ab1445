// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <optional>

namespace shirase {

/// Tells a main database that was restored from a backup from one that lived through a crash (REQUIREMENTS
/// D5).
///
/// Each commit that moves the sending on, or erases at a visitor's wish, counts one up in the main database. The count is
/// noted in the vault afterwards, never before: whenever the power goes, the main database is level with the vault or ahead
/// of it. A main database that is behind has lost what was sent, and who was erased, since. One object per connection.
class SendingMark
{
public:
    SendingMark(Database &database, Database &vault)
        : m_database(database)
        , m_vault(vault)
    {}

    /// Counts one up, inside the caller's transaction on the main database.
    [[nodiscard]] static Result<> advance(Database &database);

    /// Notes in the vault how far the main database is; outside of transactions. Nothing if it is noted
    /// already.
    /// @param now seconds since the epoch, UTC
    [[nodiscard]] Result<> note(qint64 now);

    /// If the main database is behind the vault: when the vault's note was made, so that what was made later
    /// is known to be new.
    [[nodiscard]] Result<std::optional<qint64>> behindSince();

    /// Makes the main database level with the vault again, inside the caller's transaction.
    [[nodiscard]] Result<> catchUp();

private:
    struct Note
    {
        qint64 number = 0;
        qint64 at = 0;
    };
    [[nodiscard]] Result<qint64> reached();
    [[nodiscard]] Result<Note> noted();

    Database &m_database;
    Database &m_vault;
};

} // namespace shirase
