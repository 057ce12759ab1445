// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Tables.h"

#include "tests/support/TestDatabase.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;
using Schema = Migrations::Schema;

class tst_Tables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesOurSchemaAlikeOnBothEngines();
    void comeAfterThoseThatTheyReferTo();
    void areReadInPagesWithoutGapOrDouble_data();
    void areReadInPagesWithoutGapOrDouble();
    void keepEveryKindOfValue();
    void goOnNumberingWhereTheCopyWas();
    void countEveryRow();
    void seeOneMomentWhileOthersWrite();
};

namespace {

Table find(Database &database, const QString &name)
{
    const QList<Table> all = must(tables::of(database));
    const auto found = std::ranges::find(all, name, &Table::name);
    if (found == all.end())
        qFatal("no table %s", qPrintable(name));
    return *found;
}

QList<TableRow> all(Database &database, const Table &table, int atOnce)
{
    QList<TableRow> rows;
    TableReader reader(database, table);
    while (true) {
        const QList<TableRow> page = must(reader.next(atOnce));
        if (page.isEmpty())
            return rows;
        rows += page;
    }
}

} // namespace

void tst_Tables::describesOurSchemaAlikeOnBothEngines()
{
    const TestDatabase files;
    QCOMPARE(find(*files.main, u"facility_code"_s),
             (Table{.name = u"facility_code"_s,
                    .columns = {u"code"_s, u"facility_id"_s, u"issued_at"_s, u"retires_at"_s},
                    .key = {u"code"_s},
                    .refersTo = {u"facility"_s},
                    .numbered = false}));
    QCOMPARE(find(*files.main, u"visit"_s).key,
             (QStringList{u"day"_s, u"facility_id"_s, u"scanned_at"_s, u"who"_s}));
    QVERIFY(find(*files.main, u"notice"_s).numbered);
    QVERIFY(find(*files.main, u"notice"_s).refersTo.isEmpty()); // to itself only
    QStringList vault;
    for (const Table &table : must(tables::of(*files.vault)))
        vault.append(table.name);
    QVERIFY(vault.contains(u"day_key"_s));
    QVERIFY(!vault.contains(u"schema_version"_s));
    for (Database *database : {files.main.get(), files.vault.get()}) {
        for (const Table &table : must(tables::of(*database)))
            QVERIFY2(!table.key.isEmpty(), qPrintable(table.name)); // else it cannot be read in pages
    }
}

void tst_Tables::comeAfterThoseThatTheyReferTo()
{
    const TestDatabase files;
    QStringList before;
    for (const Table &table : must(tables::of(*files.main))) {
        for (const QString &other : table.refersTo)
            QVERIFY2(before.contains(other), qPrintable(table.name + u" before "_s + other));
        before.append(table.name);
    }
    QVERIFY(before.size() > 15);
}

void tst_Tables::areReadInPagesWithoutGapOrDouble_data()
{
    QTest::addColumn<int>("atOnce");
    for (const int atOnce : {1, 7, 120, 1000})
        QTest::addRow("%d at once", atOnce) << atOnce;
}

