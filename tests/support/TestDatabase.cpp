// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestDatabase.h"

#include <QUuid>

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The file's lines: the address of the server to test with, and its folder. None for SQLite.
const QStringList &server()
{
    static const QStringList lines = [] {
        const QString path = qEnvironmentVariable("SHIRASE_TEST_POSTGRESQL");
        if (path.isEmpty())
            return QStringList();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("%s cannot be read: is the test server running?", qPrintable(path));
        return QString::fromUtf8(file.readAll()).split(u'\n');
    }();
    return lines;
}

QString serverUrl()
{
    return server().value(0);
}

QString ending(Migrations::Schema schema)
{
    return schema == Migrations::Schema::Main ? u"main"_s : u"vault"_s;
}

void runOnServer(const QString &sql)
{
    const auto server = must(Database::open({serverUrl()}));
    must(server->runScript(sql));
}

} // namespace

TestDatabase::TestDatabase()
    : m_name(u"test_"_s + QUuid::createUuid().toString(QUuid::Id128))
{
    if (!isSqlite())
        runOnServer(u"CREATE SCHEMA %1_main;\nCREATE SCHEMA %1_vault"_s.arg(m_name));
    main = open(Migrations::Schema::Main);
    vault = open(Migrations::Schema::Vault);
    must(Migrations::apply(*main, Migrations::Schema::Main));
    must(Migrations::apply(*vault, Migrations::Schema::Vault));
}

TestDatabase::~TestDatabase()
{
    main.reset();
    vault.reset();
    if (!isSqlite())
        runOnServer(u"DROP SCHEMA %1_main CASCADE;\nDROP SCHEMA %1_vault CASCADE"_s.arg(m_name));
}

QString TestDatabase::serverFolder()
{
    return server().value(1);
}

Dialect TestDatabase::dialect()
{
    return serverUrl().isEmpty() ? Dialect::Sqlite : Dialect::PostgreSql;
}

DatabaseAddress TestDatabase::address(Migrations::Schema schema) const
{
    if (isSqlite())
        return {u"sqlite:"_s +
                path(schema == Migrations::Schema::Main ? u"shirase.sqlite"_s : u"vault.sqlite"_s)};
    return {serverUrl() + u"?options=-csearch_path=%1_%2"_s.arg(m_name, ending(schema))};
}

std::unique_ptr<Database> TestDatabase::open(Migrations::Schema schema) const
{
    std::unique_ptr<Database> database = must(Database::open(address(schema)));
    wait(*database, 0ms);
    return database;
}

void TestDatabase::wait(Database &database, std::chrono::milliseconds time)
{
    if (isSqlite())
        must(database.command(u"PRAGMA busy_timeout=%1"_s.arg(time.count())));
    else // PostgreSQL's own affairs, such as a table that grows, take locks too
        must(database.command(u"SET lock_timeout = %1"_s.arg(std::max<qint64>(time.count(), 200))));
}

Transaction TestDatabase::keepOut(Database &database)
{
    Transaction transaction = must(Transaction::begin(database));
    if (!isSqlite())
        must(database.command(u"LOCK TABLE visit, outbox, lease IN EXCLUSIVE MODE"_s));
    return transaction;
}

void TestDatabase::refuseWrites(Database &database, bool refuse)
{
    const QString command =
        isSqlite() ? u"PRAGMA query_only = %1"_s : u"SET default_transaction_read_only = %1"_s;
    must(database.command(command.arg(refuse ? u"ON"_s : u"OFF"_s)));
}

} // namespace shirase
