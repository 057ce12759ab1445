// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/database/Lease.h"

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
    void ofWhoeverLostItIsNotTakenFromTheNextHolder();
    void isSeparateForEachRight();
};

void tst_Lease::hasOneHolder()
{
    const TestDatabase files;
    const auto other = files.open(Migrations::Schema::Main);
    Lease mine(*files.main, u"sender"_s);
    Lease theirs(*other, u"sender"_s);
    QVERIFY(must(mine.take(1000, 15)));
    QVERIFY(!must(theirs.take(1000, 15)));
    QVERIFY(!must(theirs.take(1014, 15)));
}

void tst_Lease::isRenewedByItsHolder()
{
    const TestDatabase files;
    Lease mine(*files.main, u"sender"_s);
    Lease theirs(*files.main, u"sender"_s);
    QVERIFY(must(mine.take(1000, 15)));
    QVERIFY(must(mine.take(1010, 15)));
    QVERIFY(!must(theirs.take(1020, 15)));
}

void tst_Lease::lapsesWhenItsHolderIsGone()
{
    const TestDatabase files;
    Lease mine(*files.main, u"sender"_s);
    Lease theirs(*files.main, u"sender"_s);
    QVERIFY(must(mine.take(1000, 15)));
    QVERIFY(must(theirs.take(1015, 15)));
    QVERIFY(!must(mine.take(1016, 15)));
}

void tst_Lease::lapsesWhenItWasTakenByAClockThatWasFarAhead()
{
    const TestDatabase files;
    Lease mine(*files.main, u"sender"_s);
    Lease theirs(*files.main, u"sender"_s);
    QVERIFY(must(mine.take(1000 + 600, 15)));
    QVERIFY(!must(theirs.take(1000, 15))); // two servers, whose clocks differ as they may
    QVERIFY(must(mine.take(1000 + 3600, 15)));
    QVERIFY(must(theirs.take(1000, 15)));
}

void tst_Lease::returnsWhenItsHolderIsDestroyed()
{
    const TestDatabase files;
    Lease theirs(*files.main, u"sender"_s);
    {
        Lease mine(*files.main, u"sender"_s);
        QVERIFY(must(mine.take(1000, 15)));
    }
    QVERIFY(must(theirs.take(1000, 15)));
}

void tst_Lease::ofWhoeverLostItIsNotTakenFromTheNextHolder()
{
    const TestDatabase files;
    Lease theirs(*files.main, u"sender"_s);
    {
        Lease mine(*files.main, u"sender"_s);
        QVERIFY(must(mine.take(1000, 15)));
        QVERIFY(must(theirs.take(1020, 15)));
    }
    Lease third(*files.main, u"sender"_s);
    QVERIFY(!must(third.take(1021, 15)));
}

void tst_Lease::isSeparateForEachRight()
{
    const TestDatabase files;
    Lease sender(*files.main, u"sender"_s);
    Lease approval(*files.main, u"approval"_s);
    QVERIFY(must(sender.take(1000, 15)));
    QVERIFY(must(approval.take(1000, 15)));
}

QTEST_GUILESS_MAIN(tst_Lease)
#include "tst_Lease.moc"
