// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/Tombstones.h"

#include "tests/support/TestDatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_Tombstones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheVisitsThatWereErased();
    void namesAllOfThemInTheOrderOfTheirDays();
    void stopsWhenAsked();
    void forgetsThoseOfDaysThatAreOver();
};

namespace {

const QDate day(2026, 11, 21);

VisitKey visit(int number, QDate on = day)
{
    return {on, 1 + number % 3, 1'700'000'000 + number, QByteArray(16, char(number))};
}

} // namespace

void tst_Tombstones::knowsTheVisitsThatWereErased()
{
    TestDatabase files;
    Tombstones tombstones(*files.vault);
    QVERIFY(!must(tombstones.contains(visit(1))));
    must(tombstones.add({visit(1), visit(2)}));
    must(tombstones.add({visit(2)})); // twice is once
    QVERIFY(must(tombstones.contains(visit(1))));
    QVERIFY(must(tombstones.contains(visit(2))));
    QVERIFY(!must(tombstones.contains(visit(3))));
    VisitKey later = visit(1);
    ++later.scannedAt;
    QVERIFY(!must(tombstones.contains(later))); // another scan
}

void tst_Tombstones::namesAllOfThemInTheOrderOfTheirDays()
{
    TestDatabase files;
    Tombstones tombstones(*files.vault);
    QList<VisitKey> visits;
    for (int i = 0; i < 1203; ++i) // more than two pages
        visits.append(visit(i, day.addDays(-(i % 40))));
    must(tombstones.add(visits));
    QList<VisitKey> seen;
    must(tombstones.forEach([&](const VisitKey &key) {
        seen.append(key);
        return must(tombstones.contains(key)); // the vault may be used meanwhile
    }));
    QCOMPARE(seen.size(), visits.size());
    QVERIFY(std::ranges::is_sorted(seen, {}, &VisitKey::day));
    for (const VisitKey &key : visits)
        QVERIFY(seen.contains(key));
}

void tst_Tombstones::stopsWhenAsked()
{
    TestDatabase files;
    Tombstones tombstones(*files.vault);
    must(tombstones.add({visit(1), visit(2), visit(3)}));
    int seen = 0;
    must(tombstones.forEach([&](const VisitKey &) { return ++seen < 2; }));
    QCOMPARE(seen, 2);
}

void tst_Tombstones::forgetsThoseOfDaysThatAreOver()
{
    TestDatabase files;
    Tombstones tombstones(*files.vault);
    must(tombstones.add({visit(1, day), visit(2, day), visit(3, day), visit(1, day.addDays(1))}));
    QCOMPARE(must(tombstones.forget(day, 2)), 2);
    QCOMPARE(must(tombstones.forget(day, 2)), 1);
    QCOMPARE(must(tombstones.forget(day, 2)), 0);
    QVERIFY(must(tombstones.contains(visit(1, day.addDays(1)))));
}

QTEST_GUILESS_MAIN(tst_Tombstones)
#include "tst_Tombstones.moc"
