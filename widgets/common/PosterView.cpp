// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PosterView.h"

#include <QPainter>

namespace shirase {

using namespace Qt::StringLiterals;

PosterView::PosterView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PosterView::present(PosterSize size, const QList<PosterContent> &posters)
{
    if (m_renderer->layout().size() == size && m_posters == posters)
        return;
    if (m_renderer->layout().size() != size)
        m_renderer.emplace(PosterLayout(size));
    m_posters = posters;
    m_picture = {};
    setAccessibleName(description());
    update();
}

QString PosterView::description() const
{
    QStringList names;
    for (const PosterContent &poster : m_posters)
        names << tr("Poster of %1, check code %2").arg(poster.facilityName, poster.checkCode);
    names.removeDuplicates();
    return names.join(u"; "_s);
}

void PosterView::clear()
{
    m_posters.clear();
    m_picture = {};
    setAccessibleName({});
    update();
}

QRectF PosterView::sheetRect() const
{
    constexpr int room = 4; // for the sheet's edge
    const QRectF inside = QRectF(rect()).adjusted(room, room, -room, -room);
    const QSizeF size = m_renderer->layout().sheet().scaled(inside.size(), Qt::KeepAspectRatio);
    QRectF sheet(QPointF(0, 0), size);
    sheet.moveCenter(inside.center());
    return sheet;
}

void PosterView::paintEvent(QPaintEvent *)
{
    if (m_posters.isEmpty())
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

QPixmap PosterView::picture(const QSize &size)
{
    QPixmap pixmap(size);
    pixmap.fill(Qt::white);
    QPainter painter(&pixmap);
    const QSizeF sheet = m_renderer->layout().sheet();
    painter.scale(size.width() / sheet.width(), size.height() / sheet.height());
    m_renderer->paint(painter, m_posters);
    return pixmap;
}

} // namespace shirase
