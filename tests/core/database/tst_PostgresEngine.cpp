// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/PostgresEngine.h"

#include "tests/support/Fault.h"
#include "tests/support/PostgresServer.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace shirase;

/// What the storage tests, which run on PostgreSQL too, do not come by.
class tst_PostgresEngine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (TestDatabase::isSqlite())
            QSKIP("There is no test server: SHIRASE_TEST_POSTGRESQL is not set.");
    }
    void saysWhatWentWrong_data();
    void saysWhatWentWrong();
    void neverShowsAValueInAnError_data();
    void neverShowsAValueInAnError();
    void doesNotCommitWhatHasFailedInParts();
    void connectsAnewWhereTheServerEndedTheConnection();
    void keepsRowsThatWereReadWhenTheConnectionWasLost();
    void failsAtOnceWithinATransactionWhoseConnectionIsGone();
    void keepsRowsThatAreReadWhileOtherStatementsRun();
    void letsTransactionsOfOneWriterWaitForEachOther();
    void letsManyWritersCommitBesideEachOther();
    void leavesNoDeadRowsAfterAPurge();
    void purgesNothingWhileAnOlderTransactionMayLook_data();
    void purgesNothingWhileAnOlderTransactionMayLook();
    void purgesAgainWhatWasKeptForWhomNoListShows();
    void purgesForAnAccountWithoutRightsToTheLog();
};

namespace {

void end(Database &other, Database &connection)
{
    Rows own = must(connection.run(u"SELECT pg_backend_pid()"_s));
    QVERIFY(own.next());
    // Waits until the backend has gone, for at most 5 s.
    Rows done = must(other.run(u"SELECT pg_terminate_backend(?, 5000)"_s, {own.number(0)}));
    QVERIFY(done.next() && done.value(0).toBool());
}

void addDayKey(Database &vault, int day = 1)
{
    must(vault.run(u"INSERT INTO day_key VALUES (?, 1, ?, ?, ?, NULL)"_s,
                   {day, QByteArray(32, 'p'), QByteArray(137, 's'), QByteArray(137, 'i')}));
}

/// On a server of its own, where nobody is kept waiting by what happens there.
struct LoneVault
{
    LoneVault() { must(Migrations::apply(*vault, Migrations::Schema::Vault)); }

    std::unique_ptr<PostgresServer> server = std::make_unique<PostgresServer>();
    QString url = server->make(u"vault"_s);
    std::unique_ptr<Database> vault = must(Database::open({url}));
};

const QString sizeOfDayKeys = u"SELECT pg_relation_size('day_key')"_s;

} // namespace

void tst_PostgresEngine::saysWhatWentWrong_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("unique_violation") << u"23505"_s << ErrorCode::Conflict;
    QTest::newRow("serialization_failure") << u"40001"_s << ErrorCode::Busy;
    QTest::newRow("deadlock_detected") << u"40P01"_s << ErrorCode::Busy;
    QTest::newRow("lock_not_available") << u"55P03"_s << ErrorCode::Busy;
    QTest::newRow("disk_full") << u"53100"_s << ErrorCode::StorageFull;
    QTest::newRow("too_many_connections") << u"53300"_s << ErrorCode::Unavailable;
    QTest::newRow("read_only_sql_transaction") << u"25006"_s << ErrorCode::Unavailable;
    QTest::newRow("data_corrupted") << u"XX001"_s << ErrorCode::Corrupt;
    QTest::newRow("undefined_table") << u"42P01"_s << ErrorCode::Internal;
}

void tst_PostgresEngine::saysWhatWentWrong()
{
    QFETCH(QString, state);
    QFETCH(ErrorCode, code);
    TestDatabase files;
    must(files.main->command(
        u"CREATE FUNCTION refuse() RETURNS bigint LANGUAGE plpgsql AS "
        "'BEGIN RAISE EXCEPTION USING MESSAGE = ''refused'', ERRCODE = ''%1''; END'"_s.arg(state)));
    VERIFY_FAILS(files.main->run(u"SELECT refuse()"_s), code);
}

void tst_PostgresEngine::neverShowsAValueInAnError_data()
{
    QTest::addColumn<QString>("sql");
    QTest::newRow("a key that exists") << u"INSERT INTO setting (key, value) VALUES (?, 'x')"_s;
    QTest::newRow("of another type") << u"SELECT CAST(? AS text)::bigint"_s;
}

