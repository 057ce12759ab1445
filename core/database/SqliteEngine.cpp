// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/SqliteEngine.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

// SQLite's primary result codes (sqlite.org/rescode.html); the extended ones keep them in the low byte.
enum Code {
    Busy = 5,
    Locked = 6,
    ReadOnly = 8,
    IoError = 10,
    Corrupt = 11,
    Full = 13,
    CannotOpen = 14,
    Constraint = 19,
    NotADatabase = 26
};

/// Nobody is waited for by SQLite itself when two programs turn one fresh file to its write-ahead log at the same moment.
Result<> patiently(Database &database, const QString &command)
{
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
    Result<> done = database.command(command);
    while (!done && done.error().code == ErrorCode::Busy && std::chrono::steady_clock::now() < end) {
        letOthersWrite();
        done = database.command(command);
    }
    return done;
}

Result<> cutLog(Database &database)
{
    Result<Rows> done = database.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!done)
        return passOn(done);
    // Whether somebody was in the way stands in the row (sqlite.org/pragma.html#pragma_wal_checkpoint).
    if (done->next() && done->number(0) != 0)
        return fail(ErrorCode::Busy, Tr::tr("The database is busy. Please try again."));
    return {};
}

} // namespace

Result<> SqliteEngine::connect(QSqlDatabase &connection)
{
    // Made by us first, so that it never lies open to others: whoever can read it can read the operators'
    // contacts.
    QFile file(m_path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        file.close();

    connection.setDatabaseName(m_path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (connection.open())
        return {};
    return fail(
        ErrorCode::Unavailable,
        Tr::tr("The database %1 cannot be opened. Please check that its folder exists and is writable.")
            .arg(QDir::toNativeSeparators(m_path)),
        connection.lastError().text());
}

Result<> SqliteEngine::makeReady(Database &database) const
{
    // Before anything is read: then the first look takes the lock, which nobody gets who finds others there.
    const QStringList first = m_alone ? QStringList{u"PRAGMA locking_mode=EXCLUSIVE"_s} : QStringList();
    // Temporary tables in memory: what sorting spills into a file nobody would overwrite. A write-ahead log of 16 MB, four
    // times SQLite's: pages that are written again and again go into the database less often, which saves a registration an
    // eighth of its bytes (measured).
    const QStringList all =
        first + QStringList{u"PRAGMA journal_mode=WAL"_s, u"PRAGMA wal_autocheckpoint=4000"_s,
                            u"PRAGMA synchronous=FULL"_s, u"PRAGMA secure_delete=ON"_s,
                            u"PRAGMA foreign_keys=ON"_s, u"PRAGMA temp_store=MEMORY"_s};
    for (const QString &one : all) {
        if (const Result<> done = patiently(database, one); !done)
            return done;
    }
    return {};
}

QStringList SqliteEngine::patience(std::chrono::milliseconds time) const
{
    return {u"PRAGMA busy_timeout=%1"_s.arg(time.count())};
}

QString SqliteEngine::begin() const
{
    return u"BEGIN IMMEDIATE"_s; // there is one writer; asked for later, the lock could be refused half-way
}

QString SqliteEngine::beginReading() const
{
    return u"BEGIN"_s;
}

QString SqliteEngine::fixMoment() const
{
    return u"SELECT count(*) FROM sqlite_schema"_s; // the write-ahead log keeps what the first look has seen
}

QString SqliteEngine::keepOthersOut() const
{
    return {};
}

Result<> SqliteEngine::purge(Database &database, const QStringList &) const
{
    // Most of the work, in nobody's way; what is left to do keeps writers out while it waits for readers.
    if (const Result<> folded = database.command(u"PRAGMA wal_checkpoint(PASSIVE)"_s); !folded)
        return folded;
    qint64 patience = 0;
    {
        Result<Rows> before = database.run(u"PRAGMA busy_timeout"_s);
        if (!before)
            return passOn(before);
        patience = before->next() ? before->number(0) : 0;
    }
    const auto wait = [&](qint64 milliseconds) {
        return database.command(u"PRAGMA busy_timeout = %1"_s.arg(milliseconds));
    };
    if (const Result<> brief = wait(std::min<qint64>(patience, 20)); !brief)
        return brief;
    Result<> cut = cutLog(database);
    if (const Result<> again = wait(patience); !again)
        return again;
    return cut;
}

bool SqliteEngine::isLost(const QSqlError &error) const
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == ReadOnly || code == CannotOpen || code == IoError || code == NotADatabase;
}

Error SqliteEngine::describe(const QSqlError &error) const
{
    const QString detail = error.driverText() + u": "_s + error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {ErrorCode::Busy, Tr::tr("The database is busy. Please try again."), detail};
    case Full:
        return {ErrorCode::StorageFull, Tr::tr("The disk is full. Please make room, then try again."),
                detail};
    case ReadOnly:
    case IoError:
    case CannotOpen:
        return {ErrorCode::Unavailable,
                Tr::tr("The database cannot be written. Please check the folder's permissions and the disk."),
                detail};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::Corrupt, Tr::tr("The database file is damaged. Please restore it from a backup."),
                detail};
    case Constraint:
        return {ErrorCode::Conflict, Tr::tr("This entry contradicts one that exists."), detail};
    default:
        return {ErrorCode::Internal, Tr::tr("The database refused a statement."), detail};
    }
}

} // namespace shirase
