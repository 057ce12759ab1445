// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/BackupDesk.h"

#include "core/backup/ReplacingFile.h"
#include "core/backup/VaultContent.h"
#include "tests/core/backup/BackupCase.h"
#include "tests/support/SmallDisk.h"

#include <QLockFile>

using namespace Qt::StringLiterals;
using namespace shirase;
using Schema = Migrations::Schema;

class tst_BackupDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sealsTheDatabaseOfOneMoment();
    void putsTheVaultIntoTheKeyFileAndNowhereElse();
    void letsRegistrationsGoOn();
    void leavesEverythingAsItWasWhenItIsCancelled_data();
    void leavesEverythingAsItWasWhenItIsCancelled();
    void saysWhereItCannotWrite_data();
    void saysWhereItCannotWrite();
    void leavesTheOldBackupWhenTheDiskIsFull_data();
    void leavesTheOldBackupWhenTheDiskIsFull();
    void makesOneAtATime();
    void isNotHeldUpByOneThatACrashHasEnded();
    void removesWhatAKilledOneHasLeft();
    void makesNoneOfADamagedDatabase_data();
    void makesNoneOfADamagedDatabase();
    void makesOneOfADatabaseWhoseRecordWasChanged();
    void takesAnAdministratorAndIsOnRecord();
    void remembersTheLastOnes();
    void saysWhenOneIsDue();
    void saysThatTheKeyHasChangedSince();
};

