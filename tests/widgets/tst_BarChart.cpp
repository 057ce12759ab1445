// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/BarChart.h"

#include <QAbstractButton>
#include <QApplication>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace shirase;

namespace {

QList<Bar> threeBars()
{
    return {{u"Monday"_s, u"Mo"_s, 10}, {u"Tuesday"_s, u"Tu"_s, 1284}, {u"Wednesday"_s, u"We"_s, 500, true}};
}

/// Counts how often the drawing is painted.
class PaintCounter : public QObject
{
public:
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Paint;
        return false;
    }
};

struct Case
{
    explicit Case(Qt::Orientation orientation = Qt::Vertical)
        : chart(u"By day"_s, orientation)
    {
        chart.resize(400, 240);
        chart.show();
        chart.present(threeBars(), u"Nobody came."_s);
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&chart)); }();
    }
    [[nodiscard]] QGraphicsView *drawing() const { return chart.findChild<QGraphicsView *>(); }
    [[nodiscard]] QTableWidget *table() const { return chart.findChild<QTableWidget *>(); }
    [[nodiscard]] QAbstractButton *asTable() const { return chart.findChild<QAbstractButton *>(); }
    /// How many points of the drawing have exactly that colour.
    [[nodiscard]] int pointsOf(const QColor &colour)
    {
        const QImage picture = chart.grab().toImage().convertToFormat(QImage::Format_RGB32);
        int points = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                points += picture.pixelColor(x, y) == colour;
        }
        return points;
    }

    BarChart chart;
};

} // namespace

