// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/SideBar.h"

#include <QLocale>

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
    m_titles << title;
    updateGeometry();
}

void SideBar::setBadge(int page, int count, const QString &meaning)
{
    QListWidgetItem *entry = item(page);
    const QString text = count > 0 ? tr("%1 (%2)", "title of a page, and how much waits there")
                                         .arg(m_titles[page], QLocale().toString(count))
                                   : m_titles[page];
    QFont font = entry->font();
    font.setBold(count > 0);
    entry->setFont(font);
    entry->setText(text);
    entry->setToolTip(count > 0 ? meaning : QString());
    updateGeometry();
}

QSize SideBar::sizeHint() const
{
    return QSize(qMax(150, sizeHintForColumn(0) + roomPerTitle), 200);
}

} // namespace shirase
