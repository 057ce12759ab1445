// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QHash>
#include <QSqlQuery>
#include <QVariant>

#include <chrono>
#include <functional>
#include <initializer_list>
#include <memory>
#include <vector>

namespace shirase {

/// The rows of one statement. Returns its statement to the database when it goes; until then the same SQL
/// text must not be run again on that database.
class Rows
{
public:
    explicit Rows(std::shared_ptr<QSqlQuery> query)
        : m_query(std::move(query))
    {}
    Rows(Rows &&other) = default;
    Rows &operator=(Rows &&) = delete;
    Q_DISABLE_COPY(Rows)
    ~Rows();

    /// Steps to the next row; false after the last one.
    [[nodiscard]] bool next() { return m_query->next(); }
    [[nodiscard]] QVariant value(int column) const { return m_query->value(column); }
    [[nodiscard]] qint64 number(int column) const { return value(column).toLongLong(); }
    [[nodiscard]] QString text(int column) const { return value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    /// How many rows an INSERT, UPDATE or DELETE changed.
    [[nodiscard]] int changed() const { return m_query->numRowsAffected(); }
    /// The key that an INSERT gave to its row.
    [[nodiscard]] qint64 insertedId() const { return m_query->lastInsertId().toLongLong(); }

private:
    std::shared_ptr<QSqlQuery> m_query; // outlives a reconnection, which forgets the prepared statements
};

/// Where a database is: "sqlite:PATH" or "postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full".
struct DatabaseAddress
{
    QString url;               ///< holds no password
    QString passwordFile = {}; ///< its first line is the password of a PostgreSQL account; may be empty
    /// Keeps everybody else out of a file of SQLite while it is open, and fails with Busy where somebody has it open.
    bool alone = false;

    bool operator==(const DatabaseAddress &) const = default;
};

/// Where statements have to differ.
enum class Dialect { Sqlite, PostgreSql };

class ConnectionBreaker;
class Engine;

/// One connection to a database, for the one thread that opened it. Statements are prepared once and kept.
///
/// SQLite runs with WAL, synchronous=FULL (a commit survives a power cut), secure_delete=ON (what was deleted
/// is overwritten) and foreign keys on.
///
/// A connection to PostgreSQL that was lost is made anew when the next statement outside of a transaction
/// asks for it: at once the first time, then after growing pauses of at most 2 seconds. Until then everything
/// fails with Unavailable without waiting.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)
public:
    /// Opens or creates the database. Fails with Unavailable if it cannot be opened or written.
    /// @param breaker ends waiting for a server, if there is one; for SQLite it has nothing to do
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseAddress &address,
                                                                ConnectionBreaker *breaker = nullptr);
    ~Database();

    [[nodiscard]] Dialect dialect() const;

    /// Runs one statement with its values bound in order. Errors: Busy (somebody else writes), StorageFull,
    /// Conflict (a constraint), Unavailable (read-only or gone), Corrupt, Internal. Values never show in an
    /// error.
    [[nodiscard]] Result<Rows> run(const QString &sql, std::initializer_list<QVariant> values = {});
    /// The same with a computed list of values.
    [[nodiscard]] Result<Rows> run(const QString &sql, const QVariantList &values);

    /// Runs a command without values and without rows of its own: what PostgreSQL does not prepare (SET,
    /// CREATE …).
    [[nodiscard]] Result<> command(const QString &sql);
    /// The same with several, one by one, until one fails.
    [[nodiscard]] Result<> commandAll(const QStringList &commands);

    /// Runs a script of several commands, split at semicolons at line ends; for migrations and sample data.
    [[nodiscard]] Result<> runScript(const QString &sql);

    /// Erases what deleting left behind: SQLite's write-ahead log is folded in and cut to nothing; PostgreSQL's
    /// tables are written anew without their dead rows, and its write-ahead log begins a new file. Fails with Busy,
    /// soon, while somebody else reads or writes: it would keep writers waiting.
    /// @param tables that PostgreSQL writes anew; all of them if empty
    [[nodiscard]] Result<> purge(const QStringList &tables = {});

    /// How long a statement may wait for others from now on; on PostgreSQL also how long it may take at all. What takes
    /// longer fails with Busy.
    [[nodiscard]] Result<> setPatience(std::chrono::milliseconds patience);

    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// The driver's own handle (QSqlDriver::handle), for what only the engine's library can do; valid until the
    /// next statement that finds the connection lost.
    [[nodiscard]] QVariant handle() const;

    /// Runs a function once the transaction under way is on the disk, or at once where there is none. A
    /// rollback forgets it. What has to be told elsewhere is told that way, never before it is true.
    void afterCommit(std::function<void()> function);

private:
    friend class Transaction;
    Database(std::unique_ptr<Engine> engine, ConnectionBreaker *breaker);
    [[nodiscard]] Result<> connect();
    [[nodiscard]] Result<> openConnection();
    void closeConnection();
    [[nodiscard]] Result<> reconnectIfLost();
    [[nodiscard]] Result<std::shared_ptr<QSqlQuery>> prepared(const QString &sql);
    [[nodiscard]] Error noteFailure(const QSqlError &error);

    std::unique_ptr<Engine> m_engine;
    ConnectionBreaker *m_breaker;
    int m_socket = -1; ///< that the breaker knows
    QString m_connectionName;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    QStringList m_patience; ///< what sets it, for each new connection
    bool m_inTransaction = false;
    bool m_failedInTransaction = false; ///< a statement did, and PostgreSQL refuses all that follow
    bool m_lost = false;
    std::chrono::milliseconds m_pause{0}; ///< before the next try to connect
    std::chrono::steady_clock::time_point m_nextTry;
    std::vector<std::function<void()>> m_afterCommit;
};

/// A transaction that is rolled back unless it is committed.
class Transaction
{
    Q_DISABLE_COPY(Transaction)
public:
    /// One: what it reads stays true until it has committed, as far as transactions of this kind go; they
    /// wait for each other. Many: its rows are its own affair, and others may commit beside it. SQLite has
    /// one writer anyway, and takes the lock at once, so that no transaction fails half-way for want of it.
    /// None: it only reads, and all that it reads is of one moment, however long it takes; nobody waits for it.
    enum class Writers { One, Many, None };
    [[nodiscard]] static Result<Transaction> begin(Database &database, Writers writers = Writers::One);
    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// After this the changes are on the disk. On failure everything is rolled back. It fails where one of
    /// PostgreSQL's statements has failed before.
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database);
    Database *m_database;
};

/// Between two commits of a long job: gives the write lock to whoever waits for it. SQLite's waiters only
/// look every few milliseconds, so that one who commits without a break keeps them out to the end.
void letOthersWrite();

} // namespace shirase
