// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Database.h"

#include "tests/support/Results.h"

#include <QFile>
#include <QTemporaryDir>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Database : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void setsItsPragmas_data();
    void setsItsPragmas();
    void isReadableByItsOwnerOnly();
    void bindsAndReadsEveryKindOfValue();
    void rollsBackUnlessCommitted();
    void tellsAfterACommitOnly();
    void startsAnewAfterATransactionThatWasRolledBack();
    void isBusyWhileAnotherWrites();
    void letsOthersReadWhileItWrites();
    void saysThatTheDiskIsFull();
    void staysUsableAfterTheDiskWasFull();
    void saysThatItCannotBeWritten();
    void saysThatAReadOnlyFileCannotBeWritten();
    void saysThatAFileIsNoDatabase();
    void saysThatAFileIsDamaged();
    void doesNotOpenWhereItCannot_data();
    void doesNotOpenWhereItCannot();
    void saysThatAConstraintIsBroken();
    void neverShowsAValueInAnError();
    void runsAScriptOfSeveralStatements();
    void cutsItsLogAtACheckpoint();
    void saysThatACheckpointWasNotPossible();
    void survivesBeingClosedAndOpenedAgain();

private:
    QString path(const QString &name = u"test.sqlite"_s) const { return m_folder->filePath(name); }
    std::unique_ptr<Database> open() const
    {
        auto database = must(Database::open({u"sqlite:"_s + path()}));
        must(database->run(u"PRAGMA busy_timeout=50"_s));
        return database;
    }
    static qint64 number(Database &database, const QString &sql)
    {
        Rows rows = must(database.run(sql));
        return rows.next() ? rows.number(0) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Database::setsItsPragmas_data()
{
    QTest::addColumn<QString>("pragma");
    QTest::addColumn<QString>("value");
    QTest::newRow("write-ahead log") << u"journal_mode"_s << u"wal"_s;
    QTest::newRow("a commit survives a power cut") << u"synchronous"_s << u"2"_s;
    QTest::newRow("what was deleted is overwritten") << u"secure_delete"_s << u"1"_s;
    QTest::newRow("foreign keys") << u"foreign_keys"_s << u"1"_s;
}

void tst_Database::setsItsPragmas()
{
    QFETCH(QString, pragma);
    QFETCH(QString, value);
    const auto database = open();
    const auto again = open(); // of an existing file too
    for (Database *one : {database.get(), again.get()}) {
        Rows rows = must(one->run(u"PRAGMA "_s + pragma));
        QVERIFY(rows.next());
        QCOMPARE(rows.text(0), value);
    }
}

void tst_Database::isReadableByItsOwnerOnly()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const auto &ending : {u""_s, u"-wal"_s, u"-shm"_s}) {
        QVERIFY(QFile::exists(path() + ending));
        QVERIFY2(!(QFile::permissions(path() + ending) & others), qPrintable(ending));
    }
}

void tst_Database::bindsAndReadsEveryKindOfValue()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (id INTEGER PRIMARY KEY, n, s TEXT NOT NULL, b BLOB NOT NULL, e)"_s));
    const Rows inserted = must(database->run(
        u"INSERT INTO t (n, s, b, e) VALUES (?, ?, ?, ?)"_s,
        {qint64(1) << 40, QString(), QByteArray("\0\xff", 2), QVariant(QMetaType::fromType<qint64>())}));
    QCOMPARE(inserted.insertedId(), 1);
    QCOMPARE(inserted.changed(), 1);
    Rows rows = must(database->run(u"SELECT n, s, b, e, typeof(n), typeof(b) FROM t"_s));
    QVERIFY(rows.next());
    QCOMPARE(rows.number(0), qint64(1) << 40);
    QVERIFY(!rows.isNull(1)); // a null QString is a text without letters
    QCOMPARE(rows.bytes(2), QByteArray("\0\xff", 2));
    QVERIFY(rows.isNull(3));
    QCOMPARE(rows.text(4), u"integer"_s);
    QCOMPARE(rows.text(5), u"blob"_s);
    QVERIFY(!rows.next());
    QCOMPARE(must(database->run(u"UPDATE t SET n = 1 WHERE id = 99"_s)).changed(), 0);
}

