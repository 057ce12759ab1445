// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/DataFolder.h"
#include "core/backup/BackupDesk.h"
#include "core/database/Migrations.h"
#include "core/database/SharedClock.h"
#include "core/erasure/ClockGuard.h"
#include "core/erasure/Erasure.h"
#include "core/erasure/PersonErasure.h"
#include "core/facilities/FacilityDesk.h"
#include "core/facilities/FacilitySearch.h"
#include "core/facilities/FacilityStore.h"
#include "core/mail/Outbox.h"
#include "core/notices/HeldLetters.h"
#include "core/notices/NoticeDesk.h"
#include "core/notices/NoticeStore.h"
#include "core/settings/Settings.h"
#include "core/staff/StaffDesk.h"
#include "core/vault/ServerKey.h"

#include <memory>

namespace shirase {

/// One thread's connection to a Shirase that is set up: both databases at the newest schema, the server key, and the
/// services that stand on them. Opened, used and closed in one thread.
struct Connection
{
    /// Fails with NotFound if nothing is set up there, NewerSchema if a newer program has written it, Refused if the
    /// server key is not this database's.
    /// @param breaker as for Database::open()
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const DataFolder &folder, const Clock &clock,
                                                                  ConnectionBreaker *breaker = nullptr);

    DataFolder folder;
    const Clock &clock; ///< this machine's
    ServerKey serverKey;
    std::unique_ptr<Database> database;
    std::unique_ptr<Database> vault;
    SharedClock sharedClock; ///< of all who share the database: for mails and notices, which one writes and another sends
    Settings settings;
    FacilityStore facilities;
    FacilitySearch search;
    OutboxWriter outbox;
    FacilityRegistration registration;
    StaffDesk staff;
    FacilityDesk facilityDesk;
    NoticeStore notices;
    NoticeDesk noticeDesk;
    HeldLetters heldLetters;
    Erasure erasure;
    ClockGuard clockGuard;
    PersonErasure personErasure;
    BackupDesk backups;

private:
    struct Parts;
    explicit Connection(Parts parts);
};

/// The setting by which the database remembers its server key.
inline const QString fingerprintKey = QStringLiteral("server_key.fingerprint");

/// Fails with Refused if a database was set up with another server key.
[[nodiscard]] Result<> checkFingerprint(Database &database, const ServerKey &key);

/// Opens one of the two databases and brings it to the newest schema.
[[nodiscard]] Result<std::unique_ptr<Database>> openMigrated(const DatabaseAddress &address, Migrations::Schema schema,
                                                             ConnectionBreaker *breaker = nullptr);

} // namespace shirase