void tst_PostgresEngine::neverShowsAValueInAnError()
{
    QFETCH(QString, sql);
    TestDatabase files;
    must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('taro@example.jp', 'x')"_s));
    const Result<Rows> result = files.main->run(sql, {u"taro@example.jp"_s});
    QVERIFY(!result);
    QVERIFY2(!(result.error().message + result.error().detail).contains(u"taro"_s),
             qPrintable(result.error().detail));
}

// Its COMMIT would be answered with a ROLLBACK and no error.
void tst_PostgresEngine::doesNotCommitWhatHasFailedInParts()
{
    TestDatabase files;
    {
        Transaction transaction = must(Transaction::begin(*files.main));
        must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('a', 'x')"_s));
        VERIFY_FAILS(files.main->run(u"INSERT INTO setting (key, value) VALUES ('a', 'y')"_s),
                     ErrorCode::Conflict);
        VERIFY_FAILS(transaction.commit(), ErrorCode::Internal);
    }
    QCOMPARE(files.number(u"SELECT count(*) FROM setting"_s), 0);
    Transaction next = must(Transaction::begin(*files.main));
    must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('a', 'x')"_s));
    VERIFY_DONE(next.commit());
}

void tst_PostgresEngine::connectsAnewWhereTheServerEndedTheConnection()
{
    TestDatabase files;
    must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('a', 'x')"_s));
    end(*files.vault, *files.main);
    VERIFY_FAILS(files.main->run(u"SELECT value FROM setting"_s), ErrorCode::Unavailable);
    QCOMPARE(files.number(u"SELECT count(*) FROM setting"_s), 1);
}

void tst_PostgresEngine::keepsRowsThatWereReadWhenTheConnectionWasLost()
{
    TestDatabase files;
    must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('a', 'x'), ('b', 'x')"_s));
    {
        Rows rows = must(files.main->run(u"SELECT key FROM setting ORDER BY key"_s));
        QVERIFY(rows.next());
        end(*files.vault, *files.main);
        for (int i = 0; i < 2; ++i)
            VERIFY_FAILS(files.main->run(u"SELECT value FROM setting"_s), ErrorCode::Unavailable);
        QCOMPARE(rows.text(0), u"a"_s);
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), u"b"_s);
    }
    QCOMPARE(files.number(u"SELECT count(*) FROM setting"_s), 2);
}

void tst_PostgresEngine::failsAtOnceWithinATransactionWhoseConnectionIsGone()
{
    TestDatabase files;
    {
        Transaction transaction = must(Transaction::begin(*files.main));
        must(files.main->run(u"INSERT INTO setting (key, value) VALUES ('a', 'x')"_s));
        end(*files.vault, *files.main);
        VERIFY_FAILS(files.main->run(u"INSERT INTO setting (key, value) VALUES ('b', 'x')"_s),
                     ErrorCode::Unavailable);
        VERIFY_FAILS(files.main->run(u"INSERT INTO setting (key, value) VALUES ('c', 'x')"_s),
                     ErrorCode::Unavailable);
        QVERIFY(!transaction.commit());
    }
    QCOMPARE(files.number(u"SELECT count(*) FROM setting"_s), 0); // of a new connection, by itself
}

void tst_PostgresEngine::keepsRowsThatAreReadWhileOtherStatementsRun()
{
    TestDatabase files;
    for (const QString &key : {u"a"_s, u"b"_s, u"c"_s})
        must(files.main->run(u"INSERT INTO setting (key, value) VALUES (?, 'x')"_s, {key}));
    QString keys;
    Rows rows = must(files.main->run(u"SELECT key FROM setting ORDER BY key"_s));
    while (rows.next()) {
        keys += rows.text(0);
        must(files.main->run(u"UPDATE setting SET value = 'y' WHERE key = ?"_s, {rows.text(0)}));
    }
    QCOMPARE(keys, u"abc"_s);
}

void tst_PostgresEngine::letsTransactionsOfOneWriterWaitForEachOther()
{
    TestDatabase files;
    const auto other = files.open(Migrations::Schema::Main);
    const Transaction first = must(Transaction::begin(*files.main));
    VERIFY_FAILS(Transaction::begin(*other), ErrorCode::Busy);
    VERIFY_DONE(Transaction::begin(*files.vault)); // another schema
}

