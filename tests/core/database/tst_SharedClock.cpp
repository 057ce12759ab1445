// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/SharedClock.h"

#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_SharedClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameForAllWhoShareADatabase();
    void goesOnBetweenItsLooks();
    void noticesThatTheOwnClockWasSet_data();
    void noticesThatTheOwnClockWasSet();
    void isTheOwnClockWhereBothAreRight();
    void goesOnWhileTheDatabaseDoesNotAnswer();
};

namespace {

constexpr qint64 soon = 30; // seconds that a busy machine may take for a test

/// The clock by which the test's database goes; the tests' own clocks stand in another time.
bool isTheDatabases(qint64 now)
{
    return std::abs(now - SystemClock().now()) <= soon;
}

} // namespace

void tst_SharedClock::isTheSameForAllWhoShareADatabase()
{
    const TestDatabase files;
    const FixedClock right;
    FixedClock ahead;
    ahead.advance(600);
    const auto other = files.open(Migrations::Schema::Main);
    const SharedClock mine(*files.main, right);
    const SharedClock theirs(*other, ahead);
    if (TestDatabase::isSqlite()) { // a file has one machine, whose programs all see the same clock
        QCOMPARE(mine.now(), right.now());
        QCOMPARE(theirs.now(), ahead.now());
        return;
    }
    QVERIFY(isTheDatabases(mine.now()));
    QVERIFY(isTheDatabases(theirs.now()));
}

void tst_SharedClock::goesOnBetweenItsLooks()
{
    const TestDatabase files;
    FixedClock own;
    const SharedClock clock(*files.main, own);
    const qint64 before = clock.now();
    own.advance(59);
    QCOMPARE(clock.now(), before + 59);
}

void tst_SharedClock::noticesThatTheOwnClockWasSet_data()
{
    QTest::addColumn<int>("by"); // seconds
    QTest::newRow("ahead") << 8 * 60;
    QTest::newRow("back") << -8 * 60;
    QTest::newRow("back a little") << -1;
}

void tst_SharedClock::noticesThatTheOwnClockWasSet()
{
    QFETCH(int, by);
    const TestDatabase files;
    FixedClock own;
    const SharedClock clock(*files.main, own);
    std::ignore = clock.now();
    own.advance(by);
    if (TestDatabase::isSqlite())
        QCOMPARE(clock.now(), own.now());
    else
        QVERIFY(isTheDatabases(clock.now()));
}

void tst_SharedClock::isTheOwnClockWhereBothAreRight()
{
    const TestDatabase files;
    const SystemClock own;
    const SharedClock clock(*files.main, own);
    const qint64 before = own.now();
    const qint64 now = clock.now();
    QVERIFY(now >= before && now <= own.now());
}

void tst_SharedClock::goesOnWhileTheDatabaseDoesNotAnswer()
{
    const TestDatabase files;
    FixedClock own;
    const SharedClock clock(*files.main, own);
    const qint64 before = clock.now();
    if (!TestDatabase::isSqlite()) { // a transaction of PostgreSQL that has failed answers nothing
        must(files.main->command(u"BEGIN"_s));
        QVERIFY(!files.main->command(u"SELECT nothing"_s));
    }
    own.advance(3600);
    QCOMPARE(clock.now(), before + 3600);
    if (!TestDatabase::isSqlite())
        must(files.main->command(u"ROLLBACK"_s));
}

QTEST_GUILESS_MAIN(tst_SharedClock)
#include "tst_SharedClock.moc"
