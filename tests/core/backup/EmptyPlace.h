// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/TestDatabase.h"

#include <QUrl>
#include <QUuid>

namespace shirase {

/// Where a restore puts its databases: no files yet in a temporary folder, or an empty database of the test server with
/// the same two schemas as those of a TestDatabase.
class EmptyPlace
{
    Q_DISABLE_COPY_MOVE(EmptyPlace)
public:
    explicit EmptyPlace(const TestDatabase &like)
        : m_main(like.address(Migrations::Schema::Main).url)
        , m_vault(like.address(Migrations::Schema::Vault).url)
    {
        if (TestDatabase::isSqlite()) {
            m_main = QStringLiteral("sqlite:") + path(QStringLiteral("shirase.sqlite"));
            m_vault = QStringLiteral("sqlite:") + path(QStringLiteral("vault.sqlite"));
            return;
        }
        m_server = QUrl(m_main).adjusted(QUrl::RemoveQuery).toString();
        m_name = QStringLiteral("restore_") + QUuid::createUuid().toString(QUuid::Id128);
        run(m_server, QStringLiteral("CREATE DATABASE ") + m_name);
        for (QString *url : {&m_main, &m_vault}) {
            url->replace(QStringLiteral("/postgres?"), u'/' + m_name + u'?');
            run(*url, QStringLiteral("CREATE SCHEMA ") + url->section(u'=', -1));
        }
    }
    ~EmptyPlace()
    {
        if (!m_name.isEmpty())
            run(m_server, QStringLiteral("DROP DATABASE %1 WITH (FORCE)").arg(m_name));
    }

    [[nodiscard]] DatabaseAddress address(Migrations::Schema schema) const
    {
        return {schema == Migrations::Schema::Main ? m_main : m_vault};
    }
    [[nodiscard]] std::unique_ptr<Database> open(Migrations::Schema schema) const
    {
        return must(Database::open(address(schema)));
    }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

private:
    static void run(const QString &url, const QString &sql)
    {
        const auto database = must(Database::open({url}));
        must(database->command(sql));
    }

    QTemporaryDir m_folder;
    QString m_main;
    QString m_vault;
    QString m_server;
    QString m_name;
};

} // namespace shirase
