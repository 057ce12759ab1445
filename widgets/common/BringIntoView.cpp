// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/BringIntoView.h"

#include <QScrollArea>

namespace shirase {

void bringIntoView(QWidget &widget)
{
    for (QWidget *around = widget.parentWidget(); around; around = around->parentWidget()) {
        if (auto *scroll = qobject_cast<QScrollArea *>(around))
            scroll->ensureWidgetVisible(&widget);
    }
}

} // namespace shirase
