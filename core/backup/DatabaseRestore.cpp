// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/DatabaseRestore.h"

#include "core/backup/PostgresPrograms.h"
#include "core/backup/SqliteCopy.h"
#include "core/backup/TableCopy.h"
#include "core/database/Answers.h"
#include "core/database/Migrations.h"
#include "core/database/Tables.h"
#include "core/foundation/DiskSync.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView sqliteScheme("sqlite:");
constexpr qint64 mostInThePipe = 4 << 20; // bytes that pg_restore has not taken yet
constexpr int lookEvery = 200;            // ms
// A sequence, as it is no table and so in nobody's way.
constexpr QLatin1StringView markName("shirase_restoring");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

Result<bool> answers(Database &database, const QString &sql, const QVariantList &values = {})
{
    Result<Rows> rows = database.run(sql, values);
    if (!rows)
        return passOn(rows);
    return rows->next() && rows->value(0).toBool();
}

Result<> writeAll(PostgresProgram &program, QByteArrayView piece)
{
    QProcess &process = program.process();
    process.write(piece.data(), piece.size());
    while (process.bytesToWrite() > mostInThePipe && process.state() != QProcess::NotRunning)
        process.waitForBytesWritten(lookEvery);
    return process.state() == QProcess::NotRunning ? program.finish() : Result<>();
}

} // namespace

Result<std::unique_ptr<RestoreTarget>> RestoreTarget::claim(const DatabaseAddress &address)
{
    Result<std::unique_ptr<Database>> database = Database::open(address);
    if (!database)
        return passOn(database);
    std::unique_ptr<RestoreTarget> target(new RestoreTarget(std::move(*database)));
    if (const Result<> prepared = target->prepare(); !prepared)
        return passOn(prepared);
    return target;
}

RestoreTarget::~RestoreTarget()
{
    if (m_claimed && !m_done)
        std::ignore = removeTables(); // the mark stays if that fails, and the next restore tries again
}

Result<> RestoreTarget::prepare()
{
    const Result<bool> alone = answers(
        *m_database, u"SELECT pg_try_advisory_lock(hashtext('shirase restore ' || current_schema()))"_s);
    if (!alone)
        return passOn(alone);
    if (!*alone)
        return fail(ErrorCode::Busy, Tr::tr("Another restore into this database is under way."));
    const Result<bool> interrupted = answers(
        *m_database,
        u"SELECT count(*) > 0 FROM pg_class WHERE relname = ? AND relnamespace = current_schema()::regnamespace"_s,
        {QString(markName)});
    if (!interrupted)
        return passOn(interrupted);
    if (*interrupted) {
        if (const Result<> removed = removeTables(); !removed)
            return removed;
    }
    const Result<bool> filled = answers(*m_database, u"SELECT count(*) > 0 FROM pg_class WHERE relkind IN ('r', 'p', 'v') "
                                                     "AND relnamespace = current_schema()::regnamespace"_s);
    if (!filled)
        return passOn(filled);
    if (*filled)
        return fail(ErrorCode::Conflict,
                    Tr::tr("The database on the server is not empty. Please make an empty one for the restore."));
    if (const Result<> marked = m_database->command(u"CREATE SEQUENCE "_s + markName); !marked)
        return marked;
    m_claimed = true;
    return {};
}

Result<> RestoreTarget::removeTables()
{
    const Result<QStringList> names =
        textsFrom(*m_database, u"SELECT quote_ident(relname) FROM pg_class WHERE relkind IN ('r', 'p') "
                               "AND NOT relispartition AND relnamespace = current_schema()::regnamespace"_s);
    if (!names)
        return passOn(names);
    Result<Transaction> transaction = Transaction::begin(*m_database);
    if (!transaction)
        return passOn(transaction);
    if (!names->isEmpty()) {
        if (const Result<> dropped = m_database->command(u"DROP TABLE "_s + names->join(u", "_s) + u" CASCADE"_s); !dropped)
            return dropped;
    }
    if (const Result<> unmarked = m_database->command(u"DROP SEQUENCE IF EXISTS "_s + markName); !unmarked)
        return unmarked;
    return transaction->commit();
}

Result<> RestoreTarget::done()
{
    Result<> unmarked = m_database->command(u"DROP SEQUENCE "_s + markName);
    m_done = unmarked.has_value();
    return unmarked;
}

