// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/RowCache.h"

#include <QTest>

using namespace shirase;

class tst_RowCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holds_what_was_put_and_nothing_else()
    {
        RowCache<int> cache(3, 10, 10);
        QVERIFY(!cache.at(0));
        cache.put(1, {30, 40, 50});
        QVERIFY(!cache.at(2));
        QCOMPARE(*cache.at(3), 30);
        QCOMPARE(*cache.at(5), 50);
        QVERIFY(!cache.at(6));
        cache.put(2, {60}); // the last chunk is shorter
        QCOMPARE(*cache.at(6), 60);
        QVERIFY(!cache.at(7));
    }

    void reads_what_was_looked_at_last_first()
    {
        RowCache<int> cache(3, 10, 10);
        QVERIFY(!cache.begin());
        QVERIFY(cache.want(0));
        QVERIFY(cache.want(7));
        QVERIFY(cache.want(1)); // of the first chunk again
        QCOMPARE(cache.begin(), 0);
        QVERIFY(!cache.begin()); // one at a time
        cache.put(0, {1, 2, 3});
        QCOMPARE(cache.begin(), 2);
        cache.put(2, {7, 8, 9});
        QVERIFY(!cache.begin());
    }

    void wants_nothing_that_it_has_or_that_is_on_the_way()
    {
        RowCache<int> cache(3, 10, 10);
        cache.put(0, {1, 2, 3});
        QVERIFY(!cache.want(2));
        QVERIFY(cache.want(3));
        QCOMPARE(cache.begin(), 1);
        QVERIFY(!cache.want(4));
        cache.put(1, {4, 5, 6});
        QVERIFY(!cache.want(4));
    }

    void forgets_the_oldest_wishes()
    {
        RowCache<int> cache(10, 100, 2);
        for (const int row : {0, 10, 20, 30})
            cache.want(row);
        QCOMPARE(cache.begin(), 3);
        cache.put(3, {});
        QCOMPARE(cache.begin(), 2);
        cache.put(2, {});
        QVERIFY(!cache.begin());
        QVERIFY(cache.want(0)); // looked at again, it comes back
    }

    void the_chunk_used_longest_ago_makes_room()
    {
        RowCache<int> cache(1, 3, 10);
        for (int i = 0; i < 3; ++i)
            cache.put(i, {i});
        QVERIFY(cache.at(0)); // used again
        cache.put(3, {3});
        QVERIFY(cache.at(0));
        QVERIFY(!cache.at(1));
        QVERIFY(cache.at(2));
        QVERIFY(cache.at(3));
    }

    void asks_no_more_for_what_cannot_be_read_until_it_is_cleared()
    {
        RowCache<int> cache(3, 10, 10);
        cache.want(0);
        QCOMPARE(cache.begin(), 0);
        cache.giveUp(0);
        QVERIFY(!cache.want(0));
        QVERIFY(!cache.begin());
        cache.clear();
        QVERIFY(cache.want(0));
    }

    void clearing_leaves_nothing()
    {
        RowCache<int> cache(3, 10, 10);
        cache.put(0, {1, 2, 3});
        cache.want(3);
        cache.want(6);
        QCOMPARE(cache.begin(), 2);
        cache.clear();
        QVERIFY(!cache.at(0));
        QVERIFY(!cache.begin());
        QVERIFY(cache.recent(5).isEmpty());
    }

    void knows_what_was_used_last()
    {
        RowCache<int> cache(1, 10, 10);
        for (int i = 0; i < 4; ++i)
            cache.put(i, {i});
        QVERIFY(cache.at(1));
        QCOMPARE(cache.recent(2), (QList<int>{1, 3}));
        QCOMPARE(cache.recent(9), (QList<int>{1, 3, 2, 0}));
    }
};

QTEST_APPLESS_MAIN(tst_RowCache)
#include "tst_RowCache.moc"
