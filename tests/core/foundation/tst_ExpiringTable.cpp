// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/ExpiringTable.h"

#include <QTest>

using namespace shirase;

class tst_ExpiringTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRowKeepsItsValueUntilItRunsOut()
    {
        ExpiringTable<int, int> table(10);
        *table.row(1, 100) = {.value = 7, .until = 200};
        QCOMPARE(table.existing(1)->value, 7);
        QCOMPARE(table.row(1, 199)->value, 7);
        QCOMPARE(table.row(1, 200)->value, 0);
    }

    void anUnknownRowIsNotMadeByLooking()
    {
        ExpiringTable<int, int> table(10);
        QVERIFY(!table.existing(1));
        QCOMPARE(table.size(), 0);
    }

    void itNeverGrowsBeyondItsBound()
    {
        ExpiringTable<int, int> table(16);
        for (int key = 0; key < 1000; ++key) {
            if (const auto row = table.row(key, 0))
                row->until = 100;
        }
        QCOMPARE(table.size(), 16);
        QVERIFY(table.row(3, 50));
        QVERIFY(!table.row(2000, 50));
    }

    void rowsThatHaveRunOutMakeRoom()
    {
        ExpiringTable<int, int> table(16);
        for (int key = 0; key < 16; ++key)
            table.row(key, 0)->until = key < 10 ? 100 : 1000;
        for (int key = 100; key < 105; ++key) { // it looks for room now and then
            if (const auto row = table.row(key, 500))
                row->until = 1000;
        }
        QVERIFY(table.existing(104));
        QVERIFY(!table.existing(3));
        QVERIFY(table.existing(12));
    }
};

QTEST_APPLESS_MAIN(tst_ExpiringTable)
#include "tst_ExpiringTable.moc"
