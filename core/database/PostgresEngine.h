// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Engine.h"

namespace shirase {

/// A database of PostgreSQL 15 or later, reached as postgresql://USER@HOST:PORT/DATABASE?OPTION=VALUE…; the
/// options are libpq's (sslmode, sslrootcert, options …). A folder as host=FOLDER means a local socket. Without sslmode a
/// server on another machine has to prove who it is by TLS (verify-full).
class PostgresEngine : public Engine
{
public:
    PostgresEngine(QUrl url, QString passwordFile);

    /// The same address as the programs of PostgreSQL take it (libpq's connection string), without a password, and
    /// secured alike.
    [[nodiscard]] static QString connectionString(const QUrl &url);
    /// The first line of a password file; empty for no file. Fails with Unavailable if it cannot be read.
    [[nodiscard]] static Result<QString> passwordIn(const QString &path);

    [[nodiscard]] Dialect dialect() const override { return Dialect::PostgreSql; }
    [[nodiscard]] QString driver() const override { return QStringLiteral("QPSQL"); }
    [[nodiscard]] Result<> connect(QSqlDatabase &connection) override;
    [[nodiscard]] int socketOf(const QSqlDatabase &connection) const override;
    [[nodiscard]] Result<> makeReady(Database &database) const override;
    [[nodiscard]] QStringList patience(std::chrono::milliseconds time) const override;
    [[nodiscard]] QString begin() const override;
    [[nodiscard]] QString beginReading() const override;
    [[nodiscard]] QString fixMoment() const override;
    [[nodiscard]] QString keepOthersOut() const override;
    [[nodiscard]] Result<> purge(Database &database, const QStringList &tables) const override;
    [[nodiscard]] Error describe(const QSqlError &error) const override;
    [[nodiscard]] bool isLost(const QSqlError &error) const override;
    [[nodiscard]] bool streams() const override { return false; }

private:
    QUrl m_url;
    QString m_passwordFile;
};

} // namespace shirase
