// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/VaultContent.h"

#include "tests/support/TestDatabase.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>

using namespace Qt::StringLiterals;
using namespace shirase;
using Schema = Migrations::Schema;

class tst_VaultContent : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bringsEveryRowIntoAnEmptyVault();
    void comesFromTheOtherEngineToo();
    void bringsAnOlderVaultUpToDate();
    void refusesAVaultOfANewerProgram();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

namespace {

QString day(int number, const QString &serverIndex)
{
    return u"INSERT INTO day_key VALUES (%1, 1, %2, %2, %2, %3)"_s.arg(number).arg(TestDatabase::zeros(9), serverIndex);
}

void fill(Database &vault)
{
    must(vault.command(day(20261121, u"NULL"_s)));
    must(vault.command(day(20261122, TestDatabase::zeros(3))));
    must(vault.command(u"INSERT INTO erased_visit VALUES (20261121, 7, 1795000000, %1)"_s.arg(TestDatabase::zeros(16))));
    must(vault.command(u"UPDATE sending_mark SET number = 42, at = 1795000000"_s));
    must(vault.command(u"INSERT INTO audit_end VALUES (1, 9, %1)"_s.arg(TestDatabase::zeros(32))));
}

void verifyFilled(Database &vault)
{
    QCOMPARE(TestDatabase::number(vault, u"SELECT count(*) FROM day_key WHERE server_index IS NULL"_s), 1);
    QCOMPARE(TestDatabase::number(vault, u"SELECT count(*) FROM day_key"_s), 2);
    QCOMPARE(TestDatabase::number(vault, u"SELECT facility_id FROM erased_visit"_s), 7);
    QCOMPARE(TestDatabase::number(vault, u"SELECT number FROM sending_mark"_s), 42);
    QCOMPARE(TestDatabase::number(vault, u"SELECT number FROM audit_end"_s), 9);
    QCOMPARE(TestDatabase::number(vault, u"SELECT max(version) FROM schema_version"_s), Migrations::newest(Schema::Vault));
}

/// A content with something changed in it.
QByteArray changed(const QByteArray &content, const std::function<void(QCborMap &)> &change)
{
    QCborMap map = QCborValue::fromCbor(content).toMap();
    change(map);
    return map.toCborValue().toCbor();
}

/// A vault of SQLite in which nothing is yet.
std::unique_ptr<Database> emptyVault(const QTemporaryDir &folder)
{
    return must(Database::open({u"sqlite:"_s + folder.filePath(u"vault.sqlite"_s)}));
}

} // namespace

void tst_VaultContent::bringsEveryRowIntoAnEmptyVault()
{
    const TestDatabase from;
    const TestDatabase to;
    fill(*from.vault);
    VERIFY_DONE(vaultContent::write(*to.vault, must(vaultContent::read(*from.vault))));
    verifyFilled(*to.vault);
    QCOMPARE(must(vaultContent::read(*to.vault)), must(vaultContent::read(*from.vault)));
}

void tst_VaultContent::comesFromTheOtherEngineToo()
{
    const TestDatabase from;
    const QTemporaryDir folder;
    const auto to = emptyVault(folder);
    fill(*from.vault);
    VERIFY_DONE(vaultContent::write(*to, must(vaultContent::read(*from.vault))));
    verifyFilled(*to);
}

void tst_VaultContent::bringsAnOlderVaultUpToDate()
{
    const TestDatabase from;
    must(from.vault->command(day(20261121, u"NULL"_s)));
    const QByteArray old = changed(must(vaultContent::read(*from.vault)), [](QCborMap &map) {
        map[u"schema"_s] = 1;
        QCborMap tables = map[u"tables"_s].toMap();
        for (const QString &later : {u"office_key"_s, u"audit_end"_s, u"sending_mark"_s})
            tables.remove(later);
        for (const QCborValue &name : tables.keys()) {
            if (name.toString() != u"day_key" && name.toString() != u"erased_visit")
                tables.remove(name);
        }
        map[u"tables"_s] = tables;
    });
    const QTemporaryDir folder;
    const auto to = emptyVault(folder);
    VERIFY_DONE(vaultContent::write(*to, old));
    QCOMPARE(TestDatabase::number(*to, u"SELECT count(*) FROM day_key"_s), 1);
    QCOMPARE(TestDatabase::number(*to, u"SELECT number FROM sending_mark"_s), 0);
    QCOMPARE(must(Migrations::current(*to)), Migrations::newest(Schema::Vault));
}

void tst_VaultContent::refusesAVaultOfANewerProgram()
{
    const TestDatabase from;
    const QByteArray newer = changed(must(vaultContent::read(*from.vault)), [](QCborMap &map) { map[u"schema"_s] = 9999; });
    const QTemporaryDir folder;
    const auto to = emptyVault(folder);
    VERIFY_FAILS(vaultContent::schemaOf(newer), ErrorCode::NewerSchema);
    VERIFY_FAILS(vaultContent::write(*to, newer), ErrorCode::NewerSchema);
    QCOMPARE(TestDatabase::number(*to, u"SELECT count(*) FROM sqlite_schema"_s), 0);
}

void tst_VaultContent::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("content");
    const TestDatabase from;
    fill(*from.vault);
    const QByteArray good = must(vaultContent::read(*from.vault));
    const auto inDays = [&](const std::function<void(QCborMap &)> &change) {
        return changed(good, [&](QCborMap &map) {
            QCborMap tables = map[u"tables"_s].toMap();
            QCborMap days = tables[u"day_key"_s].toMap();
            change(days);
            tables[u"day_key"_s] = days;
            map[u"tables"_s] = tables;
        });
    };
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no map") << "xyz"_ba;
    QTest::newRow("half of it") << good.first(good.size() / 2);
    QTest::newRow("no schema") << changed(good, [](QCborMap &map) { map.remove(u"schema"_s); });
    QTest::newRow("no tables") << changed(good, [](QCborMap &map) { map[u"tables"_s] = u"x"_s; });
    QTest::newRow("a strange table") << changed(good, [](QCborMap &map) {
        QCborMap tables = map[u"tables"_s].toMap();
        tables[u"x\"; DROP TABLE day_key; --"_s] = tables[u"day_key"_s];
        map[u"tables"_s] = tables;
    });
    QTest::newRow("a strange column") << inDays([](QCborMap &days) {
        QCborArray columns = days[u"columns"_s].toArray();
        columns[0] = u"day\" --"_s;
        days[u"columns"_s] = columns;
    });
    QTest::newRow("a row that is too short") << inDays([](QCborMap &days) {
        days[u"rows"_s] = QCborArray{QCborArray{20261123, 1}};
    });
    QTest::newRow("a value of no kind") << inDays([](QCborMap &days) {
        days[u"rows"_s] = QCborArray{QCborArray{20261123, 1, 1.5, 1, 1, 1}};
    });
}

void tst_VaultContent::refusesWhatIsNone()
{
    QFETCH(QByteArray, content);
    const TestDatabase to;
    VERIFY_FAILS(vaultContent::write(*to.vault, content), ErrorCode::Corrupt);
    QCOMPARE(TestDatabase::number(*to.vault, u"SELECT count(*) FROM day_key"_s), 0);
    QVERIFY(!to.vault->inTransaction());
}

QTEST_GUILESS_MAIN(tst_VaultContent)
#include "tst_VaultContent.moc"
