// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AuditLog.h"

#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_AuditLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheNewestEntriesFirst();
    void holdsWhileNobodyTouchesIt();
    void showsWhereItWasTouched_data();
    void showsWhereItWasTouched();
    void goesWithTheTransactionOfItsCaller();
    void keepsEmptyFields();
};

namespace {

struct Book
{
    void fill(int entries)
    {
        for (int i = 1; i <= entries; ++i) {
            must(log.add(u"山田"_s, u"facility.add"_s, u"facility %1"_s.arg(i)));
            clock.advance(1);
        }
    }
    qint64 broken() { return must(log.firstBroken()); }

    TestDatabase files;
    FixedClock clock;
    AuditLog log{*files.main, clock};
};

} // namespace

void tst_AuditLog::givesTheNewestEntriesFirst()
{
    Book book;
    const qint64 start = book.clock.now();
    book.fill(5);
    const QList<AuditLog::Entry> entries = must(book.log.newest(2));
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries[0].subject, u"facility 5"_s);
    QCOMPARE(entries[1].subject, u"facility 4"_s);
    QCOMPARE(entries[0].at, start + 4);
    QCOMPARE(entries[0].account, u"山田"_s);
    QCOMPARE(entries[0].action, u"facility.add"_s);
}

void tst_AuditLog::holdsWhileNobodyTouchesIt()
{
    Book book;
    QCOMPARE(book.broken(), 0);
    book.fill(20);
    QCOMPARE(book.broken(), 0);
}

void tst_AuditLog::showsWhereItWasTouched_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("broken");
    QTest::newRow("another person") << u"UPDATE audit SET account = '鈴木' WHERE id = 3"_s << 3;
    QTest::newRow("another action") << u"UPDATE audit SET action = 'notice.approve' WHERE id = 3"_s << 3;
    QTest::newRow("another subject") << u"UPDATE audit SET subject = 'facility 4' WHERE id = 3"_s << 3;
    QTest::newRow("another time") << u"UPDATE audit SET at = at + 1 WHERE id = 3"_s << 3;
    QTest::newRow("another hash") << u"UPDATE audit SET hash = zeroblob(32) WHERE id = 3"_s << 3;
    QTest::newRow("a letter moved to the next field")
        << u"UPDATE audit SET account = '山', action = '田facility.add' WHERE id = 3"_s << 3;
    QTest::newRow("one is missing") << u"DELETE FROM audit WHERE id = 3"_s << 4;
    QTest::newRow("the first is missing") << u"DELETE FROM audit WHERE id = 1"_s << 2;
    QTest::newRow("two are swapped")
        << u"UPDATE audit SET id = 99 WHERE id = 3;\nUPDATE audit SET id = 3 WHERE id = 4;\n"
           "UPDATE audit SET id = 4 WHERE id = 99;\n"_s
        << 3;
    QTest::newRow("one is a copy of another")
        << u"INSERT INTO audit SELECT 99, at, account, action, subject, hash FROM audit WHERE id = 3;\n"_s
        << 99;
    QTest::newRow("the last is changed") << u"UPDATE audit SET subject = 'x' WHERE id = 6"_s << 6;
}

// REQUIREMENTS S7
void tst_AuditLog::showsWhereItWasTouched()
{
    QFETCH(QString, sql);
    QFETCH(int, broken);
    Book book;
    book.fill(6);
    must(book.files.main->runScript(sql));
    QCOMPARE(book.broken(), broken);
    must(book.log.add(u"山田"_s, u"x"_s, u"y"_s)); // what comes after does not heal it
    QCOMPARE(book.broken(), broken);
}

void tst_AuditLog::goesWithTheTransactionOfItsCaller()
{
    Book book;
    book.fill(1);
    {
        const Transaction undone = must(Transaction::begin(*book.files.main));
        book.fill(3);
    }
    book.fill(1);
    QCOMPARE(must(book.log.newest(10)).size(), 2);
    QCOMPARE(book.broken(), 0);
}

void tst_AuditLog::keepsEmptyFields()
{
    Book book;
    must(book.log.add({}, {}, {}));
    book.fill(1);
    QCOMPARE(book.broken(), 0);
}

QTEST_GUILESS_MAIN(tst_AuditLog)
#include "tst_AuditLog.moc"
