// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/IconLabel.h"

#include "widgets/common/Icons.h"

#include <QEvent>
#include <QStyle>

namespace shirase {

IconLabel::IconLabel(const QString &name, int larger, QWidget *parent)
    : QLabel(parent)
    , m_larger(larger)
{
    present(name);
}

void IconLabel::present(const QString &name)
{
    m_name = name;
    draw();
}

void IconLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void IconLabel::draw()
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize) + m_larger;
    setPixmap(icons::own(m_name).pixmap(QSize(side, side), devicePixelRatioF()));
}

} // namespace shirase
