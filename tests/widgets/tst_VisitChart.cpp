// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/VisitChart.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

const QDate first(2026, 11, 1);
constexpr int days = 20;

/// In how many columns of the picture something stands on the line at the foot of the bars.
int columnsWithBars(QDate since)
{
    VisitChart chart;
    QList<DayCount> counts;
    for (int i = 0; i < days; ++i)
        counts << DayCount{.day = first.addDays(i), .people = {}};
    chart.resize(400, chart.sizeHint().height());
    chart.present({DayCount{.day = first, .people = 0}}, {});
    const QImage empty = chart.grab().toImage();
    chart.present(counts, since);
    const QImage picture = chart.grab().toImage();
    const int foot = picture.height() - qRound(chart.fontMetrics().height() * 1.2) - 2;
    int columns = 0;
    for (int x = 60; x < picture.width(); ++x)
        columns += picture.pixel(x, foot) != empty.pixel(x, foot);
    return columns;
}

} // namespace

class tst_VisitChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void few_people_have_a_bar_only_since_somebody_could_register()
    {
        const int all = columnsWithBars({});
        const int half = columnsWithBars(first.addDays(days / 2));
        QVERIFY(all > 100);
        QVERIFY2(half > all / 3 && half < all * 2 / 3, qPrintable(u"%1 of %2"_s.arg(half).arg(all)));
        QCOMPARE(columnsWithBars(first.addDays(days)), 0);
    }
};

QTEST_MAIN(tst_VisitChart)
#include "tst_VisitChart.moc"
