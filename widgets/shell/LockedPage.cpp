// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/LockedPage.h"

#include <QIcon>
#include <QPainter>

namespace shirase {

using namespace Qt::StringLiterals;

LockedPage::LockedPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"lockedPage"_s);
    setAccessibleName(tr("Nobody is logged in"));
}

void LockedPage::paintEvent(QPaintEvent *)
{
    constexpr int side = 96;
    QRect place(0, 0, side, side);
    place.moveCenter(rect().center());
    QPainter painter(this);
    painter.setOpacity(0.35);
    QIcon(u":/shirase/brand/shirase.svg"_s).paint(&painter, place);
}

} // namespace shirase