void tst_Tables::areReadInPagesWithoutGapOrDouble()
{
    QFETCH(int, atOnce);
    const TestDatabase files;
    const Table table = find(*files.vault, u"erased_visit"_s);
    QList<TableRow> rows;
    for (qint64 i = 0; i < 120; ++i)
        rows.append({20261121 + i % 3, i % 5, 1'795'000'000 + i / 15, QByteArray(16, char(i))});
    must(tables::insert(*files.vault, table, rows));
    const QList<TableRow> read = all(*files.vault, table, atOnce);
    QCOMPARE(read.size(), 120);
    for (const TableRow &row : rows)
        QCOMPARE(read.count(row), 1);
}

void tst_Tables::keepEveryKindOfValue()
{
    const TestDatabase files;
    const Table codes = find(*files.main, u"facility_code"_s);
    must(files.main->command(u"DELETE FROM facility_code"_s));
    const Table days = find(*files.vault, u"day_key"_s);
    QByteArray everyByte;
    for (int i = 0; i < 256; ++i)
        everyByte += char(i);
    const QList<TableRow> rows{{20261121, 1, everyByte, QByteArray(), "x"_ba, QVariant()},
                               {20261122, std::numeric_limits<qint64>::max(), "a"_ba, "b"_ba, "c"_ba, "d"_ba}};
    must(tables::insert(*files.vault, days, rows));
    const QList<TableRow> read = all(*files.vault, days, 10);
    QCOMPARE(read.size(), 2);
    QCOMPARE(read[0][2].toByteArray(), everyByte);
    QCOMPARE(read[0][3].toByteArray(), QByteArray());
    QVERIFY(read[0][5].isNull());
    QCOMPARE(read[1][1].toLongLong(), std::numeric_limits<qint64>::max());

    const Table settings = find(*files.main, u"setting"_s);
    const QString text = u"雪まつり 'quoted' \"double\" \\ ? $1 :x ; 𠮷\nnext"_s;
    must(tables::insert(*files.main, settings, {{u"a"_s, text}, {u"b"_s, u""_s}}));
    const QList<TableRow> texts = all(*files.main, settings, 10);
    QCOMPARE(texts[0][1].toString(), text);
    QVERIFY(!texts[1][1].isNull());
}

void tst_Tables::goOnNumberingWhereTheCopyWas()
{
    const TestDatabase from;
    const TestDatabase to;
    const QString insert = u"INSERT INTO office_key (public_key, created_at) VALUES (%1, 1)"_s.arg(TestDatabase::zeros(2));
    for (int i = 0; i < 5; ++i)
        must(from.main->command(insert));
    must(from.main->command(u"DELETE FROM office_key WHERE id > 2"_s));
    const Table table = find(*from.main, u"office_key"_s);
    QCOMPARE(must(tables::lastNumber(*from.main, table)), 5);
    QCOMPARE(must(tables::lastNumber(*to.main, table)), 0);
    must(tables::insert(*to.main, table, all(*from.main, table, 10)));
    must(tables::setLastNumber(*to.main, table, 5));
    must(tables::setLastNumber(*to.main, table, 5));
    QCOMPARE(must(tables::lastNumber(*to.main, table)), 5);
    must(to.main->command(insert));
    QCOMPARE(to.number(u"SELECT max(id) FROM office_key"_s), 6); // numbers are never given twice
    must(tables::setLastNumber(*to.main, find(*to.main, u"audit"_s), 0));
    must(to.main->command(u"INSERT INTO audit (at, account, action, subject, hash) VALUES (1, 'a', 'b', 'c', %1)"_s.arg(
        TestDatabase::zeros(1))));
    QCOMPARE(to.number(u"SELECT max(id) FROM audit"_s), 1);
}

void tst_Tables::countEveryRow()
{
    const TestDatabase files;
    must(files.main->command(u"INSERT INTO setting VALUES ('a', 'b'), ('c', 'd')"_s));
    const QMap<QString, qint64> counts = must(tables::countRows(*files.main));
    QCOMPARE(counts.value(u"setting"_s), 2);
    QCOMPARE(counts.value(u"visit"_s, -1), 0);
    QCOMPARE(counts.size(), must(tables::of(*files.main)).size());
}

void tst_Tables::seeOneMomentWhileOthersWrite()
{
    const TestDatabase files;
    const auto other = files.open(Schema::Main);
    must(files.main->command(u"INSERT INTO setting VALUES ('a', 'b')"_s));
    {
        const Transaction moment = must(Transaction::begin(*files.main, Transaction::Writers::None));
        VERIFY_DONE(other->command(u"INSERT INTO setting VALUES ('c', 'd')"_s)); // nobody waits
        QCOMPARE(must(tables::countRows(*files.main)).value(u"setting"_s), 1);
        VERIFY_DONE(other->command(u"DELETE FROM setting"_s));
        QCOMPARE(all(*files.main, find(*files.main, u"setting"_s), 10).size(), 1);
    }
    QCOMPARE(must(tables::countRows(*files.main)).value(u"setting"_s), 0);
}

QTEST_GUILESS_MAIN(tst_Tables)
#include "tst_Tables.moc"
