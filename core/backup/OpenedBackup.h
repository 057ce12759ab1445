// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/BackupDesk.h"
#include "core/backup/Manifest.h"
#include "core/backup/SealedFile.h"
#include "core/backup/Stages.h"

#include <span>

namespace shirase {

/// A backup and a key file that belong together, opened with the recovery sheet and read to their ends: nothing in them
/// was changed or cut off, and this program understands them.
class OpenedBackup
{
public:
    /// @param sheets the keys of one recovery code or of several, where it was renewed between the two files
    /// Errors: Unavailable (a file cannot be read), Invalid (the files are mixed up), Corrupt, Refused (another office, or
    /// the code does not open them), NewerSchema, Conflict (@p progress cancels).
    [[nodiscard]] static Result<OpenedBackup> open(const BackupPlace &place, std::span<const KeyPair> sheets,
                                                   const StageProgress &progress);

    [[nodiscard]] const Manifest &manifest() const { return m_manifest; }
    [[nodiscard]] qint64 keysMadeAt() const { return m_keysHead.madeAt; }
    [[nodiscard]] const QByteArray &vault() const { return m_vault; } ///< vaultContent

    /// The office key of each file, as it was then, and its head.
    [[nodiscard]] const OfficeKey &databaseKey() const { return m_databaseKey; }
    [[nodiscard]] const OfficeKey &vaultKey() const { return m_vaultKey; }
    [[nodiscard]] const SealedHead &vaultHead() const { return m_keysHead; }

    /// Gives away the database's bytes: a file of SQLite or an archive of pg_dump.
    [[nodiscard]] Result<> readDatabase(const DatabaseCopy::Sink &sink, const StageProgress &progress) const;

private:
    OpenedBackup(BackupPlace place, OfficeKey databaseKey, OfficeKey vaultKey)
        : m_place(std::move(place))
        , m_databaseKey(std::move(databaseKey))
        , m_vaultKey(std::move(vaultKey))
    {}

    BackupPlace m_place;
    OfficeKey m_databaseKey;
    OfficeKey m_vaultKey;
    SealedHead m_keysHead;
    Manifest m_manifest;
    QByteArray m_vault;
};

} // namespace shirase
