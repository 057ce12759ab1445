// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"

#include "app/Connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QScopeGuard>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

Result<> writeAddresses(Settings &settings, const SetUpRequest &request)
{
    for (const auto &[key, value] :
         {std::pair(u"database.url"_s, request.databaseUrl), std::pair(u"vault.url"_s, request.vaultUrl),
          std::pair(u"database.password_file"_s, request.databasePasswordFile)}) {
        if (value.isEmpty())
            continue;
        if (const Result<> set = settings.set(key, value); !set)
            return set;
    }
    return {};
}

Result<QString> foundOffice(Database &database, Database &vault, const SetUpRequest &request,
                            const ServerKey &key, const Clock &clock)
{
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return passOn(transaction);
    const Result<StaffDesk::Founding> founding = StaffDesk(database, vault, clock, PasswordCost::standard())
                                                     .found(request.administrator, request.password);
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

Result<QString> build(const DataFolder &folder, const SetUpRequest &request, const Clock &clock)
{
    const ServerKey key = ServerKey::generate();
    if (const Result<> saved = key.save(folder.serverKeyFile()); !saved)
        return passOn(saved);
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    if (const Result<> written = writeAddresses(*settings, request); !written)
        return passOn(written);
    const auto vault = openMigrated(folder.vault(*settings), Migrations::Schema::Vault);
    if (!vault)
        return passOn(vault);
    const auto database = openMigrated(folder.database(*settings), Migrations::Schema::Main);
    if (!database)
        return passOn(database);
    return foundOffice(**database, **vault, request, key, clock);
}

} // namespace

Result<QString> setUp(const DataFolder &folder, const SetUpRequest &request, const Clock &clock)
{
    if (folder.isSetUp())
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("SetUp", "The folder %1 holds a Shirase already.")
                        .arg(QDir::toNativeSeparators(folder.path())));
    if (const Result<> ready = folder.prepare(); !ready)
        return passOn(ready);
    const QStringList before = QDir(folder.path()).entryList(QDir::Files | QDir::Hidden);

    Result<QString> recoveryCode = build(folder, request, clock);
    if (!recoveryCode) {
        for (const QString &name : QDir(folder.path()).entryList(QDir::Files | QDir::Hidden)) {
            if (!before.contains(name))
                QFile::remove(folder.file(name));
        }
    }
    return recoveryCode;
}

} // namespace shirase