void tst_Database::rollsBackUnlessCommitted()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    {
        const Transaction transaction = must(Transaction::begin(*database));
        must(database->run(u"INSERT INTO t VALUES (1)"_s));
        QVERIFY(database->inTransaction());
    }
    QVERIFY(!database->inTransaction());
    QCOMPARE(number(*database, u"SELECT count(*) FROM t"_s), 0);
    {
        Transaction transaction = must(Transaction::begin(*database));
        must(database->run(u"INSERT INTO t VALUES (1)"_s));
        VERIFY_DONE(transaction.commit());
        QVERIFY(!database->inTransaction());
    }
    QCOMPARE(number(*open(), u"SELECT count(*) FROM t"_s), 1);
}

void tst_Database::tellsAfterACommitOnly()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    QStringList told;
    const auto tell = [&](const QString &what) {
        database->afterCommit([&told, what] { told.append(what); });
    };
    tell(u"at once"_s);
    QCOMPARE(told, QStringList{u"at once"_s});
    {
        const Transaction undone = must(Transaction::begin(*database));
        tell(u"never"_s);
    }
    Transaction done = must(Transaction::begin(*database));
    tell(u"first"_s);
    tell(u"second"_s);
    QCOMPARE(told.size(), 1);
    must(done.commit());
    QCOMPARE(told, (QStringList{u"at once"_s, u"first"_s, u"second"_s}));
}

void tst_Database::startsAnewAfterATransactionThatWasRolledBack()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a UNIQUE ON CONFLICT ROLLBACK)"_s));
    must(database->run(u"INSERT INTO t VALUES (1)"_s));
    {
        const Transaction transaction = must(Transaction::begin(*database));
        VERIFY_FAILS(database->run(u"INSERT INTO t VALUES (1)"_s),
                     ErrorCode::Conflict); // SQLite has rolled back
    }
    Transaction next = must(Transaction::begin(*database));
    must(database->run(u"INSERT INTO t VALUES (2)"_s));
    VERIFY_DONE(next.commit());
    QCOMPARE(number(*database, u"SELECT count(*) FROM t"_s), 2);
}

void tst_Database::isBusyWhileAnotherWrites()
{
    const auto first = open();
    const auto second = open();
    must(first->run(u"CREATE TABLE t (a)"_s));
    {
        const Transaction held = must(Transaction::begin(*first));
        VERIFY_FAILS(Transaction::begin(*second), ErrorCode::Busy);
        QVERIFY(!second->inTransaction());
        VERIFY_FAILS(second->run(u"INSERT INTO t VALUES (1)"_s), ErrorCode::Busy);
    }
    VERIFY_DONE(Transaction::begin(*second));
    VERIFY_DONE(second->run(u"INSERT INTO t VALUES (1)"_s));
}

void tst_Database::letsOthersReadWhileItWrites()
{
    const auto writer = open();
    const auto reader = open();
    must(writer->run(u"CREATE TABLE t (a)"_s));
    const Transaction held = must(Transaction::begin(*writer));
    must(writer->run(u"INSERT INTO t VALUES (1)"_s));
    QCOMPARE(number(*reader, u"SELECT count(*) FROM t"_s), 0);
}

void tst_Database::saysThatTheDiskIsFull()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    must(database->run(u"PRAGMA max_page_count=1"_s)); // SQLite takes the present size
    VERIFY_FAILS(database->run(u"INSERT INTO t VALUES (zeroblob(100000))"_s), ErrorCode::StorageFull);
}

