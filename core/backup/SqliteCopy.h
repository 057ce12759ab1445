// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/DatabaseCopy.h"

#include <QString>

namespace shirase {

/// A file of SQLite that is removed when this goes.
class SqliteCopy final : public DatabaseCopy
{
public:
    SqliteCopy(Database &database, const QString &folder);
    ~SqliteCopy() override;

    [[nodiscard]] Result<DatabaseFacts> take(const StageProgress &progress) override;
    [[nodiscard]] Result<> writeTo(const Sink &sink, const StageProgress &progress) override;
    [[nodiscard]] Dialect engine() const override { return Dialect::Sqlite; }
    [[nodiscard]] Result<QString> space() override { return QString(); }

    /// Removes what a killed program has left in a folder: it holds what has to be erased some day.
    static void removeLeftovers(const QString &folder);

    /// Looks through a whole file (PRAGMA integrity_check, foreign_key_check). Fails with Corrupt if something is wrong.
    [[nodiscard]] static Result<> checkIntegrity(Database &database, const StageProgress &progress);

private:
    [[nodiscard]] Result<> copyPages(const StageProgress &progress);

    Database &m_database;
    QString m_path;
};

} // namespace shirase
