// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/SqliteCopy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QUuid>

#include <sqlite3.h>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pagesAtOnce = 256;          // 1 MiB between two looks at whether somebody cancels
constexpr int instructionsAtOnce = 100'000; // of SQLite's virtual machine, the same while a check runs
constexpr qint64 readAtOnce = 1 << 20;
constexpr QLatin1StringView prefix("copying-");

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Backup)
};

/// Qt's driver links the same library (on Debian: libsqlite3), so that its connection is ours too.
sqlite3 *connectionOf(const Database &database)
{
    return *static_cast<sqlite3 *const *>(database.handle().constData());
}

Error errorOf(int code, sqlite3 *connection)
{
    const QString detail = QString::fromUtf8(sqlite3_errmsg(connection));
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {ErrorCode::StorageFull,
                Tr::tr("There is no room for a copy of the database beside it. Please make room on that disk."), detail};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {ErrorCode::Busy, Tr::tr("The database is busy. Please try again."), detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt, Tr::tr("The database file is damaged. Please restore it from a backup."), detail};
    default:
        return {ErrorCode::Unavailable,
                Tr::tr("The database cannot be copied. Please check its folder's permissions and the disk."), detail};
    }
}

std::unexpected<Error> damaged(const QString &detail)
{
    return fail(ErrorCode::Corrupt,
                Tr::tr("The database is damaged, so that no backup was made of it. Older backups are untouched: please "
                       "restore the newest one."),
                detail);
}

/// Lets a long check of SQLite's own be cancelled.
class Interrupter
{
    Q_DISABLE_COPY_MOVE(Interrupter)
public:
    Interrupter(sqlite3 *connection, const StageProgress &progress)
        : m_connection(connection)
        , m_progress(progress)
    {
        sqlite3_progress_handler(connection, instructionsAtOnce, &Interrupter::ask, this);
    }
    ~Interrupter() { sqlite3_progress_handler(m_connection, 0, nullptr, nullptr); }
    [[nodiscard]] const Result<> &asked() const { return m_asked; }

private:
    static int ask(void *self)
    {
        auto *own = static_cast<Interrupter *>(self);
        own->m_asked = own->m_progress(0, 1);
        return own->m_asked ? 0 : 1;
    }
    sqlite3 *m_connection;
    const StageProgress &m_progress;
    Result<> m_asked;
};

/// The first line that a check of SQLite answers; empty for none.
Result<QString> answerTo(Database &database, const QString &pragma, const StageProgress &progress)
{
    const Interrupter interrupter(connectionOf(database), progress);
    Result<Rows> rows = database.run(pragma);
    if (!interrupter.asked())
        return passOn(interrupter.asked());
    if (!rows)
        return rows.error().code == ErrorCode::Corrupt ? Result<QString>(rows.error().detail) : passOn(rows);
    const bool found = rows->next();
    if (!interrupter.asked())
        return passOn(interrupter.asked());
    return found ? rows->text(0) : QString();
}

} // namespace

SqliteCopy::SqliteCopy(Database &database, const QString &folder)
    : m_database(database)
    , m_path(QDir(folder).filePath(prefix + QUuid::createUuid().toString(QUuid::Id128) + u".sqlite"_s))
{}

