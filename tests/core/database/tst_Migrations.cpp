// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Migrations.h"

#include "tests/support/Results.h"

#include <QTemporaryDir>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace shirase;
using Schema = Migrations::Schema;

class tst_Migrations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void leadFromNothingToTheNewest_data();
    void leadFromNothingToTheNewest();
    void doNothingASecondTime();
    void refuseANewerSchemaAndLeaveItUntouched();
    void leaveNothingOfAScriptThatFails();
    void runOnceWhenTwoProgramsStartTogether();
    void bringTheRecipientsOfAnOlderDatabaseOver();

private:
    std::unique_ptr<Database> open() const
    {
        return must(Database::open({u"sqlite:"_s + m_folder->filePath(u"test.sqlite"_s)}));
    }
    static qint64 number(Database &database, const QString &sql)
    {
        Rows rows = must(database.run(sql));
        return rows.next() ? rows.number(0) : -1;
    }
    static QString contentOf(Database &database)
    {
        QStringList lines;
        Rows rows = must(database.run(u"SELECT name || sql FROM sqlite_schema ORDER BY name"_s));
        while (rows.next())
            lines.append(rows.text(0));
        return lines.join(u'\n') +
               QString::number(number(database, u"SELECT max(version) FROM schema_version"_s));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Migrations::leadFromNothingToTheNewest_data()
{
    QTest::addColumn<int>("schema");
    QTest::addColumn<QStringList>("tables");
    QTest::newRow("main") << int(Schema::Main)
                          << QStringList{u"facility"_s,       u"facility_code"_s, u"visit"_s, u"outbox"_s,
                                         u"notice"_s,         u"account"_s,       u"audit"_s, u"lease"_s,
                                         u"erasure_report"_s, u"setting"_s};
    QTest::newRow("vault") << int(Schema::Vault) << QStringList{u"day_key"_s, u"erased_visit"_s};
}

void tst_Migrations::leadFromNothingToTheNewest()
{
    QFETCH(int, schema);
    QFETCH(QStringList, tables);
    const auto database = open();
    VERIFY_DONE(Migrations::apply(*database, Schema(schema)));
    QVERIFY(Migrations::newest(Schema(schema)) >= 1);
    QCOMPARE(number(*database, u"SELECT max(version) FROM schema_version"_s),
             Migrations::newest(Schema(schema)));
    for (const QString &table : tables)
        QCOMPARE(number(*database, u"SELECT count(*) FROM "_s + table), 0);
    QVERIFY(!database->inTransaction());
}

void tst_Migrations::doNothingASecondTime()
{
    const auto database = open();
    VERIFY_DONE(Migrations::apply(*database, Schema::Main));
    must(database->run(u"INSERT INTO setting VALUES ('a', 'b')"_s));
    const QString before = contentOf(*database);
    VERIFY_DONE(Migrations::apply(*database, Schema::Main));
    VERIFY_DONE(Migrations::apply(*open(), Schema::Main));
    QCOMPARE(contentOf(*database), before);
    QCOMPARE(number(*database, u"SELECT count(*) FROM setting"_s), 1);
}

void tst_Migrations::refuseANewerSchemaAndLeaveItUntouched()
{
    const auto database = open();
    VERIFY_DONE(Migrations::apply(*database, Schema::Main));
    const int newer = Migrations::newest(Schema::Main) + 1;
    must(database->run(u"INSERT INTO schema_version VALUES (?)"_s, {newer}));
    const QString before = contentOf(*database);
    const Result<> refused = Migrations::apply(*database, Schema::Main);
    VERIFY_FAILS(refused, ErrorCode::NewerSchema);
    QVERIFY(refused.error().message.contains(QString::number(newer)));
    QCOMPARE(contentOf(*database), before);
}

void tst_Migrations::leaveNothingOfAScriptThatFails()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE notice (stranger)"_s)); // stands in the way half-way through the script
    QVERIFY(!Migrations::apply(*database, Schema::Main).has_value());
    QVERIFY(!database->inTransaction());
    QCOMPARE(number(*database, u"SELECT count(*) FROM sqlite_schema WHERE type = 'table' "
                               "AND name NOT IN ('notice', 'schema_version', 'sqlite_sequence')"_s),
             0);
    QCOMPARE(number(*database, u"SELECT count(*) FROM schema_version"_s), 0);
    must(database->run(u"DROP TABLE notice"_s));
    VERIFY_DONE(Migrations::apply(*database, Schema::Main));
}