namespace {

QByteArray noSmallDisk;

/// The database in a backup of SQLite.
std::unique_ptr<Database> databaseIn(const BackupCase &c, const QByteArray &content)
{
    QFile file(c.path(u"restored.sqlite"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("the restored file cannot be written");
    file.close();
    return must(Database::open({u"sqlite:"_s + file.fileName()}));
}

} // namespace

void tst_BackupDesk::sealsTheDatabaseOfOneMoment()
{
    BackupCase c;
    const BackupRecord record = must(c.desk.make(c.place()));
    QCOMPARE(record.at, c.office.clock.now());
    QCOMPARE(record.bytes, QFileInfo(c.place().file).size());
    QCOMPARE(record.digest.size(), 32);
    QCOMPARE(c.targetNames(), (QStringList{u"a.backup"_s, u"a.keys"_s}));
    QVERIFY(c.dataNames().isEmpty());

    OpenedFile opened = c.backup();
    const Manifest manifest = opened.takeManifest();
    QCOMPARE(manifest.engine, TestDatabase::dialect());
    QCOMPARE(manifest.madeAt, record.at);
    QCOMPARE(manifest.facts.schema, Migrations::newest(Schema::Main));
    QCOMPARE(manifest.facts.rows.value(u"visit"_s), 2);
    QCOMPARE(manifest.facts.auditBroken, 0);
    QVERIFY(manifest.facts.auditEntries > 0);
    if (!TestDatabase::isSqlite()) {
        QVERIFY(opened.content.startsWith("PGDMP"));
        return;
    }
    const auto restored = databaseIn(c, opened.content);
    QCOMPARE(must(DatabaseFacts::of(*restored)), manifest.facts);
}

// REQUIREMENTS D2: a stolen backup gives no address, and none that its office could not open any more.
void tst_BackupDesk::putsTheVaultIntoTheKeyFileAndNowhereElse()
{
    BackupCase c;
    must(c.desk.make(c.place()));
    QByteArray dayKey;
    {
        Rows rows = must(c.office.files.vault->run(u"SELECT sealed_secret FROM day_key"_s));
        QVERIFY(rows.next());
        dayKey = rows.bytes(0);
    }
    QVERIFY(c.keys().content.contains(dayKey));
    QVERIFY(!c.backup().content.contains(dayKey));
    QVERIFY(!contentOf(c.place().keys).contains(dayKey));
    QVERIFY(c.keys().head.kind == SealedHead::Kind::Keys);
    QCOMPARE(c.keys().head.office, c.backup().head.office);

    // The next one has a file of its own; the keys are replaced.
    must(c.office.files.vault->command(u"DELETE FROM day_key"_s));
    must(c.desk.make({c.path(u"b.backup"_s), c.place().keys}));
    QCOMPARE(c.targetNames(), (QStringList{u"a.backup"_s, u"a.keys"_s, u"b.backup"_s}));
    QVERIFY(!c.keys().content.contains(dayKey));
}

void tst_BackupDesk::letsRegistrationsGoOn()
{
    BackupCase c;
    const auto other = c.office.files.open(Schema::Main);
    int written = 0;
    const Progress progress = [&](int, int) {
        must(other->run(u"INSERT INTO setting VALUES (?, 'x')"_s, {u"test.%1"_s.arg(++written)}));
        return true;
    };
    VERIFY_DONE(c.desk.make(c.place(), progress));
    QVERIFY(written > 3);
    const qint64 now = c.office.number(u"SELECT count(*) FROM setting"_s);
    OpenedFile opened = c.backup();
    const Manifest manifest = opened.takeManifest();
    QVERIFY(manifest.facts.rows.value(u"setting"_s) < now);
    if (TestDatabase::isSqlite())
        QCOMPARE(must(DatabaseFacts::of(*databaseIn(c, opened.content))), manifest.facts);
}

void tst_BackupDesk::leavesEverythingAsItWasWhenItIsCancelled_data()
{
    QTest::addColumn<int>("at"); // thousandths
    for (const int at : {0, 100, 300, 460, 800, 900, 990})
        QTest::addRow("at %d thousandths", at) << at;
}

void tst_BackupDesk::leavesEverythingAsItWasWhenItIsCancelled()
{
    QFETCH(int, at);
    BackupCase c;
    write(c.place().file, "the old backup");
    write(c.place().keys, "the old keys");
    VERIFY_FAILS(c.desk.make(c.place(), [&](int done, int) { return done < at; }), ErrorCode::Conflict);
    QCOMPARE(c.targetNames(), (QStringList{u"a.backup"_s, u"a.keys"_s}));
    QCOMPARE(contentOf(c.place().file), "the old backup"_ba);
    QCOMPARE(contentOf(c.place().keys), "the old keys"_ba);
    QVERIFY(c.dataNames().isEmpty());
    QVERIFY(!c.office.files.main->inTransaction());
    QVERIFY(!must(c.desk.records().last()));
    VERIFY_DONE(c.desk.make(c.place()));
}

void tst_BackupDesk::saysWhereItCannotWrite_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no folder for the backup") << u"none/a"_s << u"k"_s << ErrorCode::Unavailable;
    QTest::newRow("no folder for the keys") << u"a"_s << u"none/k"_s << ErrorCode::Unavailable;
    QTest::newRow("the same file") << u"a"_s << u"./a"_s << ErrorCode::Invalid;
    QTest::newRow("a folder") << u"."_s << u"k"_s << ErrorCode::Unavailable;
}

void tst_BackupDesk::saysWhereItCannotWrite()
{
    QFETCH(QString, file);
    QFETCH(QString, keys);
    QFETCH(ErrorCode, code);
    BackupCase c;
    VERIFY_FAILS(c.desk.make({c.path(file), c.path(keys)}), code);
    QVERIFY(c.targetNames().isEmpty());
    QVERIFY(c.dataNames().isEmpty());
}

void tst_BackupDesk::leavesTheOldBackupWhenTheDiskIsFull_data()
{
    QTest::addColumn<QString>("full");
    QTest::newRow("that of the backup") << u"backups"_s;
    QTest::newRow("that of the data") << u"data"_s;
}

void tst_BackupDesk::leavesTheOldBackupWhenTheDiskIsFull()
{
    if (!noSmallDisk.isEmpty())
        QSKIP(noSmallDisk.constData());
    QFETCH(QString, full);
    if (full == u"data" && !TestDatabase::isSqlite())
        QSKIP("A dump of PostgreSQL takes no room in the data folder.");
    BackupCase c;
    const QTemporaryDir work;
    for (int i = 0; i < 300; ++i) // some 300 kB that cannot be compressed
        must(c.office.files.main->run(u"INSERT INTO setting VALUES (?, ?)"_s,
                                      {QString::number(i),
                                       QString::fromLatin1(SecretBytes::random(500).view().toByteArray().toHex())}));
    const bool ofData = full == u"data";
    const SmallDisk disk(ofData ? work.path() : c.targets.path(), 200'000);
    write(c.place().file, "the old backup");
    write(c.place().keys, "the old keys");
    BackupDesk desk({*c.office.files.main, *c.office.files.vault, c.office.files.address(Schema::Main), work.path(),
                     c.office.staff, c.office.settings, c.office.clock});
    VERIFY_FAILS(desk.make(c.place()), ErrorCode::StorageFull);
    QCOMPARE(c.targetNames(), (QStringList{u"a.backup"_s, u"a.keys"_s}));
    QCOMPARE(contentOf(c.place().file), "the old backup"_ba);
    QCOMPARE(contentOf(c.place().keys), "the old keys"_ba);
    QVERIFY(QDir(work.path()).isEmpty());
}

void tst_BackupDesk::makesOneAtATime()
{
    BackupCase c;
    BackupDesk other({*c.office.files.main, *c.office.files.vault, c.office.files.address(Schema::Main),
                      c.office.files.path({}), c.office.staff, c.office.settings, c.office.clock});
    Result<BackupRecord> second = BackupRecord();
    VERIFY_DONE(c.desk.make(c.place(), [&](int, int) {
        second = other.make({c.path(u"b.backup"_s), c.path(u"b.keys"_s)});
        return true;
    }));
    VERIFY_FAILS(second, ErrorCode::Busy);
    QCOMPARE(c.targetNames(), (QStringList{u"a.backup"_s, u"a.keys"_s}));
}

// A container begins under a new name after its crash, and knows nothing of the processes of the one before.
void tst_BackupDesk::isNotHeldUpByOneThatACrashHasEnded()
{
    BackupCase c;
    write(c.office.files.path(u"backup.lock"_s), "1\nshirasectl\nanother-machine\n");
    VERIFY_DONE(c.desk.make(c.place()));
    QVERIFY(c.dataNames().isEmpty());
}

// It holds rows that have to be erased some day.
void tst_BackupDesk::removesWhatAKilledOneHasLeft()
{
    BackupCase c;
    for (const QString &name : {u"copying-1.sqlite"_s, u"copying-1.sqlite-wal"_s})
        write(c.office.files.path(name), "x");
    c.desk.removeLeftovers();
    QVERIFY(c.dataNames().isEmpty());
    write(c.office.files.path(u"copying-2.sqlite"_s), "x");
    must(c.desk.make(c.place()));
    QVERIFY(c.dataNames().isEmpty());
}

void tst_BackupDesk::makesNoneOfADamagedDatabase_data()
{
    QTest::addColumn<QString>("harm");
    QTest::newRow("an index that lacks a row") << u"index"_s;
    QTest::newRow("a row that refers to none") << u"orphan"_s;
}

void tst_BackupDesk::makesNoneOfADamagedDatabase()
{
    if (!TestDatabase::isSqlite())
        QSKIP("PostgreSQL looks after its indexes and foreign keys by itself.");
    QFETCH(QString, harm);
    BackupCase c;
    write(c.place().file, "the old backup");
    if (harm == u"orphan") {
        must(c.office.files.main->command(u"PRAGMA foreign_keys=OFF"_s));
        c.office.run(u"INSERT INTO facility_code VALUES ('X', 999, 1, NULL)"_s);
    } else {
        // The index believes to be one of another column.
        must(c.office.files.main->command(u"PRAGMA writable_schema=ON"_s));
        c.office.run(u"UPDATE sqlite_schema SET sql = 'CREATE INDEX audit_action ON audit (subject, id)' "
                     "WHERE name = 'audit_action'"_s);
        must(c.office.files.main->command(u"PRAGMA writable_schema=OFF"_s));
    }
    const auto database = c.office.files.open(Schema::Main);
    BackupDesk desk({*database, *c.office.files.vault, c.office.files.address(Schema::Main), c.office.files.path({}),
                     c.office.staff, c.office.settings, c.office.clock});
    VERIFY_FAILS(desk.make(c.place()), ErrorCode::Corrupt);
    QCOMPARE(contentOf(c.place().file), "the old backup"_ba);
    QCOMPARE(c.targetNames(), QStringList{u"a.backup"_s});
}

// Somebody who could change the record must not be able to keep us from backups by it.
void tst_BackupDesk::makesOneOfADatabaseWhoseRecordWasChanged()
{
    BackupCase c;
    c.office.run(u"UPDATE audit SET account = 'x' WHERE id = 1"_s);
    VERIFY_DONE(c.desk.make(c.place()));
    QCOMPARE(c.backup().takeManifest().facts.auditBroken, 1);
}

void tst_BackupDesk::takesAnAdministratorAndIsOnRecord()
{
    BackupCase c;
    const auto clerk = c.office.logIn(u"鈴木"_s, Role::Notices);
    VERIFY_FAILS(c.desk.make(*clerk, c.place()), ErrorCode::Refused);
    QVERIFY(c.targetNames().isEmpty());
    VERIFY_DONE(c.desk.make(*c.office.session, c.place()));
    const AuditLog::Entry entry = must(c.office.staff.audit().page(*c.office.session, {}, {}, 1)).first();
    QCOMPARE(entry.action, u"backup.make"_s);
    QCOMPARE(entry.account, TestOffice::userName);
}

void tst_BackupDesk::remembersTheLastOnes()
{
    BackupCase c;
    QDir(c.targets.path()).mkdir(u"stick"_s);
    const BackupRecord here = must(c.desk.make(c.place()));
    c.office.clock.advance(60);
    const BackupRecord there = must(c.desk.make({c.path(u"stick/a.backup"_s), c.place().keys}));
    QCOMPARE(must(c.desk.records().last()), there);
    QCOMPARE(must(c.desk.records().lastIn(c.targets.path())), here);
    QCOMPARE(must(c.desk.records().lastIn(c.path(u"stick/"_s))), there);
    QVERIFY(!must(c.desk.records().lastIn(u"/elsewhere"_s)));
    for (int i = 0; i < 150; ++i)
        must(c.desk.records().add(here));
    QCOMPARE(c.office.number(u"SELECT count(*) FROM backup_report"_s), 100);
}

void tst_BackupDesk::saysWhenOneIsDue()
{
    BackupCase c;
    QVERIFY(!must(c.desk.state()).overdue); // it has just been set up
    c.office.clock.advance(2 * 24 * 3600 + 1);
    QVERIFY(must(c.desk.state()).overdue);
    must(c.desk.make(c.place()));
    QVERIFY(!must(c.desk.state()).overdue);
    c.office.clock.advance(2 * 24 * 3600);
    QVERIFY(!must(c.desk.state()).overdue);
    c.office.clock.advance(1);
    QVERIFY(must(c.desk.state()).overdue);
    must(c.office.settings.set(u"backup.warn_days"_s, u"3"_s));
    QVERIFY(!must(c.desk.state()).overdue);
}

void tst_BackupDesk::saysThatTheKeyHasChangedSince()
{
    BackupCase c;
    must(c.desk.make(c.place()));
    QVERIFY(!must(c.desk.state()).keyChanged);
    const QString fresh = c.office.renewSheet();
    QVERIFY(must(c.desk.state()).keyChanged);
    must(c.desk.make(c.place()));
    QVERIFY(!must(c.desk.state()).keyChanged);
    const OpenedFile opened(c.place().file, fresh);
    QCOMPARE(opened.head.officeKey.id, 2);
}

int main(int argc, char *argv[])
{
    noSmallDisk = SmallDisk::enterOwnNamespace();
    QCoreApplication application(argc, argv);
    tst_BackupDesk test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_BackupDesk.moc"
