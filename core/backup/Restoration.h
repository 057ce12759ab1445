// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/OpenedBackup.h"
#include "core/staff/AuditLog.h"
#include "core/staff/OfficeKeys.h"
#include "core/vault/ServerKey.h"

namespace shirase {

/// What a restore has made of a backup. Counts only.
struct RestoreReport
{
    qint64 madeAt = 0;     ///< the moment that the backup shows: seconds since the epoch, UTC
    qint64 keysMadeAt = 0; ///< when the key file was written
    qint64 visits = 0;     ///< registrations that can be opened
    int erasedVisits = 0;  ///< had been erased at their visitor's wish since
    int lostVisits = 0;    ///< of days whose key is not in the key file: erased since, or the file is older
    int recipients = 0;    ///< wait in held notices
    int notTold = 0;       ///< waited, but their registrations are not there any more
    int heldNotices = 0;
    int returnedDrafts = 0;
    int letters = 0;        ///< confirmations and posters that waited, and cannot be sent any more
    bool keyChanged = false; ///< the office key has been changed since: only the recovery sheet opens addresses now
    qint64 auditBroken = 0; ///< DatabaseFacts::auditBroken
    QString erasureProblem = {}; ///< why the erasure did not run; empty if it did
};

/// Makes of a database and a vault that came back from files a Shirase that can be served (REQUIREMENTS D5): nothing that
/// was erased is in it, nothing leaves it by itself that may have left before, and what waits is sealed to the new
/// server's key. Both are at the newest schema.
class Restoration
{
public:
    /// @param sheets as for OpenedBackup::open()
    Restoration(Database &database, Database &vault, const Clock &clock, const OpenedBackup &backup,
                std::span<const KeyPair> sheets);

    /// @param fingerprintKey the setting by which the database knows its server key
    [[nodiscard]] Result<RestoreReport> finish(const ServerKey &serverKey, const QString &fingerprintKey);

private:
    [[nodiscard]] Result<> alignOfficeKeys();
    [[nodiscard]] Result<> takeNewerKey(const OfficePublicKey &newest);
    [[nodiscard]] Result<OfficeKey> openOffice();
    [[nodiscard]] Result<> prepareVault(const Opener &office, const ServerKey &serverKey);
    [[nodiscard]] Result<> changeDatabase(const Opener &office, const ServerKey &serverKey,
                                          const QString &fingerprintKey);
    [[nodiscard]] Result<> removeErased();
    [[nodiscard]] Result<> removeLost();
    [[nodiscard]] Result<> holdNotices();
    [[nodiscard]] Result<> giveUpLetters();

    Database &m_database;
    Database &m_vault;
    const Clock &m_clock;
    const OpenedBackup &m_backup;
    std::span<const KeyPair> m_sheets;
    AuditLog m_audit;
    OfficeKeys m_officeKeys;
    RestoreReport m_report;
};

} // namespace shirase
