// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Connection.h"

#include "core/facilities/FacilityUpkeep.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

struct Connection::Parts
{
    DataFolder folder;
    const Clock &clock;
    ServerKey serverKey;
    std::unique_ptr<Database> database;
    std::unique_ptr<Database> vault;
    Settings settings;
};

Result<> checkFingerprint(Database &database, const ServerKey &key)
{
    Result<Rows> rows = database.run(u"SELECT value FROM setting WHERE key = ?"_s, {fingerprintKey});
    if (!rows)
        return passOn(rows);
    if (rows->next() && rows->text(0) == key.fingerprint())
        return {};
    return fail(ErrorCode::Refused,
                QCoreApplication::translate("Connection", "The server key in this folder is not the one that this database "
                                                          "was set up with. Please put the right server.key there."));
}

Result<std::unique_ptr<Database>> openMigrated(const DatabaseAddress &address, Migrations::Schema schema,
                                               ConnectionBreaker *breaker)
{
    Result<std::unique_ptr<Database>> database = Database::open(address, breaker);
    if (!database)
        return database;
    if (const Result<> migrated = Migrations::apply(**database, schema); !migrated)
        return passOn(migrated);
    return database;
}

Result<std::unique_ptr<Connection>> Connection::open(const DataFolder &folder, const Clock &clock,
                                                     ConnectionBreaker *breaker)
{
    Result<ServerKey> key = ServerKey::load(folder.serverKeyFile());
    if (!key)
        return passOn(key);
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    Result<std::unique_ptr<Database>> database = openMigrated(folder.database(*settings), Migrations::Schema::Main, breaker);
    if (!database)
        return passOn(database);
    Result<std::unique_ptr<Database>> vault = openMigrated(folder.vault(*settings), Migrations::Schema::Vault, breaker);
    if (!vault)
        return passOn(vault);
    if (const Result<> checked = checkFingerprint(**database, *key); !checked)
        return passOn(checked);
    if (const Result<> attached = settings->attach(**database); !attached)
        return passOn(attached);
    std::unique_ptr<Connection> connection(new Connection(
        {folder, clock, std::move(*key), std::move(*database), std::move(*vault), std::move(*settings)}));
    const Result<> kept = FacilityUpkeep(*connection->database, connection->facilities).bringUpToDate();
    if (!kept)
        return passOn(kept);
    return connection;
}

Connection::Connection(Parts parts)
    : folder(parts.folder)
    , clock(parts.clock)
    , serverKey(std::move(parts.serverKey))
    , database(std::move(parts.database))
    , vault(std::move(parts.vault))
    , sharedClock(*database, clock)
    , settings(std::move(parts.settings))
    , facilities(*database, clock)
    , search(*database)
    , outbox(*database, serverKey.queuePublicKey(), sharedClock, settings.value(u"mail.from"_s).section(u'@', -1).toLatin1())
    , registration(*database, facilities, outbox)
    , staff(*database, *vault, clock, PasswordCost::standard(), LogInPlace::here())
    , facilityDesk(*database, facilities, registration, staff.audit())
    , notices(*database)
    , noticeDesk({*database, *vault, facilities, notices, outbox, staff.audit(), settings, sharedClock})
    , heldLetters(*database, *vault, staff.audit(), sharedClock)
    , erasure(*database, *vault, clock, folder.mailFolder(settings))
    , clockGuard(*database, *vault, staff.audit(), clock)
    , personErasure({*database, *vault, staff.audit(), clock})
    , backups({*database, *vault, folder.database(settings), folder.path(), staff, settings, clock})
{
}

} // namespace shirase
