// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backup/DatabaseCopy.h"

#include <QFile>
#include <QProcess>

namespace shirase {

/// Runs pg_dump and pg_restore. The password of the account reaches them in a file of their own form that has no name and is
/// on no disk, never in an argument or the environment: whatever ends us, nothing of it stays behind.
class PostgresProgram
{
    Q_DISABLE_COPY_MOVE(PostgresProgram)
public:
    /// @param name "pg_dump" or "pg_restore"
    PostgresProgram(const QString &name, const DatabaseAddress &address);
    /// Ends it.
    ~PostgresProgram();

    /// Fails with NotFound if the program is not installed, with Unavailable if the password cannot be read.
    [[nodiscard]] Result<> start(const QStringList &arguments);
    [[nodiscard]] QProcess &process() { return m_process; }
    /// Waits for its end. Fails with Unavailable and the program's own words as detail if it has failed.
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<> writePassword();
    [[nodiscard]] std::unexpected<Error> notStarted(const QString &why) const;

    QString m_name;
    DatabaseAddress m_address;
    QFile m_passwords;
    QProcess m_process;
};

/// What pg_dump makes of a database of PostgreSQL, in its custom format.
class PostgresDump final : public DatabaseCopy
{
public:
    PostgresDump(Database &database, const DatabaseAddress &address)
        : m_database(database)
        , m_address(address)
    {}

    [[nodiscard]] Result<DatabaseFacts> take(const StageProgress &progress) override;
    [[nodiscard]] Result<> writeTo(const Sink &sink, const StageProgress &progress) override;
    [[nodiscard]] Dialect engine() const override { return Dialect::PostgreSql; }
    [[nodiscard]] Result<QString> space() override;

private:
    Database &m_database;
    DatabaseAddress m_address;
    std::optional<Transaction> m_moment; ///< keeps alive what m_snapshot names
    QString m_snapshot;
    qint64 m_size = 0; ///< bytes of the tables
};

} // namespace shirase
