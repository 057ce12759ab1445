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

QTEST_GUILESS_MAIN(tst_Migrations)
#include "tst_Migrations.moc"
