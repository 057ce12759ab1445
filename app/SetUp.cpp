// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SetUp.h"

#include "app/Connection.h"
#include "app/MailPasswordFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <filesystem>

namespace shirase {

using namespace Qt::StringLiterals;

Result<> writeAddresses(Settings &settings, const DataAddresses &addresses)
{
    QList<SettingChange> changes;
    for (const auto &[key, value] : {std::pair(u"database.url"_s, addresses.database),
                                     std::pair(u"vault.url"_s, addresses.vault),
                                     std::pair(u"database.password_file"_s, addresses.passwordFile)}) {
        if (!value.isEmpty())
            changes.append({.key = key, .value = value});
    }
    return settings.apply(changes);
}

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(SetUp)
};

/// Where everything is made before it is whole.
DataFolder stageOf(const DataFolder &folder)
{
    return DataFolder(folder.file(u".setup"_s));
}

QStringList filesIn(const DataFolder &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
}

std::unexpected<Error> cannotWrite(const QString &path, const QString &detail = {})
{
    return fail(ErrorCode::Unavailable,
                Tr::tr("The file %1 cannot be written. Please check the folder's permissions and the free space.")
                    .arg(QDir::toNativeSeparators(path)),
                detail);
}

/// Puts what is whole into its place. The server key comes last: with it the folder holds a Shirase, and without it the
/// next start goes on here (finishSetUp).
Result<> unveil(const DataFolder &stage, const DataFolder &folder)
{
    QStringList names = filesIn(stage);
    const QString key = QFileInfo(stage.serverKeyFile()).fileName();
    names.removeOne(key);
    for (const QString &name : names + QStringList{key}) {
        std::error_code error;
        std::filesystem::rename(stage.file(name).toStdU16String(), folder.file(name).toStdU16String(), error);
        if (error)
            return cannotWrite(folder.file(name), QString::fromStdString(error.message()));
    }
    QDir(stage.path()).removeRecursively();
    return {};
}

Result<> startStage(const DataFolder &stage, const DataFolder &folder)
{
    if (const Result<> ready = stage.prepare(); !ready)
        return ready;
    // What the administrator has written there before goes on to hold.
    if (QFile::exists(folder.settingsFile()) && !QFile::copy(folder.settingsFile(), stage.settingsFile()))
        return cannotWrite(stage.settingsFile());
    return {};
}

/// A database without its key is somebody's, who has lost the key or is in the middle of a restoration.
Result<> checkNothingIsThere(const DataFolder &folder)
{
    for (const QString &name : {u"shirase.sqlite"_s, u"vault.sqlite"_s}) {
        if (QFile::exists(folder.file(name)))
            return fail(ErrorCode::Conflict,
                        Tr::tr("The folder %1 holds a database without its server key. Please put the file server.key there, "
                               "or choose another folder.")
                            .arg(QDir::toNativeSeparators(folder.path())));
    }
    return {};
}

/// The database of a set-up that was interrupted: in the stage, or in its place already. Empty if there is none.
QString addressLeftBy(const QString &stated, const QString &name, const DataFolder &stage, const DataFolder &folder)
{
    if (!stated.isEmpty())
        return stated;
    for (const DataFolder &place : {stage, folder}) {
        if (QFile::exists(place.file(name)))
            return u"sqlite:"_s + place.file(name);
    }
    return {};
}

/// Whether the founding was committed: then its database knows the key that lies in the stage.
Result<bool> isWhole(const DataFolder &stage, const DataFolder &folder)
{
    const Result<ServerKey> key = ServerKey::load(stage.serverKeyFile());
    if (!key)
        return false;
    Result<Settings> settings =
        Settings::load(QFile::exists(stage.settingsFile()) ? stage.settingsFile() : folder.settingsFile());
    if (!settings)
        return passOn(settings);
    const QString password = folder.databasePassword(*settings);
    const QString main = addressLeftBy(settings->value(u"database.url"_s), u"shirase.sqlite"_s, stage, folder);
    const QString vault = addressLeftBy(settings->value(u"vault.url"_s), u"vault.sqlite"_s, stage, folder);
    if (main.isEmpty() || vault.isEmpty())
        return false;
    // Opened and closed, so that what a crash has left beside the files is folded into them.
    if (const auto opened = Database::open({vault, password}); !opened)
        return passOn(opened);
    const auto database = Database::open({main, password});
    if (!database)
        return passOn(database);
    const Result<> known = checkFingerprint(**database, *key);
    if (!known && known.error().code == ErrorCode::Unavailable)
        return passOn(known);
    return known.has_value();
}

Result<bool> finishStage(const DataFolder &stage, const DataFolder &folder)
{
    Result<bool> whole = folder.isSetUp() ? false : isWhole(stage, folder);
    if (!whole)
        return whole;
    if (*whole) {
        if (const Result<> unveiled = unveil(stage, folder); !unveiled)
            return passOn(unveiled);
    }
    QDir(stage.path()).removeRecursively();
    return folder.isSetUp();
}