void tst_Database::staysUsableAfterTheDiskWasFull()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    must(database->run(u"INSERT INTO t VALUES (1)"_s));
    must(database->run(u"PRAGMA max_page_count=1"_s));
    {
        const Transaction transaction = must(Transaction::begin(*database));
        must(database->run(u"UPDATE t SET a = 2"_s));
        VERIFY_FAILS(database->run(u"INSERT INTO t VALUES (zeroblob(100000))"_s), ErrorCode::StorageFull);
    }
    QCOMPARE(number(*database, u"SELECT a FROM t"_s), 1);
    must(database->run(u"PRAGMA max_page_count=1000"_s));
    Transaction transaction = must(Transaction::begin(*database));
    must(database->run(u"INSERT INTO t VALUES (zeroblob(100000))"_s));
    VERIFY_DONE(transaction.commit());
}

void tst_Database::saysThatItCannotBeWritten()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    must(database->run(u"PRAGMA query_only=ON"_s));
    VERIFY_FAILS(database->run(u"INSERT INTO t VALUES (1)"_s), ErrorCode::Unavailable);
}

void tst_Database::saysThatAReadOnlyFileCannotBeWritten()
{
    must(open()->run(u"CREATE TABLE t (a)"_s));
    QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner));
#ifdef Q_OS_UNIX
    // The superuser may write a read-only file: be nobody for a while.
    constexpr uid_t nobody = 65534;
    const bool superuser = geteuid() == 0;
    if (superuser) {
        for (const QString &owned : {path(), m_folder->path()})
            QCOMPARE(chown(qPrintable(owned), nobody, nobody), 0);
        QCOMPARE(seteuid(nobody), 0);
    }
    const auto back = qScopeGuard([&] { return superuser ? seteuid(0) : 0; });
#endif
    const Result<std::unique_ptr<Database>> opened = Database::open({u"sqlite:"_s + path()});
    if (opened)
        VERIFY_FAILS((*opened)->run(u"INSERT INTO t VALUES (1)"_s), ErrorCode::Unavailable);
    else
        QCOMPARE(opened.error().code, ErrorCode::Unavailable);
}

void tst_Database::saysThatAFileIsNoDatabase()
{
    QFile file(path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10000, 'x'));
    file.close();
    VERIFY_FAILS(Database::open({u"sqlite:"_s + path()}), ErrorCode::Corrupt);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(10000, 'x')); // untouched
}

void tst_Database::saysThatAFileIsDamaged()
{
    {
        const auto database = open();
        must(database->run(u"CREATE TABLE t (a)"_s));
        for (int i = 0; i < 200; ++i)
            must(database->run(u"INSERT INTO t VALUES (?)"_s, {QString(200, u'x')}));
        must(database->purge());
    }
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(4096)); // the table's own pages; the schema stays whole
    file.write(QByteArray(int(file.size() - 4096), '\x55'));
    file.close();
    const auto database = open();
    VERIFY_FAILS(database->run(u"INSERT INTO t VALUES (1)"_s), ErrorCode::Corrupt);
}

void tst_Database::doesNotOpenWhereItCannot_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<int>("code");
    QTest::newRow("a folder that is missing")
        << u"sqlite:%1/missing/test.sqlite"_s << int(ErrorCode::Unavailable);
    QTest::newRow("a folder") << u"sqlite:%1"_s << int(ErrorCode::Unavailable);
    QTest::newRow("a path without its scheme") << u"%1/test.sqlite"_s << int(ErrorCode::Invalid);
    QTest::newRow("another database") << u"mysql://localhost/shirase"_s << int(ErrorCode::Invalid);
    QTest::newRow("a server without its database") << u"postgresql://localhost"_s << int(ErrorCode::Invalid);
    QTest::newRow("a password") << u"postgresql://shirase:snow@localhost/shirase"_s
                                << int(ErrorCode::Invalid);
    QTest::newRow("nobody listens") << u"postgresql://shirase@127.0.0.1:1/shirase"_s
                                    << int(ErrorCode::Unavailable);
    QTest::newRow("nothing") << QString() << int(ErrorCode::Invalid);
    QTest::newRow("no path") << u"sqlite:"_s << int(ErrorCode::Invalid);
}

