// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterSheets.h"

#include <QTest>

using namespace shirase;

using Numbers = std::vector<qsizetype>;

class tst_PosterSheets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_sheet_with_one_place_holds_one_poster()
    {
        const PosterSheets sheets(1, 3);
        QCOMPARE(sheets.count(), 3);
        QCOMPARE(sheets.sheet(2), (Numbers{2}));
    }

    void unless_told_otherwise_each_poster_fills_its_sheet()
    {
        const PosterSheets sheets(10, 2);
        QCOMPARE(sheets.count(), 2);
        QCOMPARE(sheets.sheet(1), Numbers(10, 1));
    }

    void different_posters_share_a_sheet_and_the_last_one_has_places_left()
    {
        const PosterSheets sheets(10, 4, 3);
        QCOMPARE(sheets.count(), 2);
        QCOMPARE(sheets.sheet(0), (Numbers{0, 0, 0, 1, 1, 1, 2, 2, 2, 3}));
        QCOMPARE(sheets.sheet(1), (Numbers{3, 3}));
    }

    void one_poster_may_take_several_sheets()
    {
        const PosterSheets sheets(2, 1, 5);
        QCOMPARE(sheets.count(), 3);
        QCOMPARE(sheets.sheet(2), (Numbers{0}));
    }

    void no_posters_take_no_sheet()
    {
        QCOMPARE(PosterSheets(10, 0).count(), 0);
    }
};

QTEST_GUILESS_MAIN(tst_PosterSheets)
#include "tst_PosterSheets.moc"
