// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Move.h"

#include "app/Connection.h"
#include "core/staff/Actor.h"
#include "core/foundation/DiskSync.h"
#include "core/notices/NoticeHold.h"

#include <QCoreApplication>
#include <QDir>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView sqliteScheme("sqlite:");
constexpr int vaultMoved = 100; // thousandths of the progress

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Move)
};

/// The two databases of a Shirase, and the settings' names of them.
struct Place
{
    DatabaseAddress database;
    DatabaseAddress vault;
};

Error inUse()
{
    return {ErrorCode::Busy,
            Tr::tr("Shirase is running on these data. Please end every server and window first, then move them."),
            {}};
}

/// A database that nobody else uses until it is closed.
Result<std::unique_ptr<Database>> openAlone(DatabaseAddress address, Migrations::Schema schema)
{
    address.alone = true;
    Result<std::unique_ptr<Database>> database = openMigrated(address, schema);
    if (!database)
        return database.error().code == ErrorCode::Busy ? std::unexpected(inUse()) : passOn(database);
    if ((*database)->dialect() == Dialect::Sqlite)
        return database;
    Result<Rows> others = (*database)->run(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                                           "AND application_name = 'shirase' AND pid <> pg_backend_pid()"_s);
    if (!others)
        return passOn(others);
    if (others->next() && others->number(0) > 0)
        return std::unexpected(inUse());
    return database;
}

Result<Place> targetOf(const DataAddresses &to, const Place &from)
{
    Place target{{to.database, to.passwordFile}, {to.vault, to.passwordFile}};
    if (to.database.isEmpty() || to.vault.isEmpty())
        return fail(ErrorCode::Invalid, Tr::tr("Please give both addresses: --database and --vault."));
    if (target.database.url == from.database.url || target.vault.url == from.vault.url || to.database == to.vault)
        return fail(ErrorCode::Invalid, Tr::tr("Please give two addresses that differ from the present ones."));
    return target;
}

/// Fills one database, or finds that it has been filled by a move that was interrupted.
Result<tableCopy::Digests> moveOne(Database &from, const DatabaseAddress &address, Migrations::Schema schema,
                                   const StageProgress &progress)
{
    const auto to = openMigrated(address, schema);
    if (!to)
        return passOn(to);
    const Result<bool> fresh = tableCopy::isFresh(**to);
    if (!fresh)
        return passOn(fresh);
    if (*fresh)
        return tableCopy::copy(from, **to, progress);
    Result<tableCopy::Digests> here = tableCopy::digestsOf(from, progress);
    if (!here)
        return here;
    Result<tableCopy::Digests> there = tableCopy::digestsOf(**to, progress);
    if (!there)
        return there;
    if (*here == *there)
        return here;
    return fail(ErrorCode::Conflict,
                Tr::tr("The database %1 holds something already. Please make an empty one.").arg(address.url));
}

Result<> noteMove(const DataFolder &folder, const Clock &clock)
{
    const auto connection = Connection::open(folder, clock);
    if (!connection)
        return passOn(connection);
    Result<Transaction> transaction = Transaction::begin(*(*connection)->database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> noted = (*connection)->staff.audit().add(actors::system, u"data.move"_s, u"database"_s); !noted)
        return noted;
    return transaction->commit();
}

/// The file of a database of SQLite; empty for others.
QString fileOf(const DatabaseAddress &address)
{
    return address.url.startsWith(sqliteScheme) ? address.url.sliced(sqliteScheme.size()) : QString();
}

} // namespace

qint64 MoveReport::rows() const
{
    qint64 rows = 0;
    for (const RowDigest &digest : tables)
        rows += digest.rows();
    return rows;
}

Result<MoveReport> moveData(const DataFolder &folder, const DataAddresses &to, const Clock &clock,
                            const Progress &progress)
{
    if (!folder.isSetUp())
        return fail(ErrorCode::NotFound, Tr::tr("The folder %1 holds no Shirase. Please run the set-up first.")
                                             .arg(QDir::toNativeSeparators(folder.path())));
    Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    const Place from{folder.database(*settings), folder.vault(*settings)};
    const Result<Place> target = targetOf(to, from);
    if (!target)
        return passOn(target);
    MoveReport report;
    {
        const auto database = openAlone(from.database, Migrations::Schema::Main);
        if (!database)
            return passOn(database);
        const auto vault = openAlone(from.vault, Migrations::Schema::Vault);
        if (!vault)
            return passOn(vault);
        const Stages stages(progress);
        const Result<tableCopy::Digests> keys =
            moveOne(**vault, target->vault, Migrations::Schema::Vault, stages.stage(0, vaultMoved));
        if (!keys)
            return passOn(keys);
        const Result<tableCopy::Digests> rows =
            moveOne(**database, target->database, Migrations::Schema::Main, stages.stage(vaultMoved, 1000));
        if (!rows)
            return passOn(rows);
        report.tables = *rows;
        report.tables.insert(*keys);
        const Result<> named = settings->apply({{.key = u"database.url"_s, .value = to.database},
                                                {.key = u"vault.url"_s, .value = to.vault},
                                                {.key = u"database.password_file"_s, .value = to.passwordFile}});
        if (!named)
            return passOn(named);
    }
    if (const Result<> noted = noteMove(folder, clock); !noted)
        return passOn(noted);
    return report;
}

QStringList oldDatabases(const DataFolder &folder, const Settings &settings)
{
    const QStringList used{fileOf(folder.database(settings)), fileOf(folder.vault(settings))};
    QStringList old;
    for (const QString &name : {u"shirase.sqlite"_s, u"vault.sqlite"_s}) {
        const QString path = folder.file(name);
        if (QFile::exists(path) && !used.contains(path))
            old.append(path);
    }
    return old;
}

Result<QStringList> removeOldDatabases(const DataFolder &folder)
{
    const Result<Settings> settings = Settings::load(folder.settingsFile());
    if (!settings)
        return passOn(settings);
    QStringList old = oldDatabases(folder, *settings);
    for (const QString &path : old) {
        for (const QString &end : {u"-wal"_s, u"-shm"_s, u""_s}) {
            QFile file(path + end);
            if (!file.exists())
                continue;
            if (file.open(QIODevice::ReadWrite))
                overwriteWithZeros(file);
            if (!file.remove())
                return fail(ErrorCode::Unavailable,
                            Tr::tr("The file %1 cannot be removed. Please check the folder's permissions.")
                                .arg(QDir::toNativeSeparators(file.fileName())),
                            file.errorString());
        }
    }
    return old;
}

} // namespace shirase