// The window and the server of the command line on one fresh folder.
void tst_Migrations::runOnceWhenTwoProgramsStartTogether()
{
    for (int round = 0; round < 10; ++round) {
        m_folder = std::make_unique<QTemporaryDir>();
        std::atomic<int> waiting = 2;
        QString problems[2];
        const auto start = [&](QString &problem) {
            --waiting;
            while (waiting > 0)
                std::this_thread::yield();
            const auto database = Database::open({u"sqlite:"_s + m_folder->filePath(u"test.sqlite"_s)});
            const Result<> done =
                database ? Migrations::apply(**database, Schema::Main) : Result<>(passOn(database));
            problem = QString::fromUtf8(errorText(done));
        };
        std::thread first(start, std::ref(problems[0]));
        std::thread second(start, std::ref(problems[1]));
        first.join();
        second.join();
        QCOMPARE(problems[0], QString());
        QCOMPARE(problems[1], QString());
        QCOMPARE(number(*open(), u"SELECT count(*) FROM schema_version"_s), Migrations::newest(Schema::Main));
    }
}

// 0015 writes their table anew.
void tst_Migrations::bringTheRecipientsOfAnOlderDatabaseOver()
{
    const auto database = open();
    VERIFY_DONE(Migrations::apply(*database, Schema::Main, 14));
    must(database->runScript(
        u"INSERT INTO notice (id, state, text_key, texts, text_hash, reason, author, approver, created_at) "
        "VALUES (1, 'sending', 'standard', '{}', '', '', 'a', 'b', 1);\n"
        "INSERT INTO notice_recipient (id, notice_id, message_id, state, due_at, attempts, reply, finished_at, sealed) VALUES "
        "(3, 1, 'm3', 'waiting', 5, 1, '451', NULL, x'0102'), (4, 1, 'm4', 'sent', 0, 1, '250', 7, NULL), "
        "(6, 1, 'm6', 'failed', 0, 2, '550', 8, NULL), (9, 1, 'm9', 'failed', 0, 2, '550', 8, NULL);\n"
        "INSERT INTO notice_visit (recipient_id, day, facility_id, who) VALUES (3, 20261121, 2, x'aa'), (3, 20261121, 1, x'bb'), "
        "(4, 20261121, 2, x'cc');\n"
        "DELETE FROM notice_recipient WHERE id = 9;\n"_s));
    const auto rows = [&database](const QString &sql) {
        QStringList lines;
        Rows found = must(database->run(sql));
        while (found.next())
            lines.append(found.text(0));
        return lines;
    };
    const QString recipients = u"SELECT id || notice_id || message_id || state || due_at || attempts || reply || "
                               "coalesce(finished_at, '-') || coalesce(hex(sealed), '-') FROM notice_recipient ORDER BY id"_s;
    const QString visits = u"SELECT recipient_id || day || facility_id || hex(who) FROM notice_visit "
                           "ORDER BY day, facility_id, who"_s;
    const QString indices = u"SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"_s;
    const QList<QStringList> before{rows(recipients), rows(visits), rows(indices)};
    VERIFY_DONE(Migrations::apply(*database, Schema::Main, 15));
    QCOMPARE((QList<QStringList>{rows(recipients), rows(visits), rows(indices)}), before);
    QCOMPARE(before[0].size(), 3);
    QCOMPARE(before[1].size(), 3);

    const QString insert = u"INSERT INTO notice_recipient (notice_id, message_id, state, due_at, attempts, reply) "
                           "VALUES (1, ?, ?, 0, 0, '')"_s;
    QCOMPARE(must(database->run(insert, {u"m10"_s, u"waiting"_s})).insertedId(), 10); // not 9 again
    VERIFY_FAILS(database->run(insert, {u"m10"_s, u"waiting"_s}), ErrorCode::Conflict);
    VERIFY_FAILS(database->run(insert, {u"m11"_s, u"unknown"_s}), ErrorCode::Conflict);
    VERIFY_FAILS(database->run(u"DELETE FROM notice_recipient WHERE id = 3"_s), ErrorCode::Conflict);
    QCOMPARE(number(*database, u"SELECT count(*) FROM pragma_foreign_key_check"_s), 0);
}

QTEST_GUILESS_MAIN(tst_Migrations)
#include "tst_Migrations.moc"
