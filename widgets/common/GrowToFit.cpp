// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/GrowToFit.h"

#include <QLayout>
#include <QWidget>

namespace shirase {

void growToFit(QWidget &dialog)
{
    QLayout &layout = *dialog.layout();
    layout.activate();
    const int needed = layout.hasHeightForWidth() ? layout.totalHeightForWidth(dialog.width()) : dialog.sizeHint().height();
    if (needed > dialog.height())
        dialog.resize(dialog.width(), needed);
}

} // namespace shirase
