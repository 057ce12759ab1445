// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/CarefulDialog.h"

#include <QCloseEvent>
#include <QPointer>

namespace shirase {

CarefulDialog::CarefulDialog(Dialogs &dialogs, QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
{}

bool CarefulDialog::mayForget()
{
    return !isChanged() || m_dialogs.confirm(this, {.title = windowTitle(),
                                                    .text = tr("Discard your changes?"),
                                                    .explanation = tr("The changes are not saved."),
                                                    .action = tr("&Discard"),
                                                    .grave = true});
}

void CarefulDialog::closeCarefully()
{
    const QPointer<CarefulDialog> self(this); // the window may have been locked during the question
    if (mayForget() && self)
        reject();
}

void CarefulDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Cancel))
        closeCarefully();
    else
        QDialog::keyPressEvent(event);
}

void CarefulDialog::closeEvent(QCloseEvent *event)
{
    if (!event->spontaneous()) {
        QDialog::closeEvent(event);
        return;
    }
    event->ignore();
    closeCarefully();
}

} // namespace shirase
