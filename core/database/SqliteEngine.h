// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Engine.h"

namespace shirase {

/// A file of SQLite, made readable for its owner only.
class SqliteEngine : public Engine
{
public:
    /// @param alone DatabaseAddress::alone
    explicit SqliteEngine(QString path, bool alone = false)
        : m_path(std::move(path))
        , m_alone(alone)
    {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::Sqlite; }
    [[nodiscard]] QString driver() const override { return QStringLiteral("QSQLITE"); }
    [[nodiscard]] Result<> connect(QSqlDatabase &connection) override;
    [[nodiscard]] int socketOf(const QSqlDatabase &) const override { return -1; }
    [[nodiscard]] Result<> makeReady(Database &database) const override;
    [[nodiscard]] QStringList patience(std::chrono::milliseconds time) const override;
    [[nodiscard]] QString begin() const override;
    [[nodiscard]] QString beginReading() const override;
    [[nodiscard]] QString fixMoment() const override;
    [[nodiscard]] QString keepOthersOut() const override;
    [[nodiscard]] Result<> purge(Database &database, const QStringList &tables) const override;
    [[nodiscard]] Error describe(const QSqlError &error) const override;
    /// A file that could not be written, or was put into the place of another, may be by now: for a connection that is
    /// made anew.
    [[nodiscard]] bool isLost(const QSqlError &error) const override;
    [[nodiscard]] bool streams() const override { return true; }

private:
    QString m_path;
    bool m_alone;
};

} // namespace shirase
