// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Answers.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Answers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areANumber_data();
    void areANumber();
    void areNumbersInTheirOrder();
    void areTextsInTheirOrder();
    void areHowManyRowsWereChanged();
    void leaveOthersToWrite();
    void passOnWhatWentWrong();
};

namespace {

const QString newRow = u"INSERT INTO answer (number) VALUES (?)"_s;

void fill(Database &database)
{
    must(database.command(u"CREATE TABLE answer (number BIGINT NOT NULL)"_s));
    for (const int number : {1, 2, 3})
        must(database.run(newRow, {number}));
}

} // namespace

void tst_Answers::areANumber_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<qint64>("number");
    QTest::newRow("the first") << u"SELECT number FROM answer WHERE number > ? ORDER BY number"_s << qint64(2);
    QTest::newRow("no row") << u"SELECT number FROM answer WHERE number > 100 * ?"_s << qint64(0);
    QTest::newRow("NULL") << u"SELECT max(number) FROM answer WHERE number > 100 * ?"_s << qint64(0);
}

void tst_Answers::areANumber()
{
    QFETCH(QString, sql);
    QFETCH(qint64, number);
    TestDatabase files;
    fill(*files.main);
    QCOMPARE(must(numberFrom(*files.main, sql, {1})), number);
    QCOMPARE(must(countFrom(*files.main, sql, {1})), int(number));
}

void tst_Answers::areNumbersInTheirOrder()
{
    TestDatabase files;
    fill(*files.main);
    const QString sql = u"SELECT number FROM answer WHERE number > ? ORDER BY number DESC"_s;
    QCOMPARE(must(numbersFrom(*files.main, sql, {1})), QList<qint64>({3, 2}));
    QCOMPARE(must(numbersFrom(*files.main, sql, {3})), QList<qint64>());
}

void tst_Answers::areTextsInTheirOrder()
{
    TestDatabase files;
    fill(*files.main);
    const QString sql = u"SELECT CAST(number AS TEXT) FROM answer WHERE number > ? ORDER BY number DESC"_s;
    QCOMPARE(must(textsFrom(*files.main, sql, {1})), QStringList({u"3"_s, u"2"_s}));
    QCOMPARE(must(textsFrom(*files.main, sql, {3})), QStringList());
}

void tst_Answers::areHowManyRowsWereChanged()
{
    TestDatabase files;
    fill(*files.main);
    const QString sql = u"DELETE FROM answer WHERE number > ?"_s;
    QCOMPARE(must(changedBy(*files.main, sql, {1})), 2);
    QCOMPARE(must(changedBy(*files.main, sql, {1})), 0);
}

// No statement is left half read, which would keep a write-ahead log from ending.
void tst_Answers::leaveOthersToWrite()
{
    TestDatabase files;
    fill(*files.main);
    QCOMPARE(must(numberFrom(*files.main, u"SELECT number FROM answer ORDER BY number"_s)), 1);
    const auto other = files.open(Migrations::Schema::Main);
    VERIFY_DONE(other->run(newRow, {4}));
    VERIFY_DONE(other->purge({u"answer"_s}));
}

void tst_Answers::passOnWhatWentWrong()
{
    TestDatabase files;
    const QString sql = u"SELECT number FROM no_such_table"_s;
    QVERIFY(!numberFrom(*files.main, sql));
    QVERIFY(!countFrom(*files.main, sql));
    QVERIFY(!numbersFrom(*files.main, sql));
    QVERIFY(!textsFrom(*files.main, sql));
    QVERIFY(!changedBy(*files.main, sql));
}

QTEST_GUILESS_MAIN(tst_Answers)
#include "tst_Answers.moc"
