// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Lease.h"

#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Lease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasOneHolder();
    void isRenewedByItsHolder();
    void lapsesWhenItsHolderIsGone();
    void lapsesWhenItWasTakenByAClockThatWasFarAhead();
    void returnsWhenItsHolderIsDestroyed();
    void returnsWhenItsHolderGivesItBack();
    void ofWhoeverLostItIsNotTakenFromTheNextHolder();
    void isSeparateForEachRight();
    void goesByOneClockWhereSeveralMachinesShareADatabase();
};

namespace {

/// As if that many seconds had passed; few enough that a busy machine makes no difference.
void pass(const TestDatabase &files, int seconds)
{
    must(files.main->run(u"UPDATE lease SET until_at = until_at - ?"_s, {seconds}));
}

} // namespace

void tst_Lease::hasOneHolder()
{
    const TestDatabase files;
    const FixedClock clock;
    const auto other = files.open(Migrations::Schema::Main);
    Lease mine(*files.main, u"sender"_s, clock);
    Lease theirs(*other, u"sender"_s, clock);
    QVERIFY(must(mine.take(15)));
    QVERIFY(!must(theirs.take(15)));
    pass(files, 5);
    QVERIFY(!must(theirs.take(15)));
}

void tst_Lease::isRenewedByItsHolder()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease mine(*files.main, u"sender"_s, clock);
    Lease theirs(*files.main, u"sender"_s, clock);
    QVERIFY(must(mine.take(60)));
    pass(files, 50);
    QVERIFY(must(mine.take(60)));
    pass(files, 30);
    QVERIFY(!must(theirs.take(60)));
}

void tst_Lease::lapsesWhenItsHolderIsGone()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease mine(*files.main, u"sender"_s, clock);
    Lease theirs(*files.main, u"sender"_s, clock);
    QVERIFY(must(mine.take(15)));
    pass(files, 15);
    QVERIFY(must(theirs.take(15)));
    QVERIFY(!must(mine.take(15)));
}

void tst_Lease::lapsesWhenItWasTakenByAClockThatWasFarAhead()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease mine(*files.main, u"sender"_s, clock);
    Lease theirs(*files.main, u"sender"_s, clock);
    QVERIFY(must(mine.take(15)));
    pass(files, -500);
    QVERIFY(!must(theirs.take(15))); // a clock that was set right by a little
    QVERIFY(must(mine.take(15)));
    pass(files, -3600);
    QVERIFY(must(theirs.take(15)));
}

void tst_Lease::returnsWhenItsHolderIsDestroyed()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease theirs(*files.main, u"sender"_s, clock);
    {
        Lease mine(*files.main, u"sender"_s, clock);
        QVERIFY(must(mine.take(15)));
    }
    QVERIFY(must(theirs.take(15)));
}

void tst_Lease::returnsWhenItsHolderGivesItBack()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease mine(*files.main, u"sender"_s, clock);
    Lease theirs(*files.main, u"sender"_s, clock);
    must(mine.giveBack()); // which it does not hold
    QVERIFY(must(mine.take(15)));
    must(mine.giveBack());
    QVERIFY(must(theirs.take(15)));
    must(mine.giveBack()); // a second time, which is not its own any more
    QVERIFY(!must(mine.take(15)));
}

void tst_Lease::ofWhoeverLostItIsNotTakenFromTheNextHolder()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease theirs(*files.main, u"sender"_s, clock);
    {
        Lease mine(*files.main, u"sender"_s, clock);
        QVERIFY(must(mine.take(15)));
        pass(files, 15);
        QVERIFY(must(theirs.take(15)));
    }
    Lease third(*files.main, u"sender"_s, clock);
    QVERIFY(!must(third.take(15)));
}

void tst_Lease::isSeparateForEachRight()
{
    const TestDatabase files;
    const FixedClock clock;
    Lease sender(*files.main, u"sender"_s, clock);
    Lease approval(*files.main, u"approval"_s, clock);
    QVERIFY(must(sender.take(15)));
    QVERIFY(must(approval.take(15)));
}

// A file has one machine, whose programs all see the same clock.
void tst_Lease::goesByOneClockWhereSeveralMachinesShareADatabase()
{
    const TestDatabase files;
    const FixedClock clock;
    FixedClock ahead;
    ahead.advance(600);
    const auto other = files.open(Migrations::Schema::Main);
    Lease mine(*files.main, u"sender"_s, clock);
    QVERIFY(must(mine.take(15)));
    {
        Lease theirs(*other, u"sender"_s, ahead);
        QCOMPARE(must(theirs.take(15)), TestDatabase::isSqlite());
    }
    if (TestDatabase::isSqlite())
        return;
    Lease theirs(*other, u"sender"_s, ahead);
    pass(files, 15);
    QVERIFY(must(theirs.take(15)));
    QVERIFY(!must(mine.take(15)));
    pass(files, 15);
    QVERIFY(must(mine.take(15))); // however late it is by the other's clock
}

QTEST_GUILESS_MAIN(tst_Lease)
#include "tst_Lease.moc"
