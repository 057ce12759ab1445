// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QDialog>

namespace shirase {

/// A dialog that asks before it forgets what was typed. Only people are asked: the lock of the window rejects
/// it without a question, as every other.
class CarefulDialog : public QDialog
{
    Q_OBJECT
public:
    explicit CarefulDialog(Dialogs &dialogs, QWidget *parent = nullptr);

protected:
    /// What was typed is not saved yet.
    [[nodiscard]] virtual bool isChanged() const = 0;
    /// True if nothing is lost, or the person does not mind.
    [[nodiscard]] bool mayForget();
    /// Closes the dialog if nothing is lost by it.
    void closeCarefully();

    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    Dialogs &m_dialogs;
};

} // namespace shirase
