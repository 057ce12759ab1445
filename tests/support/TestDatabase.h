// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Migrations.h"
#include "tests/support/Results.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

namespace shirase {

/// The main database and the vault in a temporary folder, both migrated, and further connections to them.
class TestDatabase
{
public:
    TestDatabase()
        : main(open(Migrations::Schema::Main))
        , vault(open(Migrations::Schema::Vault))
    {
        must(Migrations::apply(*main, Migrations::Schema::Main));
        must(Migrations::apply(*vault, Migrations::Schema::Vault));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// One more connection; it does not wait for locks.
    [[nodiscard]] std::unique_ptr<Database> open(Migrations::Schema schema) const
    {
        const QString name = schema == Migrations::Schema::Main ? QStringLiteral("shirase.sqlite")
                                                                : QStringLiteral("vault.sqlite");
        std::unique_ptr<Database> database = must(Database::open({QStringLiteral("sqlite:") + path(name)}));
        must(database->run(QStringLiteral("PRAGMA busy_timeout=0")));
        return database;
    }

    /// The first number of the first row.
    [[nodiscard]] static qint64 number(Database &database, const QString &sql)
    {
        Rows rows = must(database.run(sql));
        return rows.next() ? rows.number(0) : 0;
    }
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

public:
    std::unique_ptr<Database> main;
    std::unique_ptr<Database> vault;
};

} // namespace shirase
