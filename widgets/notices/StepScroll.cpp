// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/StepScroll.h"

#include "widgets/notices/StepFrame.h"

#include <QEvent>
#include <QScrollBar>
#include <QStyle>
#include <QTimer>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

StepScroll::StepScroll(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"noticeSteps"_s);
    auto *steps = new QWidget;
    auto *outer = new QVBoxLayout(steps);
    outer->setContentsMargins(0, 0, 8, 0);
    m_column = new QVBoxLayout;
    m_column->setSpacing(8);
    outer->addLayout(m_column);
    outer->addStretch(1);
    setWidget(steps);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    steps->installEventFilter(this);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &StepScroll::followSoon);
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_wanted.clear(); });
}

void StepScroll::addStep(StepFrame *step)
{
    m_column->addWidget(step);
}

bool StepScroll::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
        setMinimumWidth(widget()->minimumSizeHint().width() + bar);
    }
    return QScrollArea::eventFilter(watched, event);
}

void StepScroll::bringIntoView(StepFrame *step)
{
    m_wanted = step;
    followSoon();
}

// Only after the layout has given the step its place.
void StepScroll::followSoon()
{
    QTimer::singleShot(0, this, [this] {
        if (m_wanted)
            ensureWidgetVisible(m_wanted);
    });
}

bool StepScroll::focusNextPrevChild(bool next)
{
    m_wanted.clear();
    return QScrollArea::focusNextPrevChild(next);
}

} // namespace shirase