void tst_Database::doesNotOpenWhereItCannot()
{
    QFETCH(QString, url);
    QFETCH(int, code);
    VERIFY_FAILS(Database::open({url.contains(u'%') ? url.arg(m_folder->path()) : url}), ErrorCode(code));
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void tst_Database::saysThatAConstraintIsBroken()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE a (id INTEGER PRIMARY KEY)"_s));
    must(database->run(u"CREATE TABLE b (a_id INTEGER NOT NULL REFERENCES a (id))"_s));
    VERIFY_FAILS(database->run(u"INSERT INTO b VALUES (7)"_s), ErrorCode::Conflict);
    VERIFY_FAILS(database->run(u"INSERT INTO b VALUES (NULL)"_s), ErrorCode::Conflict);
    VERIFY_FAILS(database->run(u"nonsense"_s), ErrorCode::Internal);
    VERIFY_FAILS(database->run(u"nonsense"_s), ErrorCode::Internal); // it is not kept as prepared
}

void tst_Database::neverShowsAValueInAnError()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a TEXT UNIQUE CHECK (a <> 'x'))"_s));
    must(database->run(u"INSERT INTO t VALUES (?)"_s, {u"momotaro"_s}));
    const Result<Rows> again = database->run(u"INSERT INTO t VALUES (?)"_s, {u"momotaro"_s});
    QVERIFY(!again.has_value());
    QVERIFY(!(again.error().message + again.error().detail).contains(u"momotaro"_s));
}

void tst_Database::runsAScriptOfSeveralStatements()
{
    const auto database = open();
    VERIFY_DONE(
        database->runScript(u"-- a; comment\nCREATE TABLE t (\n a TEXT);\n\nINSERT INTO t VALUES ('x;y');\n"
                            "INSERT INTO t VALUES ('z')"_s));
    QCOMPARE(number(*database, u"SELECT count(*) FROM t"_s), 2);
    VERIFY_FAILS(
        database->runScript(u"INSERT INTO t VALUES ('1');\nnonsense;\nINSERT INTO t VALUES ('2');\n"_s),
        ErrorCode::Internal);
    QCOMPARE(number(*database, u"SELECT count(*) FROM t"_s), 3);
}

void tst_Database::cutsItsLogAtACheckpoint()
{
    const auto database = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    must(database->run(u"INSERT INTO t VALUES ('momotaro')"_s));
    must(database->run(u"DELETE FROM t"_s));
    QVERIFY(QFile(path() + u"-wal"_s).size() > 0);
    VERIFY_DONE(database->purge());
    QCOMPARE(QFile(path() + u"-wal"_s).size(), 0);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("momotaro")); // secure_delete
}

// SQLite says so in a row and not as an error; the log would keep what was to be erased.
void tst_Database::saysThatACheckpointWasNotPossible()
{
    const auto database = open();
    const auto reader = open();
    must(database->run(u"CREATE TABLE t (a)"_s));
    must(database->run(u"INSERT INTO t VALUES (1)"_s));
    {
        const Transaction held = must(Transaction::begin(*reader));
        VERIFY_FAILS(database->purge(), ErrorCode::Busy);
    }
    VERIFY_DONE(database->purge());
}

void tst_Database::survivesBeingClosedAndOpenedAgain()
{
    must(open()->run(u"CREATE TABLE t (a)"_s));
    for (int i = 0; i < 5; ++i)
        must(open()->run(u"INSERT INTO t VALUES (1)"_s));
    QCOMPARE(number(*open(), u"SELECT count(*) FROM t"_s), 5);
    QVERIFY(QSqlDatabase::connectionNames().isEmpty());
}

QTEST_GUILESS_MAIN(tst_Database)
#include "tst_Database.moc"
