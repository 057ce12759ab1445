// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlError>
#include <QUuid>

#include <chrono>
#include <thread>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Database)
};

// SQLite's primary result codes (sqlite.org/rescode.html); the extended ones keep them in the low byte.
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CannotOpen = 14, Constraint = 19, NotADatabase = 26 };

// The driver's text names tables and columns only; bound values are never in it.
Error describe(const QSqlError &error)
{
    const QString detail = error.driverText() + u": "_s + error.databaseText();
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case Busy:
    case Locked:
        return {ErrorCode::Busy, Tr::tr("The database is busy. Please try again."), detail};
    case Full:
        return {ErrorCode::StorageFull, Tr::tr("The disk is full. Please make room, then try again."), detail};
    case ReadOnly:
    case IoError:
    case CannotOpen:
        return {ErrorCode::Unavailable,
                Tr::tr("The database cannot be written. Please check the folder's permissions and the disk."), detail};
    case Corrupt:
    case NotADatabase:
        return {ErrorCode::Corrupt,
                Tr::tr("The database file is damaged. Please restore it from a backup."), detail};
    case Constraint:
        return {ErrorCode::Conflict, Tr::tr("This entry contradicts one that exists."), detail};
    default:
        return {ErrorCode::Internal, Tr::tr("The database refused a statement."), detail};
    }
}

} // namespace

Rows::~Rows()
{
    if (m_query)
        m_query->finish();
}

Database::Database(QString connectionName) : m_connectionName(std::move(connectionName)) {}

Database::~Database()
{
    m_statements.clear();
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseAddress &address)
{
    constexpr QLatin1StringView scheme("sqlite:");
    if (!address.url.startsWith(scheme) || address.url.size() == scheme.size())
        return fail(ErrorCode::Invalid,
                    Tr::tr("The database address is not understood: it has to begin with \"sqlite:\"."));
    const QString path = address.url.sliced(scheme.size());

    // Made by us first, so that it never lies open to others: whoever can read it can read the operators' contacts.
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFile::ReadOwner | QFile::WriteOwner))
        file.close();

    std::unique_ptr<Database> database(new Database(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QSqlDatabase connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database->m_connectionName);
    connection.setDatabaseName(path);
    connection.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    if (!connection.open()) {
        return fail(ErrorCode::Unavailable,
                    Tr::tr("The database %1 cannot be opened. Please check that its folder exists and is writable.")
                        .arg(QDir::toNativeSeparators(path)),
                    connection.lastError().text());
    }
    if (const Result<> configured = database->configure(); !configured)
        return passOn(configured);
    return database;
}

Result<> Database::configure()
{
    for (const QString &pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s,
                                  u"PRAGMA secure_delete=ON"_s, u"PRAGMA foreign_keys=ON"_s}) {
        if (const Result<Rows> done = run(pragma); !done)
            return passOn(done);
    }
    m_statements.clear();
    return {};
}

Result<Rows> Database::execute(QSqlQuery *query)
{
    Rows rows(query);
    if (!query->exec())
        return std::unexpected(describe(query->lastError()));
    return rows;
}

Result<Rows> Database::run(const QString &sql, std::initializer_list<QVariant> values)
{
    return run(sql, QVariantList(values));
}

Result<Rows> Database::run(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connectionName, false));
        query->setForwardOnly(true);
        if (!query->prepare(sql)) {
            const Error error = describe(query->lastError());
            m_statements.remove(sql);
            return std::unexpected(error);
        }
    }
    for (int i = 0; i < values.size(); ++i) {
        // Qt binds a null QString as NULL; to us it is a text without letters.
        const bool nullText = values[i].typeId() == QMetaType::QString && values[i].toString().isNull();
        query->bindValue(i, nullText ? QVariant(u""_s) : values[i]);
    }
    return execute(query.get());
}

Result<> Database::runScript(const QString &sql)
{
    const QStringList statements = sql.split(u";\n"_s, Qt::SkipEmptyParts);
    for (const QString &statement : statements) {
        if (statement.trimmed().isEmpty())
            continue;
        const Result<Rows> done = run(statement);
        if (!done)
            return passOn(done);
    }
    m_statements.clear();
    return {};
}

Result<> Database::checkpoint()
{
    Result<Rows> done = run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    if (!done)
        return passOn(done);
    // Whether somebody was in the way stands in the row (sqlite.org/pragma.html#pragma_wal_checkpoint).
    if (done->next() && done->number(0) != 0)
        return fail(ErrorCode::Busy, Tr::tr("The database is busy. Please try again."));
    return {};
}

void Database::afterCommit(std::function<void()> function)
{
    if (m_inTransaction)
        m_afterCommit.push_back(std::move(function));
    else
        function();
}

void letOthersWrite()
{
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
}

Result<Transaction> Transaction::begin(Database &database)
{
    Q_ASSERT(!database.m_inTransaction);
    if (const Result<Rows> begun = database.run(u"BEGIN IMMEDIATE"_s); !begun)
        return passOn(begun);
    database.m_inTransaction = true;
    return Transaction(database);
}

Transaction::~Transaction()
{
    if (!m_database)
        return;
    m_database->m_inTransaction = false;
    m_database->m_afterCommit.clear();
    // SQLite may have rolled back by itself already (disk full); then this fails, which is what we want.
    std::ignore = m_database->run(u"ROLLBACK"_s);
}

Result<> Transaction::commit()
{
    if (const Result<Rows> committed = m_database->run(u"COMMIT"_s); !committed)
        return passOn(committed);
    Database &database = *std::exchange(m_database, nullptr);
    database.m_inTransaction = false;
    for (const std::function<void()> &function : std::exchange(database.m_afterCommit, {}))
        function();
    return {};
}

} // namespace shirase
