// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterView.h"

#include <QPainter>

namespace shirase {

PosterView::PosterView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PosterView::present(const PosterContent &content)
{
    setAccessibleName(tr("Poster of %1, check code %2").arg(content.facilityName, content.checkCode));
    if (m_content == content)
        return;
    m_content = content;
    m_picture = {};
    update();
}

void PosterView::setPosterSize(PosterSize size)
{
    m_layout = PosterLayout(size);
    m_picture = {};
    update();
}

void PosterView::clear()
{
    m_content.reset();
    m_picture = {};
    setAccessibleName({});
    update();
}

QRectF PosterView::sheetRect() const
{
    constexpr int room = 4; // for the sheet's edge
    const QRectF inside = QRectF(rect()).adjusted(room, room, -room, -room);
    const QSizeF size = m_layout.sheet().scaled(inside.size(), Qt::KeepAspectRatio);
    QRectF sheet(QPointF(0, 0), size);
    sheet.moveCenter(inside.center());
    return sheet;
}

void PosterView::paintEvent(QPaintEvent *)
{
    if (!m_content)
        return;
    const QRectF sheet = sheetRect();
    const QSize pixels = (sheet.size() * devicePixelRatioF()).toSize();
    if (pixels.isEmpty())
        return;
    if (m_picture.size() != pixels)
        m_picture = picture(pixels);
    QPainter painter(this);
    painter.drawPixmap(sheet, m_picture, QRectF(m_picture.rect()));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(sheet);
}

QPixmap PosterView::picture(const QSize &size) const
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    painter.scale(size.width() / m_layout.sheet().width(), size.height() / m_layout.sheet().height());
    m_layout.paint(painter, *m_content);
    return pixmap;
}

} // namespace shirase