/// Runs what fills the stage, and unveils it. After a failure nothing of it is left.
template <typename Fill>
auto fillFolder(const DataFolder &folder, const Fill &fill) -> decltype(fill(folder))
{
    if (const Result<> ready = folder.prepare(); !ready)
        return passOn(ready);
    FillLock lock(folder);
    if (const Result<> alone = lock.take(); !alone)
        return passOn(alone);
    const DataFolder stage = stageOf(folder);
    const Result<bool> finished = finishStage(stage, folder);
    if (!finished)
        return passOn(finished);
    if (*finished)
        return fail(ErrorCode::Conflict,
                    Tr::tr("The folder %1 holds a Shirase already.").arg(QDir::toNativeSeparators(folder.path())));
    if (const Result<> empty = checkNothingIsThere(folder); !empty)
        return passOn(empty);
    const Result<> started = startStage(stage, folder);
    auto filled = started ? fill(stage) : passOn(started);
    if (filled) {
        if (const Result<> unveiled = unveil(stage, folder); !unveiled)
            return passOn(unveiled); // all is made: the next start tries again
    } else {
        QDir(stage.path()).removeRecursively();
    }
    return filled;
}

/// What a stage holds before anybody is in it.
struct Foundation
{
    Settings settings;
    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
};

Result<Foundation> lay(const DataFolder &stage, const DataFolder &folder, const ServerKey &key,
                       const DataAddresses &addresses)
{
    if (const Result<> saved = key.save(stage.serverKeyFile()); !saved)
        return passOn(saved);
    Result<Settings> settings = Settings::load(stage.settingsFile());
    if (!settings)
        return passOn(settings);
    if (const Result<> written = writeAddresses(*settings, addresses); !written)
        return passOn(written);
    DatabaseAddress mainAddress = stage.database(*settings);
    DatabaseAddress vaultAddress = stage.vault(*settings);
    mainAddress.passwordFile = vaultAddress.passwordFile = folder.databasePassword(*settings);
    auto vault = openMigrated(vaultAddress, Migrations::Schema::Vault);
    if (!vault)
        return passOn(vault);
    auto database = openMigrated(mainAddress, Migrations::Schema::Main);
    if (!database)
        return passOn(database);
    return Foundation{std::move(*settings), std::move(*database), std::move(*vault)};
}

/// What the clerk has set, and where the password for the relay lies.
Result<QList<SettingChange>> settingsOf(const DataFolder &stage, const SetUpRequest &request)
{
    QList<SettingChange> settings = request.settings;
    if (request.mailPassword.isEmpty())
        return settings;
    const Result<QString> file = mailPasswordFiles::keep(stage, request.mailPassword);
    if (!file)
        return passOn(file);
    settings.append({.key = u"mail.password_file"_s, .value = *file});
    return settings;
}

Result<QString> foundOffice(Foundation &laid, const SetUpRequest &request, const QList<SettingChange> &settings,
                            const ServerKey &key, const Clock &clock)
{
    Result<Transaction> transaction = Transaction::begin(*laid.main);
    if (!transaction)
        return passOn(transaction);
    StaffDesk staff(*laid.main, *laid.vault, clock, request.cost, LogInPlace::here());
    const Result<StaffDesk::Founding> founding =
        staff.found(request.administrator, request.password, request.recoveryCode);
    if (!founding)
        return passOn(founding);
    const Result<Rows> remembered = laid.main->run(u"INSERT INTO setting (key, value) VALUES (?, ?)"_s,
                                                   {fingerprintKey, key.fingerprint()});
    if (!remembered)
        return passOn(remembered);
    if (const Result<> attached = laid.settings.attach(*laid.main); !attached)
        return passOn(attached);
    if (const Result<> set = laid.settings.apply(settings); !set)
        return passOn(set);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return founding->recoveryCode;
}

} // namespace

FillLock::FillLock(const DataFolder &folder)
    : m_folder(folder)
    , m_lock(folder.file(fileName()))
{}

Result<> FillLock::take()
{
    switch (m_lock.take()) {
    case FileLock::Outcome::Taken:
        return {};
    case FileLock::Outcome::Impossible:
        return cannotWrite(m_folder.file(fileName()));
    case FileLock::Outcome::Held:
        break;
    }
    return fail(ErrorCode::Busy, Tr::tr("Another program is setting up the folder %1 at this moment.")
                                     .arg(QDir::toNativeSeparators(m_folder.path())));
}

Result<QString> setUp(const DataFolder &folder, const SetUpRequest &request, const Clock &clock)
{
    return fillFolder(folder, [&](const DataFolder &stage) -> Result<QString> {
        const ServerKey key = ServerKey::generate();
        const Result<QList<SettingChange>> settings = settingsOf(stage, request);
        if (!settings)
            return passOn(settings);
        Result<Foundation> laid = lay(stage, folder, key, request.addresses);
        if (!laid)
            return passOn(laid);
        return foundOffice(*laid, request, *settings, key, clock);
    });
}

Result<> join(const DataFolder &folder, const ServerKey &key, const DataAddresses &addresses)
{
    return fillFolder(folder, [&](const DataFolder &stage) -> Result<> {
        const Result<Foundation> laid = lay(stage, folder, key, addresses);
        if (!laid)
            return passOn(laid);
        return checkFingerprint(*laid->main, key);
    });
}

Result<bool> finishSetUp(const DataFolder &folder)
{
    const DataFolder stage = stageOf(folder);
    if (!QFileInfo::exists(stage.path()))
        return folder.isSetUp();
    FillLock lock(folder);
    if (const Result<> alone = lock.take(); !alone)
        return passOn(alone);
    return finishStage(stage, folder);
}

} // namespace shirase
