// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/TabOrder.h"

#include <QDialogButtonBox>
#include <QLayout>
#include <QList>
#include <QScrollArea>
#include <QWidget>

namespace shirase {

namespace {

void collect(QWidget &widget, QList<QWidget *> &stops);

void collectLaidOut(const QLayout &layout, QList<QWidget *> &stops)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (item->layout())
            collectLaidOut(*item->layout(), stops);
        else if (item->widget())
            collect(*item->widget(), stops);
    }
}

void collect(QWidget &widget, QList<QWidget *> &stops)
{
    if (qobject_cast<QDialogButtonBox *>(&widget))
        widget.setFocusProxy(nullptr); // Tab would go from the box to this button, past those before it
    if ((widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy())
        stops << &widget;
    const auto *scroll = qobject_cast<const QScrollArea *>(&widget);
    if (scroll && scroll->widget())
        collect(*scroll->widget(), stops);
    else if (widget.layout())
        collectLaidOut(*widget.layout(), stops);
}

} // namespace

void tabAsLaidOut(const QWidget &dialog)
{
    QList<QWidget *> stops;
    collectLaidOut(*dialog.layout(), stops);
    for (qsizetype i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace shirase
