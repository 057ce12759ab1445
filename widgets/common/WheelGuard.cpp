// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/WheelGuard.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollArea>
#include <QTabBar>

namespace shirase {

namespace {

bool changesByTheWheel(const QWidget *widget)
{
    return qobject_cast<const QAbstractSpinBox *>(widget) || qobject_cast<const QComboBox *>(widget) ||
           qobject_cast<const QTabBar *>(widget);
}

bool isOnAPage(const QWidget *widget)
{
    while (widget && !qobject_cast<const QScrollArea *>(widget))
        widget = widget->parentWidget();
    return widget != nullptr;
}

} // namespace

WheelGuard::WheelGuard(QObject *parent)
    : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject *receiver, QEvent *event)
{
    const QEvent::Type type = event->type(); // first: every event of the program comes by
    if (type != QEvent::Polish && type != QEvent::Wheel)
        return false;
    auto *field = qobject_cast<QWidget *>(receiver);
    if (type == QEvent::Polish) {
        if (changesByTheWheel(field) && field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus); // else the wheel would bring the keyboard along
        return false;
    }
    while (field && !field->isWindow() && !changesByTheWheel(field))
        field = field->parentWidget(); // the text of a spin box is a widget of its own
    if (!changesByTheWheel(field) || !isOnAPage(field))
        return false;
    const QWidget *focus = QApplication::focusWidget();
    if (focus && (focus == field || field->isAncestorOf(focus)))
        return false;
    event->ignore(); // goes on to what is around
    return true;
}

} // namespace shirase
