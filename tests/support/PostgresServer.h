// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTemporaryDir>

namespace shirase {

/// A PostgreSQL of a test's own, to be stopped and started (tests/support/postgresql).
class PostgresServer
{
    Q_DISABLE_COPY_MOVE(PostgresServer)
public:
    /// @param certificate, key PEM files, with which it speaks TLS
    explicit PostgresServer(const QString &certificate = {}, const QString &key = {});
    ~PostgresServer();

    [[nodiscard]] int port() const;
    /// Where its address stands, as SHIRASE_TEST_POSTGRESQL names it.
    [[nodiscard]] const QString &file() const { return m_file; }
    /// Makes an empty database there and returns its address.
    [[nodiscard]] QString make(const QString &database);

    /// Every process stands still: it refuses nothing and answers nothing.
    void pause() { run(QStringLiteral("pause")); }
    void resume() { run(QStringLiteral("resume")); }
    /// A fast shutdown, which ends every connection.
    void halt() { run(QStringLiteral("halt")); }
    /// As a power cut would.
    void crash() { run(QStringLiteral("crash")); }
    /// Up again on the same port.
    void startAgain() { run(QStringLiteral("again")); }

private:
    void run(const QString &command, const QStringList &more = {});

    QTemporaryDir m_folder;
    QString m_file;
    QString m_url; ///< of the database "postgres"
};

} // namespace shirase
