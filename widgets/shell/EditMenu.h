// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

#include <functional>

class QUndoStack;

namespace shirase {

/// Undo and redo of a stack, each named by the act it is about.
class EditMenu : public QMenu
{
    Q_OBJECT
public:
    /// Brings before the eyes what is about to be undone or done again. False if it stays unseen: nothing happens then.
    using Show = std::function<bool()>;
    /// @param stack outlives the menu
    EditMenu(QUndoStack *stack, Show show, QWidget *parent = nullptr);

    /// While the window is locked nothing can be undone.
    void setLocked(bool locked);

private:
    [[nodiscard]] QAction *add(const QString &name, QKeySequence::StandardKey shortcut, const QIcon &icon,
                               void (QUndoStack::*act)());
    void adapt();

    QUndoStack *m_stack;
    Show m_show;
    QAction *m_undo;
    QAction *m_redo;
    bool m_locked = true;
};

} // namespace shirase