void tst_PostgresEngine::letsManyWritersCommitBesideEachOther()
{
    TestDatabase files;
    const auto other = files.open(Migrations::Schema::Main);
    const Transaction alone = must(Transaction::begin(*files.main));
    Transaction beside = must(Transaction::begin(*other, Transaction::Writers::Many));
    must(other->run(u"INSERT INTO setting (key, value) VALUES ('a', 'x')"_s));
    VERIFY_DONE(beside.commit());
    QCOMPARE(files.number(u"SELECT count(*) FROM setting"_s), 1);
}

// DESIGN: on PostgreSQL the vault's dead rows go too.
void tst_PostgresEngine::leavesNoDeadRowsAfterAPurge()
{
    TestDatabase files;
    for (int day = 1; day <= 100; ++day)
        addDayKey(*files.vault, day);
    must(files.vault->run(u"DELETE FROM day_key"_s));
    QVERIFY(TestDatabase::number(*files.vault, sizeOfDayKeys) > 0);
    // The tests that run beside this one hold snapshots on the same server, for which a purge waits.
    QTRY_VERIFY_WITH_TIMEOUT(files.vault->purge().has_value(), 60000);
    QCOMPARE(TestDatabase::number(*files.vault, sizeOfDayKeys), 0);
}

void tst_PostgresEngine::purgesNothingWhileAnOlderTransactionMayLook_data()
{
    QTest::addColumn<bool>("inAnotherDatabase");
    QTest::newRow("who looks in this database") << false;
    QTest::newRow("who writes in another database of the server") << true;
}

// VACUUM would keep the rows for the other one, and say nothing (REQUIREMENTS D2).
void tst_PostgresEngine::purgesNothingWhileAnOlderTransactionMayLook()
{
    QFETCH(bool, inAnotherDatabase);
    const LoneVault lone;
    const QString elsewhere = lone.server->make(u"another"_s);
    const auto other = must(Database::open({inAnotherDatabase ? elsewhere : lone.url}));
    addDayKey(*lone.vault);
    {
        Transaction older = must(Transaction::begin(*other, Transaction::Writers::None)); // as a backup does
        if (inAnotherDatabase)
            must(other->run(u"SELECT pg_current_xact_id()"_s)); // as any change does
        must(lone.vault->run(u"DELETE FROM day_key"_s));
        VERIFY_FAILS(lone.vault->purge(), ErrorCode::Busy);
    }
    VERIFY_DONE(lone.vault->purge());
    QCOMPARE(TestDatabase::number(*lone.vault, sizeOfDayKeys), 0);
}

// A prepared transaction stands for whoever PostgreSQL's list of the connections does not have, or not yet.
void tst_PostgresEngine::purgesAgainWhatWasKeptForWhomNoListShows()
{
    const LoneVault lone;
    addDayKey(*lone.vault);
    must(lone.vault->runScript(u"BEGIN;\nSELECT pg_current_xact_id();\nPREPARE TRANSACTION 'older'"_s));
    must(lone.vault->run(u"DELETE FROM day_key"_s));
    const QString file = u"SELECT pg_relation_filenode('day_key')"_s;
    const qint64 before = TestDatabase::number(*lone.vault, file);
    auto purged = std::async(std::launch::async, [&] { return must(Database::open({lone.url}))->purge({u"day_key"_s}); });
    const auto isWrittenAnew = [&] { return TestDatabase::number(*lone.vault, file) != before; }; // with the row
    QTRY_VERIFY_WITH_TIMEOUT(isWrittenAnew(), 60000);
    must(lone.vault->command(u"ROLLBACK PREPARED 'older'"_s));
    VERIFY_DONE(purged.get());
    QCOMPARE(TestDatabase::number(*lone.vault, sizeOfDayKeys), 0);
}

// An administrator who gives it the databases and no more keeps no erasure from its end.
void tst_PostgresEngine::purgesForAnAccountWithoutRightsToTheLog()
{
    const LoneVault lone;
    QString url = lone.server->make(u"office"_s);
    VERIFY_DONE(lone.vault->command(u"CREATE ROLE office LOGIN"_s));
    VERIFY_DONE(lone.vault->command(u"ALTER DATABASE office OWNER TO office"_s));
    const auto vault = must(Database::open({url.replace(u"shirase@"_s, u"office@"_s)}));
    must(Migrations::apply(*vault, Migrations::Schema::Vault));
    addDayKey(*vault);
    must(vault->run(u"DELETE FROM day_key"_s));
    VERIFY_DONE(vault->purge());
}

QTEST_GUILESS_MAIN(tst_PostgresEngine)
#include "tst_PostgresEngine.moc"
