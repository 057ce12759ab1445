// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/VisitChart.h"

#include "widgets/common/Colours.h"
#include "widgets/common/Texts.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// The smallest of 10, 20, 50, 100, … that is not below a number: the scale's upper end.
int roundedUp(int number)
{
    for (int power = 10;; power *= 10) {
        for (const int step : {1, 2, 5}) {
            if (step * power >= number)
                return step * power;
        }
    }
}

QString fewPeople()
{
    return VisitChart::tr("fewer than %1 people").arg(VisitCounts::smallestShown);
}

} // namespace

VisitChart::VisitChart(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"visitChart"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    clear();
}

QSize VisitChart::sizeHint() const
{
    return {220, fontMetrics().height() * 6};
}

void VisitChart::present(const QList<DayCount> &days, QDate since)
{
    m_days = days;
    m_since = since;
    setVisible(!days.isEmpty());
    const DayCount *most = nullptr;
    for (const DayCount &day : m_days) {
        if (day.people && (!most || *day.people > *most->people))
            most = &day;
    }
    setAccessibleName(tr("Registrations of the last two months"));
    setAccessibleDescription(
        most ? tr("Most on %1: %2").arg(Texts::day(most->day), Texts::people(*most->people))
             : tr("Fewer than %1 people on each day").arg(VisitCounts::smallestShown));
    update();
}

int VisitChart::top() const
{
    int most = VisitCounts::smallestShown;
    for (const DayCount &day : m_days)
        most = std::max(most, day.people.value_or(0));
    return roundedUp(most);
}

QRectF VisitChart::plot() const
{
    const QFontMetricsF metrics(font());
    const qreal scaleWidth = metrics.horizontalAdvance(Texts::number(top())) + 6;
    return QRectF(rect()).adjusted(scaleWidth, metrics.height() * 1.7, -2, -metrics.height() * 1.2);
}

void VisitChart::paintEvent(QPaintEvent *)
{
    if (m_days.isEmpty())
        return;
    QPainter painter(this);
    const QRectF area = plot();
    const qreal line = fontMetrics().height();
    const QColor text = palette().color(QPalette::WindowText);
    QColor faint = text;
    faint.setAlphaF(0.35F);
    painter.setPen(text);
    painter.drawText(QRectF(0, 0, width(), line), Qt::AlignLeft, tr("People a day, last two months"));
    painter.drawText(QRectF(0, area.top() - line / 2, area.left() - 4, line), Qt::AlignRight,
                     Texts::number(top()));
    painter.drawText(QRectF(0, area.bottom() - line * 0.8, area.left() - 4, line), Qt::AlignRight, u"0"_s);
    const QRectF below(area.left(), area.bottom() + 2, area.width(), line);
    painter.drawText(below, Qt::AlignLeft, Texts::shortDay(m_days.first().day));
    painter.drawText(below, Qt::AlignRight, Texts::shortDay(m_days.last().day));
    if (std::ranges::any_of(m_days, [this](const DayCount &day) { return !day.people && hasBar(day); })) {
        const QString words = fewPeople();
        const qreal side = line / 2;
        QRectF legend(0, below.top(), side * 1.5 + painter.fontMetrics().horizontalAdvance(words), line);
        legend.moveCenter(below.center());
        painter.fillRect(QRectF(legend.left(), legend.center().y() - side / 2, side, side), faint);
        painter.drawText(legend, Qt::AlignRight, words);
    }
    painter.setPen(faint);
    painter.drawLine(area.topLeft(), area.topRight());
    painter.drawLine(area.bottomLeft(), area.bottomRight());

    const qreal step = area.width() / qreal(m_days.size());
    const QColor bars = colours::bar(palette());
    const qreal hidden = area.height() * VisitCounts::smallestShown / top();
    for (qsizetype i = 0; i < m_days.size(); ++i) {
        if (!hasBar(m_days[i]))
            continue;
        const std::optional<int> people = m_days[i].people;
        const qreal height = people ? area.height() * *people / top() : std::max(2.0, std::min(hidden, 4.0));
        const QRectF bar(area.left() + qreal(i) * step + step * 0.1, area.bottom() - height, step * 0.8,
                         height);
        painter.fillRect(bar, people ? bars : faint);
    }
}

QString VisitChart::describe(const DayCount &day) const
{
    return u"%1: %2"_s.arg(Texts::day(day.day), day.people ? Texts::people(*day.people) : fewPeople());
}

bool VisitChart::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_days.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const QRectF area = plot();
    const auto i =
        qsizetype(std::floor((help->pos().x() - area.left()) * qreal(m_days.size()) / area.width()));
    if (i >= 0 && i < m_days.size() && hasBar(m_days[i]))
        QToolTip::showText(help->globalPos(), describe(m_days[i]), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace shirase
