// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/ClockGuard.h"

#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_ClockGuard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void trustsTheFirstClock();
    void judgesByTheLatestTimeKnown_data();
    void judgesByTheLatestTimeKnown();
    void goesOnByItselfOnceTheClockIsRight();
    void keepsTheLatestTimeWhileAClockIsALittleBehind();
    void trustsAClockThatStaffConfirm_data();
    void trustsAClockThatStaffConfirm();
    void putsAConfirmationOnRecord();
};

namespace {

const char *const seen = "2026-11-21T12:00";

struct Guarded
{
    Guarded() { must(guard.look()); }
    bool doubts() { return must(guard.look()).has_value(); }

    TestDatabase files;
    FixedClock clock{japanese(seen)};
    AuditLog audit{*files.main, *files.vault, clock};
    ClockGuard guard{*files.main, *files.vault, audit, clock};
};

} // namespace

void tst_ClockGuard::trustsTheFirstClock()
{
    TestDatabase files;
    const FixedClock clock;
    AuditLog audit(*files.main, *files.vault, clock);
    QVERIFY(!must(ClockGuard(*files.main, *files.vault, audit, clock).look()));
}

void tst_ClockGuard::judgesByTheLatestTimeKnown_data()
{
    QTest::addColumn<qint64>("later");
    QTest::addColumn<bool>("doubted");
    QTest::newRow("a minute later") << qint64(60) << false;
    QTest::newRow("a day later") << qint64(86400) << false;
    QTest::newRow("more than a day later") << qint64(86401) << true;
    QTest::newRow("a weekend later") << qint64(2 * 86400) << true;
    QTest::newRow("years later") << qint64(10 * 365 * 86400LL) << true;
    QTest::newRow("as servers differ") << qint64(-600) << false;
    QTest::newRow("eleven minutes back") << qint64(-660) << true;
    QTest::newRow("a day back") << qint64(-86400) << true;
    QTest::newRow("back to the beginning") << -japanese(seen) << true;
}

void tst_ClockGuard::judgesByTheLatestTimeKnown()
{
    QFETCH(qint64, later);
    QFETCH(bool, doubted);
    Guarded guarded;
    guarded.clock.advance(later);
    const std::optional<ClockGuard::Doubt> doubt = must(guarded.guard.look());
    QCOMPARE(doubt.has_value(), doubted);
    if (doubt) {
        QCOMPARE(*doubt, (ClockGuard::Doubt{japanese(seen) + later, japanese(seen)}));
        QCOMPARE(doubt->isBehind(), later < 0);
        QVERIFY2(doubt->sentence().contains(u"2026-11-21 12:00"_s), qPrintable(doubt->sentence()));
    }
    // Asking again does not make it right.
    QCOMPARE(guarded.doubts(), doubted);
}

void tst_ClockGuard::goesOnByItselfOnceTheClockIsRight()
{
    Guarded guarded;
    guarded.clock.advance(30 * 86400);
    QVERIFY(guarded.doubts());
    guarded.clock.set(japanese(seen) + 3600);
    QVERIFY(!guarded.doubts());
    guarded.clock.advance(86400); // from then on
    QVERIFY(!guarded.doubts());
}

void tst_ClockGuard::keepsTheLatestTimeWhileAClockIsALittleBehind()
{
    Guarded guarded;
    for (int i = 0; i < 3; ++i) {
        guarded.clock.advance(-300);
        must(guarded.guard.look());
    }
    QVERIFY(guarded.doubts()); // a quarter of an hour in all
}

void tst_ClockGuard::trustsAClockThatStaffConfirm_data()
{
    QTest::addColumn<qint64>("later");
    QTest::newRow("the computer was off for a month") << qint64(30 * 86400);
    QTest::newRow("it was ahead before") << qint64(-30 * 86400);
}

void tst_ClockGuard::trustsAClockThatStaffConfirm()
{
    QFETCH(qint64, later);
    Guarded guarded;
    guarded.clock.advance(later);
    QVERIFY(guarded.doubts());
    must(guarded.guard.confirm(u"山田 太郎"_s));
    QVERIFY(!guarded.doubts());
    guarded.clock.advance(60);
    QVERIFY(!guarded.doubts());
}

void tst_ClockGuard::putsAConfirmationOnRecord()
{
    Guarded guarded;
    guarded.clock.set("2026-12-24T08:30");
    must(guarded.guard.confirm(u"山田 太郎"_s));
    const QList<AuditLog::Entry> entries = must(guarded.audit.about(u"2026-12-24"_s));
    QCOMPARE(entries.size(), 1);
    QCOMPARE(entries.first().account, u"山田 太郎"_s);
    QCOMPARE(entries.first().action, u"clock.confirm"_s);
}

QTEST_GUILESS_MAIN(tst_ClockGuard)
#include "tst_ClockGuard.moc"