SqliteCopy::~SqliteCopy()
{
    for (const QString &end : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        QFile::remove(m_path + end);
}

void SqliteCopy::removeLeftovers(const QString &folder)
{
    const QDir there(folder);
    for (const QString &name : there.entryList({prefix + u"*.sqlite*"_s}, QDir::Files))
        QFile::remove(there.filePath(name));
}

Result<DatabaseFacts> SqliteCopy::take(const StageProgress &progress)
{
    DatabaseFacts facts;
    {
        // Pages copied under a read transaction of ours are of one moment, and nobody who writes has to wait. Without it
        // the copy would begin anew with every registration (sqlite.org/backup.html); VACUUM INTO, the other way, shows
        // no progress and writes every row anew.
        Result<Transaction> moment = Transaction::begin(m_database, Transaction::Writers::None);
        if (!moment)
            return passOn(moment);
        if (const Result<> copied =
                copyPages([&](qint64 done, qint64 total) { return progress(done, 2 * total); });
            !copied)
            return passOn(copied);
        Result<DatabaseFacts> original = DatabaseFacts::of(m_database);
        if (!original)
            return original;
        facts = std::move(*original);
    }
    const Result<std::unique_ptr<Database>> copy = Database::open({u"sqlite:"_s + m_path});
    if (!copy)
        return passOn(copy);
    const StageProgress half = [&](qint64, qint64) { return progress(1, 2); };
    if (const Result<> whole = checkIntegrity(**copy, half); !whole)
        return passOn(whole);
    Result<DatabaseFacts> copied = DatabaseFacts::of(**copy);
    if (!copied)
        return copied;
    return *copied == facts ? copied : damaged(u"The copy differs from the database."_s);
}

Result<> SqliteCopy::copyPages(const StageProgress &progress)
{
    QFile file(m_path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        return fail(ErrorCode::Unavailable,
                    Tr::tr("The folder %1 cannot be written. Please check its permissions and the disk.")
                        .arg(QDir::toNativeSeparators(QFileInfo(m_path).path())),
                    file.errorString());
    file.close();
    sqlite3 *to = nullptr;
    const auto closed = qScopeGuard([&] { sqlite3_close(to); });
    if (const int code = sqlite3_open_v2(m_path.toUtf8().constData(), &to, SQLITE_OPEN_READWRITE, nullptr);
        code != SQLITE_OK)
        return std::unexpected(errorOf(code, to));
    // Nobody needs the copy after a power cut.
    sqlite3_exec(to, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
    sqlite3_backup *copying = sqlite3_backup_init(to, "main", connectionOf(m_database), "main");
    if (!copying)
        return std::unexpected(errorOf(sqlite3_errcode(to), to));
    int code = SQLITE_OK;
    Result<> wanted;
    while (code == SQLITE_OK && wanted) {
        code = sqlite3_backup_step(copying, pagesAtOnce);
        const int total = sqlite3_backup_pagecount(copying);
        wanted = progress(total - sqlite3_backup_remaining(copying), total);
    }
    const int ended = sqlite3_backup_finish(copying);
    if (!wanted)
        return wanted;
    if (code != SQLITE_DONE || ended != SQLITE_OK)
        return std::unexpected(errorOf(code == SQLITE_DONE ? ended : code, to));
    return {};
}

Result<> SqliteCopy::checkIntegrity(Database &database, const StageProgress &progress)
{
    const Result<QString> integrity = answerTo(database, u"PRAGMA integrity_check(1)"_s, progress);
    if (!integrity)
        return passOn(integrity);
    if (*integrity != u"ok")
        return damaged(*integrity);
    const Result<QString> orphan = answerTo(database, u"PRAGMA foreign_key_check"_s, progress);
    if (!orphan)
        return passOn(orphan);
    return orphan->isEmpty() ? Result<>() : damaged(u"foreign key of "_s + *orphan);
}

Result<> SqliteCopy::writeTo(const Sink &sink, const StageProgress &progress)
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Unavailable, Tr::tr("The copy of the database cannot be read. Please check the disk."),
                    file.errorString());
    while (!file.atEnd()) {
        const QByteArray piece = file.read(readAtOnce);
        if (piece.isEmpty())
            return fail(ErrorCode::Unavailable,
                        Tr::tr("The copy of the database cannot be read. Please check the disk."), file.errorString());
        if (const Result<> given = sink(piece); !given)
            return given;
        if (const Result<> wanted = progress(file.pos(), file.size()); !wanted)
            return wanted;
    }
    return {};
}

} // namespace shirase
