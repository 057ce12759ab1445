// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/EditMenu.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Letters.h"

#include <QUndoStack>

namespace shirase {

using namespace Qt::StringLiterals;

EditMenu::EditMenu(QUndoStack *stack, Show show, QWidget *parent)
    : QMenu(tr("&Edit"), parent)
    , m_stack(stack)
    , m_show(std::move(show))
    , m_undo(add(u"actionUndo"_s, QKeySequence::Undo, icons::themed(u"edit-undo"_s, u"undo"_s),
                 &QUndoStack::undo))
    , m_redo(add(u"actionRedo"_s, QKeySequence::Redo, icons::themed(u"edit-redo"_s, u"redo"_s),
                 &QUndoStack::redo))
{
    connect(stack, &QUndoStack::indexChanged, this, &EditMenu::adapt);
    adapt();
}

QAction *EditMenu::add(const QString &name, QKeySequence::StandardKey shortcut, const QIcon &icon,
                       void (QUndoStack::*act)())
{
    QAction *action = addAction(icon, {});
    action->setObjectName(name);
    action->setShortcut(shortcut);
    connect(action, &QAction::triggered, this, [this, act] {
        if (!m_show())
            return;
        // By a copy: GCC 12's -fsanitize=vptr would look at m_stack through a "this" that it has not loaded.
        QUndoStack *const changes = m_stack;
        (changes->*act)();
    });
    return action;
}

void EditMenu::setLocked(bool locked)
{
    m_locked = locked;
    adapt();
}

void EditMenu::adapt()
{
    const bool undo = !m_locked && m_stack->canUndo();
    const bool redo = !m_locked && m_stack->canRedo();
    m_undo->setEnabled(undo);
    m_redo->setEnabled(redo);
    m_undo->setText(undo ? tr("&Undo: %1").arg(amongLetters(m_stack->undoText())) : tr("&Undo"));
    m_redo->setText(redo ? tr("&Redo: %1").arg(amongLetters(m_stack->redoText())) : tr("&Redo"));
}

} // namespace shirase
