// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QList>

#include <optional>

namespace shirase {

/// What is remembered of a backup that was made.
struct BackupRecord
{
    qint64 at = 0;          ///< the moment that it shows: seconds since the epoch, UTC
    QString file = {};      ///< absolute path
    qint64 bytes = 0;
    QByteArray digest = {}; ///< BLAKE2b-256 of the file
    qint64 officeKeyId = 0; ///< what it is sealed to
    qint64 newestAudit = 0; ///< the newest entry of the audit log that is in it
    qint64 milliseconds = 0;

    bool operator==(const BackupRecord &) const = default;
};

/// The backups that were made, the newest first; the last hundred are remembered.
class BackupRecords
{
public:
    explicit BackupRecords(Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> add(const BackupRecord &record);
    [[nodiscard]] Result<std::optional<BackupRecord>> last();
    /// The newest one in a folder.
    [[nodiscard]] Result<std::optional<BackupRecord>> lastIn(const QString &folder);

private:
    [[nodiscard]] Result<QList<BackupRecord>> list();

    Database &m_database;
};

} // namespace shirase
