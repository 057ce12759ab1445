// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitBursts.h"
#include "core/visits/VisitPartitions.h"

#include "core/foundation/JapaneseTime.h"
#include "tests/support/FixedClock.h"
#include "tests/support/TestDatabase.h"

using namespace Qt::StringLiterals;
using namespace shirase;

class tst_VisitBursts : public QObject
{
    Q_OBJECT

private:
    TestDatabase m_files;

    /// So many registrations, evenly within so many seconds from a time on.
    void register_(const char *time, int people, int seconds, FacilityId facility = 1)
    {
        VisitPartitions partitions(*m_files.main);
        for (int i = 0; i < people; ++i) {
            const qint64 at = japanese(time) + qint64(i) * seconds / people;
            must(partitions.ensure(japan::dayOf(at)));
            must(m_files.main->run(u"INSERT INTO visit VALUES (?, ?, ?, ?, 'ja', ?)"_s,
                                   {japan::toNumber(japan::dayOf(at)), facility, at,
                                    QByteArray::number(i).rightJustified(16, '0'), QByteArray("x")}));
        }
    }
    QList<VisitBurst> find()
    {
        return must(
            VisitBursts(*m_files.main).find(1, japanese("2026-11-21T00:00"), japanese("2026-11-22T02:00")));
    }

private Q_SLOTS:
    void init() { must(m_files.main->run(u"DELETE FROM visit"_s)); }

    void findsNothingOddWhereNobodyWas() { QCOMPARE(find(), QList<VisitBurst>()); }

    void findsMoreThanAPosterCanBeScanned()
    {
        register_("2026-11-21T18:30", 31, 60);
        register_("2026-11-21T12:00", 30, 60);
        register_("2026-11-21T18:40", 5, 60, 2); // elsewhere
        QCOMPARE(find(), (QList<VisitBurst>{{1, japanese("2026-11-21T18:00"), 31}}));
    }

    void findsAnHourFarAboveTheUsual()
    {
        register_("2026-11-14T18:00", 4, 3600); // usual: four an hour
        register_("2026-11-20T18:00", 4, 3600);
        register_("2026-11-21T18:00", 40, 3600);
        register_("2026-11-21T19:00", 39, 3600);
        QCOMPARE(find(), (QList<VisitBurst>{{1, japanese("2026-11-21T18:00"), 40}}));
    }

    void findsACrowdAtFourInTheMorning()
    {
        const auto night = [this] {
            return must(VisitBursts(*m_files.main).find(1, japanese("2026-11-21T00:00"), japanese("2026-11-21T12:00")));
        };
        register_("2026-11-20T18:00", 60, 3600); // busy by day
        register_("2026-11-21T04:00", 100, 3500);
        QCOMPARE(night(), (QList<VisitBurst>{{1, japanese("2026-11-21T04:00"), 100}}));
        register_("2026-11-14T04:00", 60, 3600); // a place that is busy at night
        QCOMPARE(night(), QList<VisitBurst>());
    }

    void leavesABusyPlaceAndAFreshOneAlone()
    {
        register_("2026-11-21T18:00", 200, 3600); // nothing before to compare with
        QCOMPARE(find(), QList<VisitBurst>());
        register_("2026-11-20T18:00", 150, 3600);
        QCOMPARE(find(), QList<VisitBurst>());
    }

    void neverShowsASmallNumber()
    {
        register_("2026-11-20T18:00", 1, 60);
        register_("2026-11-21T18:00", 29, 3600);
        QCOMPARE(find(), QList<VisitBurst>());
    }

    void looksPastMidnight()
    {
        register_("2026-11-22T01:00", 40, 60);
        register_("2026-11-22T02:00", 40, 60); // behind the window
        QCOMPARE(find(), (QList<VisitBurst>{{1, japanese("2026-11-22T01:00"), 40}}));
    }
};

QTEST_GUILESS_MAIN(tst_VisitBursts)
#include "tst_VisitBursts.moc"
