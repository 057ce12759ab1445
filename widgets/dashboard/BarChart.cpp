// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/BarChart.h"

#include "widgets/common/Colours.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Page.h"
#include "widgets/common/Texts.h"

#include <QBarCategoryAxis>
#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QChartView>
#include <QEvent>
#include <QGraphicsLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QHorizontalStackedBarSeries>
#include <QLabel>
#include <QStackedBarSeries>
#include <QStackedWidget>
#include <QTableWidget>
#include <QToolButton>
#include <QToolTip>
#include <QValueAxis>

#include <algorithm>
#include <ranges>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal barWidth = 0.8;
constexpr int steps = 4; ///< of the scale, at most
constexpr int gapBetweenTicks = 8; ///< logical pixels
constexpr QChar zeroWidthSpace(0x200b);
constexpr int shareOfTicks = 3;    ///< the names beside lying bars take this part of the width at most

/// The smallest round step with which a few reach a number: 1, 2, 5, 10, 20, 50, …
qint64 roundStep(qint64 most)
{
    for (qint64 power = 1;; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            if (factor * power * steps >= most)
                return factor * power;
        }
    }
}

/// What stands beneath bars: every so many, from the last one back, so that none touches the next.
QStringList thinned(QStringList ticks, const QFontMetrics &metrics, int width)
{
    int count = 0;
    int widest = 0;
    for (const QString &tick : std::as_const(ticks)) {
        count += tick.isEmpty() ? 0 : 1;
        widest = std::max(widest, metrics.horizontalAdvance(tick));
    }
    const int scale = metrics.horizontalAdvance(u"0,000"_s);
    const int room = std::max(1, width - 2 * scale);
    const int step = std::max(1, (count * (widest + gapBetweenTicks) + room - 1) / room);
    int fromLast = 0;
    for (QString &tick : ticks | std::views::reverse) {
        if (!tick.isEmpty() && fromLast++ % step != 0)
            tick.clear();
    }
    return ticks;
}

/// What stands beside bars: all of it, cut where it is long.
QStringList shortened(QStringList ticks, const QFontMetrics &metrics, int width)
{
    for (QString &tick : ticks)
        tick = metrics.elidedText(tick, Qt::ElideRight, width / shareOfTicks);
    return ticks;
}

QColor faint(QColor colour, float share)
{
    colour.setAlphaF(share);
    return colour;
}

} // namespace

BarChart::BarChart(const QString &title, Qt::Orientation orientation, QWidget *parent)
    : QFrame(parent)
    , m_orientation(orientation)
    , m_title(headingLabel(title, 1.0))
    , m_asTable(new QToolButton)
    , m_stack(new QStackedWidget)
    , m_chart(new QChart)
    , m_view(new QChartView(m_chart))
    , m_finished(new QBarSet({}))
    , m_unfinished(new QBarSet({}))
    , m_table(new QTableWidget)
    , m_empty(new QLabel)
    , m_source(new QLabel)
{
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_asTable->setIcon(icons::own(u"table"_s));
    m_asTable->setText(tr("As a table"));
    m_asTable->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_asTable->setAutoRaise(true);
    m_asTable->setCheckable(true);
    m_asTable->setAccessibleName(tr("%1: as a table", "title of a chart").arg(title));
    m_asTable->setToolTip(tr("Show the numbers themselves"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_source->setWordWrap(true);

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_asTable);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_source);
    buildChart();
    buildTable();
    for (QWidget *part : std::initializer_list<QWidget *>{m_view, m_table, m_empty})
        m_stack->addWidget(part);
    connect(m_asTable, &QToolButton::toggled, this, &BarChart::showPart);
    takeColours();
    clear();
}

