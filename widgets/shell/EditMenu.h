// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QUndoStack;

namespace shirase {

/// Undo and redo of a stack, each named by the act it is about.
class EditMenu : public QMenu
{
    Q_OBJECT
public:
    /// @param stack outlives the menu
    explicit EditMenu(QUndoStack *stack, QWidget *parent = nullptr);

    /// While the window is locked nothing can be undone.
    void setLocked(bool locked);

Q_SIGNALS:
    /// Something is about to be undone or done again.
    void asked();

private:
    [[nodiscard]] QAction *add(const QString &name, QKeySequence::StandardKey shortcut, const QIcon &icon,
                               void (QUndoStack::*act)());
    void adapt();

    QUndoStack *m_stack;
    QAction *m_undo;
    QAction *m_redo;
    bool m_locked = true;
};

} // namespace shirase
