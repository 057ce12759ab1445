// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QUrl>

#include <chrono>
#include <memory>

namespace shirase {

/// What differs between SQLite and PostgreSQL. One for each Database.
class Engine
{
    Q_DISABLE_COPY_MOVE(Engine)
public:
    /// Fails with Invalid if the address names no engine, or holds a password.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> of(const DatabaseAddress &address);
    virtual ~Engine() = default;

    [[nodiscard]] virtual Dialect dialect() const = 0;
    /// Qt's name of the driver.
    [[nodiscard]] virtual QString driver() const = 0;
    /// Opens a connection that the driver has made, also for a second time. Fails with Unavailable.
    [[nodiscard]] virtual Result<> connect(QSqlDatabase &connection) = 0;
    /// Of an open connection, for ConnectionBreaker; -1 if it has none.
    [[nodiscard]] virtual int socketOf(const QSqlDatabase &connection) const = 0;
    /// Makes a connection that was just opened ready for use, also one that is made anew.
    [[nodiscard]] virtual Result<> makeReady(Database &database) const = 0;
    /// The commands of Database::setPatience(), run one by one.
    [[nodiscard]] virtual QStringList patience(std::chrono::milliseconds time) const = 0;
    [[nodiscard]] virtual QString begin() const = 0;
    /// Begins a transaction that only reads, and sees the database as it is when fixMoment() runs in it.
    [[nodiscard]] virtual QString beginReading() const = 0;
    [[nodiscard]] virtual QString fixMoment() const = 0;
    /// Run first in a transaction that is to be the only one of its kind (Transaction::Writers); empty where
    /// all are.
    [[nodiscard]] virtual QString keepOthersOut() const = 0;
    /// Erases what deleting left behind, outside of transactions. See Database::purge().
    [[nodiscard]] virtual Result<> purge(Database &database, const QStringList &tables) const = 0;
    /// Says what went wrong. The driver's text names tables and columns only; bound values must not be in it.
    [[nodiscard]] virtual Error describe(const QSqlError &error) const = 0;
    /// Whether the connection is gone and a new one may help.
    [[nodiscard]] virtual bool isLost(const QSqlError &error) const = 0;
    /// Whether a result can be read while other statements run, without being kept in memory whole.
    [[nodiscard]] virtual bool streams() const = 0;

protected:
    Engine() = default;
};

} // namespace shirase
