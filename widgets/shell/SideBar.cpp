// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/SideBar.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {
constexpr int iconSide = 22;
constexpr int roomPerRow = 18;
constexpr int roomPerTitle = 36;
constexpr int margin = 6;
} // namespace

SideBar::SideBar(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"sideBar"_s);
    setAccessibleName(tr("Pages"));
    setIconSize(QSize(iconSide, iconSide));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setViewportMargins(margin, margin, margin, margin);
}

void SideBar::addPage(const QIcon &icon, const QString &title)
{
    auto *item = new QListWidgetItem(icon, title, this);
    item->setSizeHint(QSize(0, qMax(iconSide, fontMetrics().height()) + roomPerRow));
    updateGeometry();
}

QSize SideBar::sizeHint() const
{
    return QSize(qMax(150, sizeHintForColumn(0) + roomPerTitle), 200);
}

} // namespace shirase
