// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>
#include <QString>

class QAbstractBarSeries;
class QBarSet;
class QChart;
class QChartView;
class QLabel;
class QStackedWidget;
class QTableWidget;
class QToolButton;

namespace shirase {

/// One bar of a BarChart.
struct Bar
{
    QString name;            ///< in full, for the table and for a pointer that rests on it: "21 Nov 2026"
    QString tick;            ///< beneath or beside the bar; empty for none
    qint64 value = 0;        ///< not negative
    bool unfinished = false; ///< still grows; hatched, so that it is told apart without colour

    bool operator==(const Bar &) const = default;
};

/// Bars in the palette's colours, and the same numbers as a table behind a button, for a screen reader or for
/// whoever wants them exactly.
class BarChart : public QFrame
{
    Q_OBJECT
public:
    /// @param orientation of the bars
    BarChart(const QString &title, Qt::Orientation orientation, QWidget *parent = nullptr);

    /// Changes what has changed, and nothing else: bars that grow do not flicker. @param nothing a sentence in
    /// place of the chart where no bar has a value
    void present(const QList<Bar> &bars, const QString &nothing);
    /// Beneath the chart: where the numbers come from.
    void setSource(const QString &source);
    /// Forgets the numbers.
    void clear();

    /// What stands beneath wraps into the chart's room, rather than that the numbers' table asks for its own.
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A bar was clicked, or its row in the table was chosen. @param bar its place
    void chosen(int bar);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildChart();
    void buildTable();
    void rebuildAxis();
    [[nodiscard]] QStringList fittingTicks() const;
    [[nodiscard]] int leastHeight() const;
    void fillTable();
    void fitScale();
    void takeColours();
    void describe();
    void showTip(bool over, int bar);
    void showPart();

    Qt::Orientation m_orientation;
    QList<Bar> m_bars;
    QStringList m_ticks; ///< as shown
    QString m_nothing;
    QLabel *m_title;
    QToolButton *m_asTable;
    QStackedWidget *m_stack;
    QChart *m_chart; ///< owned by its view
    QChartView *m_view;
    QAbstractBarSeries *m_series;
    QBarSet *m_finished;
    QBarSet *m_unfinished;
    QTableWidget *m_table;
    QLabel *m_empty;
    QLabel *m_source;
};

} // namespace shirase