void BarChart::buildChart()
{
    const bool upright = m_orientation == Qt::Vertical;
    m_series = upright ? static_cast<QAbstractBarSeries *>(new QStackedBarSeries)
                       : static_cast<QAbstractBarSeries *>(new QHorizontalStackedBarSeries);
    m_series->setBarWidth(barWidth);
    m_series->append(m_finished);
    m_series->append(m_unfinished);
    m_chart->addSeries(m_series);
    auto *scale = new QValueAxis;
    scale->setLabelFormat(u"%.0f"_s);
    m_chart->addAxis(scale, upright ? Qt::AlignLeft : Qt::AlignBottom);
    m_series->attachAxis(scale);
    m_chart->legend()->hide();
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setLocalizeNumbers(true);
    m_chart->setBackgroundVisible(false);
    m_chart->layout()->setContentsMargins(0, 0, 0, 0);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setBackgroundBrush(Qt::NoBrush);
    m_view->setAttribute(Qt::WA_TranslucentBackground);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_series, &QAbstractBarSeries::hovered, this,
            [this](bool over, int bar, QBarSet *) { showTip(over, bar); });
    connect(m_series, &QAbstractBarSeries::clicked, this, [this](int bar, QBarSet *) { Q_EMIT chosen(bar); });
}

void BarChart::buildTable()
{
    m_table->setColumnCount(2);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setObjectName(u"chartNumbers"_s);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(m_title->text());
    connect(m_table, &QTableWidget::cellActivated, this, [this](int row) { Q_EMIT chosen(row); });
}

void BarChart::present(const QList<Bar> &bars, const QString &nothing)
{
    if (bars == m_bars && nothing == m_nothing)
        return;
    const bool sameNames = std::ranges::equal(bars, m_bars, {}, &Bar::name, &Bar::name);
    m_bars = bars;
    m_nothing = nothing;
    if (!sameNames) {
        m_finished->remove(0, m_finished->count());
        m_unfinished->remove(0, m_unfinished->count());
        for (qsizetype i = 0; i < bars.size(); ++i) {
            m_finished->append(0);
            m_unfinished->append(0);
        }
        rebuildAxis();
        updateGeometry();
    }
    for (int i = 0; i < int(bars.size()); ++i) {
        m_finished->replace(i, bars[i].unfinished ? 0 : qreal(bars[i].value));
        m_unfinished->replace(i, bars[i].unfinished ? qreal(bars[i].value) : 0);
    }
    fitScale();
    fillTable();
    describe();
    showPart();
}

void BarChart::setSource(const QString &source)
{
    m_source->setText(source);
}

void BarChart::clear()
{
    present({}, {});
    m_source->clear();
}

// Few labels at places of their own: there is no room for one on each of sixty days.
void BarChart::rebuildAxis()
{
    const bool upright = m_orientation == Qt::Vertical;
    const QList<QAbstractAxis *> old = m_chart->axes(upright ? Qt::Horizontal : Qt::Vertical);
    for (QAbstractAxis *axis : old) {
        m_chart->removeAxis(axis);
        delete axis;
    }
    auto *places = new QCategoryAxis;
    places->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    places->setRange(-0.5, qreal(m_bars.size()) - 0.5);
    places->setReverse(!upright); // the first one on top
    places->setGridLineVisible(false);
    places->setTruncateLabels(false);
    m_ticks = fittingTicks();
    int half = fontMetrics().horizontalAdvance(u"00"_s);
    for (qsizetype i = 0; i < m_ticks.size(); ++i) {
        if (m_ticks[i].isEmpty())
            continue;
        // The chart takes markup, and each name once: what makes it another is as wide as nothing.
        const auto before = std::count(m_ticks.cbegin(), m_ticks.cbegin() + i, m_ticks[i]);
        places->append(m_ticks[i].toHtmlEscaped() + QString(before, zeroWidthSpace), qreal(i));
        if (upright && i + 1 == m_ticks.size())
            half = std::max(half, fontMetrics().horizontalAdvance(m_ticks[i]) / 2); // of the last one is beyond the bars
    }
    m_chart->setMargins(QMargins(0, 4, half, 0));
    m_chart->addAxis(places, upright ? Qt::AlignBottom : Qt::AlignLeft);
    m_series->attachAxis(places);
    takeColours();
}

