// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/BackupRecords.h"
#include "core/backup/DatabaseCopy.h"
#include "core/backup/SealedFile.h"
#include "core/settings/Settings.h"
#include "core/staff/StaffDesk.h"

namespace shirase {

class ReplacingFile;

/// Where a backup goes.
struct BackupPlace
{
    QString file; ///< the database, sealed to the office key
    QString keys; ///< the vault, sealed likewise: replaced each time, never kept in versions
};

/// How it stands with the backups.
struct BackupState
{
    std::optional<BackupRecord> last; ///< where one was made
    bool overdue = false;             ///< nothing is safe that is older than backup.warn_days
    bool keyChanged = false; ///< the office key is another one since: the last backup opens only with the old recovery sheet
};

/// Makes backups while everything else goes on (REQUIREMENTS D5). The database is copied as of one moment, the copy is
/// checked, then sealed to the office key; what was written is read back before it takes its name. The vault, which
/// must not come back from versions, goes to a key file of its own. One object per connection.
class BackupDesk
{
public:
    struct Parts
    {
        Database &database;
        Database &vault;
        DatabaseAddress address; ///< of the database
        QString folder;          ///< the data folder: room for a copy while it is checked
        StaffDesk &staff;
        const Settings &settings;
        const Clock &clock;
    };
    explicit BackupDesk(Parts parts)
        : m_parts(std::move(parts))
        , m_records(m_parts.database)
    {}

    /// All or nothing: after a failure both files are as they were before, but that the key file may be newer. Errors:
    /// Busy while another backup is being made, StorageFull, Unavailable, Invalid (both are one file), Corrupt (the
    /// database is damaged, or the disk gives something else back), Conflict when @p progress cancels.
    [[nodiscard]] Result<BackupRecord> make(const BackupPlace &place, const Progress &progress = {});
    /// The same by somebody, with an entry in the audit log. Needs administrator.
    [[nodiscard]] Result<BackupRecord> make(const Session &by, const BackupPlace &place, const Progress &progress = {});

    [[nodiscard]] Result<BackupState> state();
    [[nodiscard]] BackupRecords &records() { return m_records; }

    /// Removes what a killed backup has left in the data folder, unless one is being made.
    void removeLeftovers() const;

private:
    [[nodiscard]] Result<> sealDatabase(ReplacingFile &file, const SealedHead &head, BackupRecord &record,
                                        const Stages &stages);
    [[nodiscard]] Result<> sealVault(ReplacingFile &file, SealedHead head);
    [[nodiscard]] Result<> checkKey(const SealedHead &head);
    [[nodiscard]] QMap<QString, QString> configuration() const;

    Parts m_parts;
    BackupRecords m_records;
};

} // namespace shirase