Result<> DatabaseRestore::check(const DatabaseAddress &address) const
{
    if (m_backup.manifest().engine == Dialect::Sqlite)
        return {};
    if (address.url.startsWith(sqliteScheme))
        return fail(ErrorCode::Invalid,
                    Tr::tr("This backup is of a PostgreSQL. Please give an empty database of one with --database; the command "
                           "\"move\" brings the data to SQLite afterwards."));
    const auto database = Database::open(address);
    if (!database)
        return passOn(database);
    const QString space = m_backup.manifest().space;
    const Result<bool> same = answers(**database, u"SELECT current_schema() = ?"_s, {space});
    if (!same)
        return passOn(same);
    if (*same)
        return {};
    return fail(ErrorCode::Invalid,
                Tr::tr("The backup's tables are in the schema \"%1\". Please let the account use the same one "
                       "(search_path) in the new database.")
                    .arg(space));
}

Result<> DatabaseRestore::run(const DatabaseAddress &address, const StageProgress &progress) const
{
    if (m_backup.manifest().engine == Dialect::PostgreSql)
        return runProgram(address, progress);
    if (address.url.startsWith(sqliteScheme))
        return writeFile(address.url.sliced(sqliteScheme.size()), progress);
    return copyToServer(address, progress);
}

Result<> DatabaseRestore::compare(Database &database) const
{
    const Result<DatabaseFacts> facts = DatabaseFacts::of(database);
    if (!facts)
        return passOn(facts);
    if (*facts == m_backup.manifest().facts)
        return {};
    return fail(ErrorCode::Corrupt, Tr::tr("What came out of the backup is not what went in. Please take an older backup."));
}

Result<> DatabaseRestore::writeFile(const QString &path, const StageProgress &progress) const
{
    QFile file(path);
    const auto failed = [&] {
        const bool full = file.error() == QFileDevice::ResourceError;
        return fail(full ? ErrorCode::StorageFull : ErrorCode::Unavailable,
                    full ? Tr::tr("The disk is full. Please make room, then restore again.")
                         : Tr::tr("The file %1 cannot be written.").arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    };
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return failed();
    Result<> written = m_backup.readDatabase(
        [&](QByteArrayView piece) -> Result<> {
            return writeWhole(file, piece) ? Result<>() : failed();
        },
        progress);
    if (!written)
        return written;
    if (!syncToDisk(file))
        return failed();
    file.close();
    const auto database = Database::open({sqliteScheme + path});
    if (!database)
        return passOn(database);
    if (const Result<> whole = SqliteCopy::checkIntegrity(**database, [&](qint64, qint64) { return progress(1, 1); });
        !whole)
        return whole;
    return compare(**database);
}

Result<> DatabaseRestore::runProgram(const DatabaseAddress &address, const StageProgress &progress) const
{
    PostgresProgram program(u"pg_restore"_s, address);
    if (const Result<> started =
            program.start({u"--single-transaction"_s, u"--exit-on-error"_s, u"--no-owner"_s, u"--no-privileges"_s,
                           u"--schema="_s + m_backup.manifest().space});
        !started)
        return started;
    // Ended before its input has, it rolls everything back.
    if (const Result<> written =
            m_backup.readDatabase([&](QByteArrayView piece) { return writeAll(program, piece); }, progress);
        !written)
        return written;
    program.process().closeWriteChannel();
    while (!program.process().waitForFinished(lookEvery) && program.process().state() != QProcess::NotRunning) {
        if (const Result<> wanted = progress(1, 1); !wanted)
            return wanted;
    }
    if (const Result<> ended = program.finish(); !ended)
        return ended;
    const auto database = Database::open(address);
    return database ? compare(**database) : passOn(database);
}

// A backup of SQLite becomes a file first, then rows of PostgreSQL.
Result<> DatabaseRestore::copyToServer(const DatabaseAddress &address, const StageProgress &progress) const
{
    const QString path = QDir(m_folder).filePath(u"restoring.sqlite"_s);
    if (const Result<> written =
            writeFile(path, [&](qint64 done, qint64 total) { return progress(done, 2 * total); });
        !written)
        return written;
    const auto from = Database::open({sqliteScheme + path});
    if (!from)
        return passOn(from);
    const auto to = Database::open(address);
    if (!to)
        return passOn(to);
    for (Database *database : {from->get(), to->get()}) {
        if (const Result<> ready = Migrations::apply(*database, Migrations::Schema::Main); !ready)
            return ready;
    }
    const Result<tableCopy::Digests> copied =
        tableCopy::copy(**from, **to, [&](qint64 done, qint64 total) { return progress(total + done, 2 * total); });
    if (!copied)
        return passOn(copied);
    return {};
}

} // namespace shirase