QStringList BarChart::fittingTicks() const
{
    QStringList ticks;
    for (const Bar &bar : m_bars)
        ticks << bar.tick;
    return m_orientation == Qt::Vertical ? thinned(ticks, fontMetrics(), width()) : shortened(ticks, fontMetrics(), width());
}

void BarChart::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    if (fittingTicks() != m_ticks)
        rebuildAxis();
}

void BarChart::fitScale()
{
    const auto most = std::ranges::max_element(m_bars, {}, &Bar::value);
    const qint64 value = most == m_bars.end() ? 0 : most->value;
    const qint64 step = roundStep(std::max<qint64>(value, 1));
    const qint64 top = (std::max<qint64>(value, 1) + step - 1) / step * step;
    auto *scale = static_cast<QValueAxis *>(
        m_chart->axes(m_orientation == Qt::Vertical ? Qt::Vertical : Qt::Horizontal).constFirst());
    scale->setRange(0, qreal(top));
    scale->setTickCount(int(top / step) + 1);
}

void BarChart::fillTable()
{
    m_table->setRowCount(int(m_bars.size()));
    for (int row = 0; row < int(m_bars.size()); ++row) {
        for (const auto &[column, text] :
             {std::pair(0, m_bars[row].name), std::pair(1, Texts::number(m_bars[row].value))}) {
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                if (column == 1)
                    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
                m_table->setItem(row, column, item);
            }
            item->setText(text);
        }
    }
}

void BarChart::describe()
{
    const auto most = std::ranges::max_element(m_bars, {}, &Bar::value);
    const bool any = most != m_bars.end() && most->value > 0;
    m_view->setAccessibleName(m_title->text());
    m_view->setAccessibleDescription(
        any ? tr("Most: %1, %2. The button \"As a table\" shows every number.", "name of a bar, its number")
                  .arg(most->name, Texts::number(most->value))
            : m_nothing);
}

void BarChart::showPart()
{
    const bool any = std::ranges::any_of(m_bars, [](const Bar &bar) { return bar.value > 0; });
    m_empty->setText(m_nothing);
    m_asTable->setEnabled(any);
    m_stack->setCurrentWidget(!any ? static_cast<QWidget *>(m_empty)
                                   : m_asTable->isChecked() ? static_cast<QWidget *>(m_table) : m_view);
}

void BarChart::showTip(bool over, int bar)
{
    if (over && bar >= 0 && bar < m_bars.size())
        QToolTip::showText(QCursor::pos(),
                           u"%1: %2"_s.arg(m_bars[bar].name, Texts::number(m_bars[bar].value)), this);
    else
        QToolTip::hideText();
}

void BarChart::takeColours()
{
    const QColor text = palette().color(QPalette::WindowText);
    const QColor bars = colours::bar(palette());
    m_finished->setBrush(bars);
    m_finished->setPen(Qt::NoPen);
    m_unfinished->setBrush(QBrush(bars, Qt::BDiagPattern));
    m_unfinished->setPen(QPen(bars, 1));
    m_chart->setFont(font());
    const QList<QAbstractAxis *> axes = m_chart->axes();
    for (QAbstractAxis *axis : axes) {
        axis->setLabelsFont(font());
        axis->setLabelsBrush(text);
        axis->setLinePen(QPen(faint(text, 0.5F), 1));
        axis->setGridLinePen(QPen(faint(text, 0.2F), 1));
    }
}

void BarChart::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        takeColours();
}

// Names beside lying bars are not to touch each other.
int BarChart::leastHeight() const
{
    constexpr double aBar = 1.2; // in lines, as the rest
    constexpr int around = 6;
    constexpr int least = 11;
    const double wanted = m_orientation == Qt::Horizontal ? around + aBar * double(m_bars.size()) : 0;
    return qRound(fontMetrics().height() * std::max<double>(least, wanted));
}

QSize BarChart::sizeHint() const
{
    return {fontMetrics().height() * 22, leastHeight()};
}

QSize BarChart::minimumSizeHint() const
{
    return {fontMetrics().height() * 14, leastHeight()};
}

} // namespace shirase
