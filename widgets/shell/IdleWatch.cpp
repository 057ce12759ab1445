// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/IdleWatch.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace shirase {

using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds longestBetweenLooks = 1s;
}

IdleWatch::IdleWatch(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    connect(&m_look, &QTimer::timeout, this, [this] {
        if (isOver())
            tell();
    });
}

void IdleWatch::start()
{
    noteUse();
    m_look.start(std::min(longestBetweenLooks, m_limit / 4 + 1ms));
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::stop()
{
    m_look.stop();
    QCoreApplication::instance()->removeEventFilter(this);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    if (m_look.isActive())
        start();
}

void IdleWatch::noteUse()
{
    m_unused.start();
    m_lastUse = m_clock.now();
}

bool IdleWatch::isOver()
{
    const qint64 now = m_clock.now();
    m_lastUse = std::min(m_lastUse, now); // the clock was set back
    return std::chrono::milliseconds(m_unused.elapsed()) >= m_limit || std::chrono::seconds(now - m_lastUse) >= m_limit;
}

void IdleWatch::tell()
{
    stop();
    Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
        if (!event->spontaneous() || static_cast<QKeyEvent *>(event)->isAutoRepeat())
            return false;
        break;
    case QEvent::MouseMove: {
        const QPoint pointer = static_cast<QMouseEvent *>(event)->globalPosition().toPoint();
        if (!event->spontaneous() || pointer == m_pointer)
            return false;
        m_pointer = pointer;
        break;
    }
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
        if (!event->spontaneous())
            return false;
        break;
    case QEvent::InputMethod:
    case QEvent::DragMove:
        break;
    default:
        return false;
    }
    // After a sleep the first touch comes before the timer: it wakes, and does nothing else.
    if (isOver()) {
        tell();
        return true;
    }
    noteUse();
    return false;
}

} // namespace shirase
