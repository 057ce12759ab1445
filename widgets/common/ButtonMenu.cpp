// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ButtonMenu.h"

#include <QAbstractSpinBox>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

namespace shirase {

namespace {

bool isPartOfField(const QWidget *button, const QWidget &area)
{
    for (const QWidget *above = button->parentWidget(); above && above != &area; above = above->parentWidget()) {
        if (qobject_cast<const QLineEdit *>(above) || qobject_cast<const QAbstractSpinBox *>(above) ||
            qobject_cast<const QComboBox *>(above) || qobject_cast<const QTabBar *>(above) ||
            qobject_cast<const QCalendarWidget *>(above))
            return true;
    }
    return false;
}

QMenu *menuOf(QAbstractButton *button)
{
    if (const auto *push = qobject_cast<QPushButton *>(button))
        return push->menu();
    if (const auto *tool = qobject_cast<QToolButton *>(button))
        return tool->menu();
    return nullptr;
}

void addEntry(QMenu &menu, QAbstractButton *button)
{
    const QString text = button->text().isEmpty() ? button->accessibleName() : button->text();
    QAction *entry = nullptr;
    if (const QMenu *own = menuOf(button)) {
        QMenu *below = menu.addMenu(button->icon(), text);
        below->addActions(own->actions());
        entry = below->menuAction();
    } else {
        entry = menu.addAction(button->icon(), text, button, &QAbstractButton::click);
        entry->setCheckable(button->isCheckable());
        entry->setChecked(button->isChecked());
    }
    entry->setEnabled(button->isEnabled());
    entry->setToolTip(button->toolTip());
}

} // namespace

void addButtons(QMenu &menu, const QWidget &area)
{
    // The chain goes round the whole window.
    const QWidget *first = area.nextInFocusChain();
    for (QWidget *next = area.nextInFocusChain(); next; next = next->nextInFocusChain()) {
        auto *button = qobject_cast<QAbstractButton *>(next);
        const bool pressed = qobject_cast<QPushButton *>(button) || qobject_cast<QToolButton *>(button);
        if (pressed && button->isVisible() && area.isAncestorOf(button) && !isPartOfField(button, area))
            addEntry(menu, button);
        if (next->nextInFocusChain() == first)
            break;
    }
}

} // namespace shirase
