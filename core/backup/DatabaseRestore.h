// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/OpenedBackup.h"

namespace shirase {

/// One database of PostgreSQL that a restore fills. It has to be empty, but for what an interrupted restore has left
/// there: that is removed. While it is being filled it bears a mark, so that the next restore knows.
class RestoreTarget
{
    Q_DISABLE_COPY_MOVE(RestoreTarget)
public:
    /// Fails with Conflict if there is something in it, with Busy if somebody else restores into it now.
    [[nodiscard]] static Result<std::unique_ptr<RestoreTarget>> claim(const DatabaseAddress &address);
    /// Removes what was put there, unless it is done.
    ~RestoreTarget();

    /// It is whole now; the mark goes.
    [[nodiscard]] Result<> done();

private:
    explicit RestoreTarget(std::unique_ptr<Database> database)
        : m_database(std::move(database))
    {}
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> removeTables();

    std::unique_ptr<Database> m_database; ///< of its own: the lock lasts as long as its connection
    bool m_claimed = false;
    bool m_done = false;
};

/// Puts the database of a backup where there is none yet, and compares it with what the backup says of it.
class DatabaseRestore
{
public:
    /// @param folder for temporary files, as safe from others as the database itself
    DatabaseRestore(const OpenedBackup &backup, QString folder)
        : m_backup(backup)
        , m_folder(std::move(folder))
    {}

    /// Whether a backup of its engine can go to that address. Fails with Invalid and a sentence that says where it can.
    [[nodiscard]] Result<> check(const DatabaseAddress &address) const;
    /// Errors: Corrupt (what arrived is not what was saved), StorageFull, Unavailable, Conflict (cancelled).
    [[nodiscard]] Result<> run(const DatabaseAddress &address, const StageProgress &progress) const;

private:
    [[nodiscard]] Result<> writeFile(const QString &path, const StageProgress &progress) const;
    [[nodiscard]] Result<> runProgram(const DatabaseAddress &address, const StageProgress &progress) const;
    [[nodiscard]] Result<> copyToServer(const DatabaseAddress &address, const StageProgress &progress) const;
    [[nodiscard]] Result<> compare(Database &database) const;

    const OpenedBackup &m_backup;
    QString m_folder;
};

} // namespace shirase
