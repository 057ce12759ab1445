// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"

#include "app/Connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

Result<> writeAddresses(Settings &settings, const DataAddresses &addresses)
{
    for (const auto &[key, value] : {std::pair(u"database.url"_s, addresses.database),
                                     std::pair(u"vault.url"_s, addresses.vault),
                                     std::pair(u"database.password_file"_s, addresses.passwordFile)}) {
        if (value.isEmpty())
            continue;
        if (const Result<> set = settings.set(key, value); !set)
            return set;
    }
    return {};
}

/// Both databases, of which nothing is known yet.
struct Databases
{
    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
};

Result<Databases> prepareData(const DataFolder &folder, const ServerKey &key, const DataAddresses &addresses)
{
    if (const Result<> saved = key.save(folder.serverKeyFile()); !saved)
        return passOn(saved);
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    if (const Result<> written = writeAddresses(*settings, addresses); !written)
        return passOn(written);
    auto vault = openMigrated(folder.vault(*settings), Migrations::Schema::Vault);
    if (!vault)
        return passOn(vault);
    auto database = openMigrated(folder.database(*settings), Migrations::Schema::Main);
    if (!database)
        return passOn(database);
    return Databases{std::move(*database), std::move(*vault)};
}

Result<QString> foundOffice(Database &database, Database &vault, const SetUpRequest &request,
                            const ServerKey &key, const Clock &clock)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return passOn(transaction);
    StaffDesk staff(database, vault, clock, PasswordCost::standard(), LogInPlace::here());
    const Result<StaffDesk::Founding> founding = staff.found(request.administrator, request.password);
    if (!founding)
        return passOn(founding);
    const Result<Rows> remembered = database.run(u"INSERT INTO setting (key, value) VALUES (?, ?)"_s,
                                                 {fingerprintKey, key.fingerprint()});
    if (!remembered)
        return passOn(remembered);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return founding->recoveryCode;
}

/// Fills a folder; after a failure what was made there is removed again.
template <typename Fill>
auto fillFolder(const DataFolder &folder, const Fill &fill) -> decltype(fill())
{
    if (folder.isSetUp())
        return fail(ErrorCode::Conflict, QCoreApplication::translate("SetUp", "The folder %1 holds a Shirase already.")
                                             .arg(QDir::toNativeSeparators(folder.path())));
    if (const Result<> ready = folder.prepare(); !ready)
        return passOn(ready);
    const QStringList before = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);
    auto filled = fill();
    if (!filled) {
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden)) {
            if (!before.contains(name))
                QFile::remove(folder.file(name));
        }
    }
    return filled;
}

} // namespace

Result<QString> setUp(const DataFolder &folder, const SetUpRequest &request, const Clock &clock)
{
    return fillFolder(folder, [&]() -> Result<QString> {
        const ServerKey key = ServerKey::generate();
        const Result<Databases> data = prepareData(folder, key, request.addresses);
        if (!data)
            return passOn(data);
        return foundOffice(*data->main, *data->vault, request, key, clock);
    });
}

Result<> join(const DataFolder &folder, const ServerKey &key, const DataAddresses &addresses)
{
    return fillFolder(folder, [&]() -> Result<> {
        const Result<Databases> data = prepareData(folder, key, addresses);
        if (!data)
            return passOn(data);
        return checkFingerprint(*data->main, key);
    });
}

} // namespace shirase
