// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <initializer_list>
#include <memory>
#include <vector>

namespace shirase {

/// The rows of one statement. Returns its statement to the database when it goes; until then the same SQL text must
/// not be run again on that database.
class Rows
{
public:
    explicit Rows(QSqlQuery *query) : m_query(query) {}
    Rows(Rows &&other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
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
    QSqlQuery *m_query;
};

/// Where a database is: "sqlite:PATH". Holds no password.
struct DatabaseAddress
{
    QString url;
};

/// One connection to a database, for the one thread that opened it. Statements are prepared once and kept.
///
/// SQLite runs with WAL, synchronous=FULL (a commit survives a power cut), secure_delete=ON (what was deleted is
/// overwritten) and foreign keys on.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)
public:
    /// Opens or creates the database. Fails with Unavailable if it cannot be opened or written.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseAddress &address);
    ~Database();

    /// Runs one statement with its values bound in order. Errors: Busy (somebody else writes), StorageFull,
    /// Conflict (a constraint), Unavailable (read-only or gone), Corrupt, Internal. Values never show in an error.
    [[nodiscard]] Result<Rows> run(const QString &sql, std::initializer_list<QVariant> values = {});
    /// The same with a computed list of values.
    [[nodiscard]] Result<Rows> run(const QString &sql, const QVariantList &values);

    /// Runs a script of several statements, split at semicolons at line ends; for migrations and sample data.
    [[nodiscard]] Result<> runScript(const QString &sql);

    /// Erases what deleting left behind outside the pages: the write-ahead log is folded in and cut to nothing. Fails
    /// with Busy while somebody else reads or writes for longer than the time-out.
    [[nodiscard]] Result<> checkpoint();

    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    /// Runs a function once the transaction under way is on the disk, or at once where there is none. A rollback forgets
    /// it. What has to be told elsewhere is told that way, never before it is true.
    void afterCommit(std::function<void()> function);

private:
    friend class Transaction;
    explicit Database(QString connectionName);
    [[nodiscard]] Result<> configure();
    [[nodiscard]] Result<Rows> execute(QSqlQuery *query);

    QString m_connectionName;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    bool m_inTransaction = false;
    std::vector<std::function<void()>> m_afterCommit;
};

/// A transaction that is rolled back unless it is committed. It takes SQLite's write lock at once, so that it never
/// fails half-way for want of it.
class Transaction
{
    Q_DISABLE_COPY(Transaction)
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// After this the changes are on the disk. On failure everything is rolled back.
    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database) : m_database(&database) {}
    Database *m_database;
};

/// Between two commits of a long job: gives the write lock to whoever waits for it. SQLite's waiters only look every few
/// milliseconds, so that one who commits without a break keeps them out to the end.
void letOthersWrite();

} // namespace shirase
