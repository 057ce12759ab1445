// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/OpenWindows.h"

#include <QApplication>
#include <QDialog>
#include <QDrag>
#include <QPointer>
#include <QToolTip>
#include <QWhatsThis>

namespace shirase {

void closeOpenWindows(const QWidget *window)
{
    QDrag::cancel();
    QWhatsThis::leaveWhatsThisMode();
    QToolTip::hideText();
    // One that opens another while it closes does not keep this from ending.
    constexpr int mostPopups = 100;
    for (int i = 0; i < mostPopups && QApplication::activePopupWidget(); ++i)
        QApplication::activePopupWidget()->close();
    QList<QPointer<QWidget>> others;
    for (QWidget *top : QApplication::topLevelWidgets())
        others.append(top);
    for (const QPointer<QWidget> &other : std::as_const(others)) {
        if (!other || other == window || !other->isVisible())
            continue;
        if (auto *dialog = qobject_cast<QDialog *>(other))
            dialog->reject();
        else
            other->close();
    }
}

} // namespace shirase
