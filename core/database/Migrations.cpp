// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Migrations.h"

#include "core/database/Answers.h"

#include <QCoreApplication>
#include <QFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QString scriptPath(Dialect dialect, Migrations::Schema schema, int version)
{
    const QString engine = dialect == Dialect::Sqlite ? u"sqlite"_s : u"postgresql"_s;
    const QString folder = schema == Migrations::Schema::Main ? u"main"_s : u"vault"_s;
    return u":/shirase/migrations/%1/%2/%3.sql"_s.arg(engine, folder).arg(version, 4, 10, QChar(u'0'));
}

Result<> applyOne(Database &database, const QString &path, int version)
{
    QFile script(path);
    if (!script.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"A migration is missing from the program."_s, path);
    Result<Transaction> transaction = Transaction::begin(database);
    if (!transaction)
        return passOn(transaction);
    // Another program that started with us may have been first.
    const Result<int> current = Migrations::current(database);
    if (!current)
        return passOn(current);
    if (*current >= version)
        return {};
    if (const Result<> done = database.runScript(QString::fromUtf8(script.readAll())); !done)
        return done;
    if (const Result<Rows> noted =
            database.run(u"INSERT INTO schema_version (version) VALUES (?)"_s, {version});
        !noted)
        return passOn(noted);
    return transaction->commit();
}

} // namespace

Result<int> Migrations::current(Database &database)
{
    const Result<> created =
        database.command(u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"_s);
    if (!created)
        return passOn(created);
    return countFrom(database, u"SELECT max(version) FROM schema_version"_s);
}

int Migrations::newest(Schema schema)
{
    int version = 0;
    while (QFile::exists(scriptPath(Dialect::Sqlite, schema, version + 1)))
        ++version;
    return version;
}

Result<> Migrations::apply(Database &database, Schema schema, int upTo)
{
    const Result<int> current = Migrations::current(database);
    if (!current)
        return passOn(current);
    const int last = newest(schema);
    if (*current > last) {
        return fail(ErrorCode::NewerSchema,
                    QCoreApplication::translate("Migrations",
                                                "The data were written by a newer version of Shirase "
                                                "(schema %1, this program knows %2). Please update Shirase.")
                        .arg(*current)
                        .arg(last));
    }
    for (int version = *current + 1; version <= upTo; ++version) {
        if (const Result<> done =
                applyOne(database, scriptPath(database.dialect(), schema, version), version);
            !done)
            return done;
    }
    return {};
}

} // namespace shirase
