// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterRenderer.h"

#include "core/posters/PosterPainter.h"

#include <QPainter>

#include <algorithm>

namespace shirase {

namespace {

constexpr qreal hairline = 0.1; // millimetres
constexpr qreal unbounded = 1e6;

/// What of the sheet the device will show, in the painter's units; where only a piece of a sheet is looked at,
/// the rest need not be set and painted.
QRectF visibleTo(const QPainter &painter)
{
    const QPaintDevice &device = *painter.device();
    const QRectF pixels(QPointF(), QSizeF(device.width(), device.height()));
    if (pixels.isEmpty()) // a recording, which grows as it is painted on
        return {QPointF(-unbounded, -unbounded), QPointF(unbounded, unbounded)};
    return painter.deviceTransform().inverted().mapRect(pixels);
}

} // namespace

void PosterRenderer::paint(QPainter &painter, const QList<PosterContent> &posters)
{
    const PosterFace face = m_layout.face();
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing |
                           QPainter::SmoothPixmapTransform);
    for (int place = 0; place < std::min(int(posters.size()), m_layout.places()); ++place) {
        PosterPainter poster(painter, posters[place], m_assets);
        const QList<QTransform> faces = m_layout.faces(place);
        for (const QTransform &toSheet : faces) {
            painter.save();
            painter.setTransform(toSheet, true);
            poster.paint(face, visibleTo(painter));
            painter.restore();
        }
    }
    paintMarks(painter);
    painter.restore();
}

void PosterRenderer::paintMarks(QPainter &painter) const
{
    painter.setPen(QPen(Qt::black, hairline));
    painter.drawLines(m_layout.cropMarks());
    painter.setPen(QPen(Qt::gray, 2 * hairline, Qt::DashLine));
    painter.drawLines(m_layout.foldMarks());
}

} // namespace shirase
