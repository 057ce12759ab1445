// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Answers.h"
#include "core/database/Migrations.h"
#include "tests/support/Results.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <chrono>
#include <memory>

namespace shirase {

/// The main database and the vault, both migrated, and further connections to them: SQLite files in a
/// temporary folder, or, where SHIRASE_TEST_POSTGRESQL names a file with the address of a server, two schemas
/// of it.
class TestDatabase
{
    Q_DISABLE_COPY_MOVE(TestDatabase)
public:
    TestDatabase();
    ~TestDatabase();

    [[nodiscard]] static Dialect dialect();
    [[nodiscard]] static bool isSqlite() { return dialect() == Dialect::Sqlite; }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] DatabaseAddress address(Migrations::Schema schema) const;

    /// Where the test server keeps its data and its log; empty for SQLite.
    [[nodiscard]] static QString serverFolder();

    /// One more connection; it does not wait for locks.
    [[nodiscard]] std::unique_ptr<Database> open(Migrations::Schema schema) const;
    /// Lets a connection wait for locks after all.
    static void wait(Database &database, std::chrono::milliseconds time);

    /// Keeps everybody else from writing visits and mails until it goes.
    [[nodiscard]] static Transaction keepOut(Database &database);
    /// Makes a connection refuse to write, as one to a read-only file or to a standby server does.
    static void refuseWrites(Database &database, bool refuse);

    /// An SQL literal of that many zero bytes.
    [[nodiscard]] static QString zeros(int bytes)
    {
        const QString digits(2 * bytes, u'0');
        return (isSqlite() ? QStringLiteral("x'%1'") : QStringLiteral("'\\x%1'::bytea")).arg(digits);
    }

    /// numberFrom(), which has to have one.
    [[nodiscard]] static qint64 number(Database &database, const QString &sql) { return must(numberFrom(database, sql)); }
    [[nodiscard]] qint64 number(const QString &sql) const { return number(*main, sql); }

    /// Every byte of every file in the folder: databases, write-ahead logs and what else lies there.
    [[nodiscard]] QByteArray rawBytes() const
    {
        QByteArray all;
        for (const QFileInfo &info : QDir(m_folder.path()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            if (!file.open(QIODevice::ReadOnly))
                qFatal("%s cannot be read", qPrintable(info.filePath()));
            all += file.readAll();
        }
        return all;
    }

private:
    QTemporaryDir m_folder;
    QString m_name; ///< of the two schemas, before their endings

public:
    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
};

} // namespace shirase