class tst_BarChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void no_label_touches_the_next_or_is_cut_data()
    {
        QTest::addColumn<int>("width");
        QTest::newRow("narrow") << 260;
        QTest::newRow("wide") << 600;
    }
    void no_label_touches_the_next_or_is_cut()
    {
        QFETCH(int, width);
        Case c;
        QList<Bar> hours;
        for (int hour = 0; hour < 24; ++hour)
            hours << Bar{u"%1"_s.arg(hour), hour % 3 == 2 ? u"%1:00"_s.arg(hour) : QString(), hour};
        c.chart.present(hours, {});
        c.chart.resize(width, 240);
        QTRY_COMPARE(c.chart.width(), width);
        QCoreApplication::processEvents();
        QList<QRectF> labels;
        for (const QGraphicsItem *item : c.drawing()->scene()->items()) {
            const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item);
            if (text && text->isVisible() && text->toPlainText().endsWith(u":00"_s))
                labels << text->sceneBoundingRect();
        }
        QVERIFY(labels.size() > 1);
        std::ranges::sort(labels, {}, &QRectF::x);
        for (qsizetype i = 1; i < labels.size(); ++i)
            QVERIFY(labels[i - 1].right() <= labels[i].left() + 1);
        QVERIFY(labels.last().right() <= c.drawing()->sceneRect().right() + 1);
    }

    // Branches of one shop, or names that are alike as far as there is room for them; and whatever a name is written with.
    void every_bar_has_its_name_data()
    {
        QTest::addColumn<QStringList>("names");
        QTest::newRow("alike") << QStringList{u"雪国書店"_s, u"雪国書店"_s, u"しらかば会館"_s};
        QTest::newRow("alike where they are cut") << QStringList{u"北海道立しらかば総合体育センター第一体育館"_s,
                                                                 u"北海道立しらかば総合体育センター第二体育館"_s};
        QTest::newRow("with signs") << QStringList{u"<b>店</b>"_s, u"喫茶&amp;軽食"_s};
    }
    void every_bar_has_its_name()
    {
        QFETCH(QStringList, names);
        BarChart chart(u"Busiest"_s, Qt::Horizontal);
        QList<Bar> bars;
        for (const QString &name : names)
            bars << Bar{name, name, 20};
        chart.present(bars, {});
        chart.resize(420, 300);
        chart.show();
        QTRY_VERIFY(chart.isVisible());
        QCoreApplication::processEvents();
        QStringList shown;
        for (const QGraphicsItem *item : chart.findChild<QGraphicsView *>()->scene()->items(Qt::AscendingOrder)) {
            const auto *text = qgraphicsitem_cast<const QGraphicsTextItem *>(item);
            if (text && text->isVisible())
                shown << text->toPlainText().remove(QChar(0x200b));
        }
        for (const QString &name : names) {
            const QString fitting = chart.fontMetrics().elidedText(name, Qt::ElideRight, chart.width() / 3);
            QVERIFY2(shown.removeOne(fitting), qPrintable(fitting + u" is not among "_s + shown.join(u", "_s)));
        }
    }

    void the_same_numbers_are_a_table_behind_a_button()
    {
        Case c;
        QVERIFY(c.drawing()->isVisible());
        c.asTable()->click();
        QVERIFY(!c.drawing()->isVisible());
        QVERIFY(c.table()->isVisible());
        QCOMPARE(c.table()->rowCount(), 3);
        QCOMPARE(c.table()->item(1, 0)->text(), u"Tuesday"_s);
        QCOMPARE(c.table()->item(1, 1)->text(), u"1,284"_s);
        c.asTable()->click();
        QVERIFY(c.drawing()->isVisible());
    }

    void a_screen_reader_hears_the_largest_number_and_where_the_rest_is()
    {
        Case c;
        QCOMPARE(c.drawing()->accessibleName(), u"By day"_s);
        QVERIFY(c.drawing()->accessibleDescription().contains(u"Tuesday, 1,284"_s));
        QVERIFY(c.drawing()->accessibleDescription().contains(u"As a table"_s));
        QVERIFY(!c.asTable()->accessibleName().isEmpty());
    }

    void a_row_of_the_table_is_chosen_with_enter()
    {
        Case c;
        const QSignalSpy chosen(&c.chart, &BarChart::chosen);
        c.asTable()->click();
        c.table()->setCurrentCell(2, 0);
        QTest::keyClick(c.table(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 2);
    }

    void a_bar_is_chosen_with_a_click_data()
    {
        QTest::addColumn<Qt::Orientation>("orientation");
        QTest::newRow("upright") << Qt::Vertical;
        QTest::newRow("lying, the first on top") << Qt::Horizontal;
    }

    void a_bar_is_chosen_with_a_click()
    {
        QFETCH(Qt::Orientation, orientation);
        Case c(orientation);
        const QSignalSpy chosen(&c.chart, &BarChart::chosen);
        // Somewhere in the middle of the largest bar.
        const QRect area = c.drawing()->viewport()->rect();
        for (int step = 1; step < 100 && chosen.isEmpty(); ++step) {
            const QPoint at = orientation == Qt::Vertical
                                  ? QPoint(area.width() * step / 100, area.height() / 2)
                                  : QPoint(area.width() / 2, area.height() * step / 100);
            QTest::mouseClick(c.drawing()->viewport(), Qt::LeftButton, {}, at);
        }
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 1);
    }

    void without_a_number_it_says_so()
    {
        Case c;
        c.chart.present({{u"Monday"_s, {}, 0}}, u"Nobody came."_s);
        QVERIFY(!c.drawing()->isVisible());
        QVERIFY(!c.asTable()->isEnabled());
        c.chart.present(threeBars(), u"Nobody came."_s);
        QVERIFY(c.drawing()->isVisible());
    }

    void it_is_drawn_in_the_colours_of_the_palette()
    {
        const QPalette before = QApplication::palette();
        Case c;
        const int light = c.pointsOf(before.color(QPalette::Highlight));
        QVERIFY(light > 200);
        QPalette dark = before;
        dark.setColor(QPalette::Window, QColor(30, 30, 30));
        dark.setColor(QPalette::WindowText, QColor(240, 240, 240));
        dark.setColor(QPalette::Highlight, QColor(90, 170, 250));
        QApplication::setPalette(dark);
        QTRY_VERIFY(c.pointsOf(QColor(90, 170, 250)) > 200);
        QCOMPARE(c.pointsOf(before.color(QPalette::Highlight)), 0);
        QApplication::setPalette(before);
    }

    // Told apart without colour: part of the bar is the background.
    void a_bar_that_still_grows_is_hatched()
    {
        Case c;
        c.chart.present({{u"Today"_s, {}, 100}}, {});
        const int full = c.pointsOf(c.chart.palette().color(QPalette::Highlight));
        c.chart.present({{u"Today"_s, {}, 100, true}}, {});
        const int hatched = c.pointsOf(c.chart.palette().color(QPalette::Highlight));
        QVERIFY2(hatched > 0 && hatched < full / 2, qPrintable(u"%1 of %2"_s.arg(hatched).arg(full)));
    }

    void numbers_that_have_not_changed_are_not_painted_again()
    {
        Case c;
        QCoreApplication::processEvents();
        PaintCounter counter;
        c.drawing()->viewport()->installEventFilter(&counter);
        c.chart.present(threeBars(), u"Nobody came."_s);
        QCoreApplication::processEvents();
        QCOMPARE(counter.count, 0);
        QList<Bar> more = threeBars();
        more[2].value += 100;
        c.chart.present(more, u"Nobody came."_s);
        QTRY_VERIFY(counter.count > 0);
    }
};

QTEST_MAIN(tst_BarChart)
#include "tst_BarChart.moc"
