// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/QrCode.h"

#include <QPaintEngine>
#include <QPainter>

#include <qrencode.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Directions on the grid of module corners, clockwise as y grows downwards.
constexpr std::array<QPoint, 4> steps{QPoint(1, 0), QPoint(0, 1), QPoint(-1, 0), QPoint(0, -1)};

/// The edges between dark and light, each with the dark module at its right hand.
class Edges
{
public:
    explicit Edges(const QrCode &code)
        : m_side(code.size() + 1)
        , m_leaving(size_t(m_side * m_side), 0)
    {
        for (int y = 0; y < code.size(); ++y) {
            for (int x = 0; x < code.size(); ++x) {
                if (!code.at(x, y))
                    continue;
                add(!code.at(x, y - 1), QPoint(x, y), 0);
                add(!code.at(x + 1, y), QPoint(x + 1, y), 1);
                add(!code.at(x, y + 1), QPoint(x + 1, y + 1), 2);
                add(!code.at(x - 1, y), QPoint(x, y + 1), 3);
            }
        }
    }

    /// Takes the closed line that leaves this corner eastwards, if there is one, as its turning points.
    QPolygonF takeLoop(QPoint start)
    {
        QPolygonF loop;
        QPoint corner = start;
        int direction = 0;
        while (take(corner, direction)) {
            if (loop.isEmpty())
                loop << corner;
            corner += steps[size_t(direction)];
            if (corner == start && !anyAt(corner))
                break;
            const int before = direction;
            // Where two dark modules touch at a corner only, turning right stays with the same module.
            for (const int turn : {1, 0, 3}) {
                if (has(corner, (before + turn) % 4)) {
                    direction = (before + turn) % 4;
                    break;
                }
            }
            if (direction != before)
                loop << corner;
        }
        return loop;
    }

private:
    [[nodiscard]] size_t index(QPoint corner) const { return size_t(corner.y()) * size_t(m_side) + size_t(corner.x()); }
    [[nodiscard]] bool anyAt(QPoint corner) const { return m_leaving[index(corner)] != 0; }
    [[nodiscard]] bool has(QPoint corner, int direction) const
    {
        return (m_leaving[index(corner)] & (1U << direction)) != 0;
    }
    void add(bool isEdge, QPoint corner, int direction)
    {
        if (isEdge)
            m_leaving[index(corner)] |= quint8(1U << direction);
    }
    bool take(QPoint corner, int direction)
    {
        const bool there = has(corner, direction);
        m_leaving[index(corner)] &= quint8(~(1U << direction));
        return there;
    }

    int m_side;
    std::vector<quint8> m_leaving; ///< per corner, a bit for each direction in which an edge leaves it
};

bool isAxisAligned(const QTransform &t)
{
    return t.isAffine() && ((qFuzzyIsNull(t.m12()) && qFuzzyIsNull(t.m21())) ||
                            (qFuzzyIsNull(t.m11()) && qFuzzyIsNull(t.m22())));
}

/// The square of the code with its quiet zone in the painter's coordinates; `modules` along its side.
QRectF squareIn(const QPainter &painter, const QRectF &box, int modules)
{
    const qreal side = std::min(box.width(), box.height());
    const QRectF square(box.center() - QPointF(side, side) / 2, QSizeF(side, side));
    const QTransform toDevice = painter.deviceTransform();
    if (painter.paintEngine()->type() != QPaintEngine::Raster || !isAxisAligned(toDevice))
        return square;
    const QRectF device = toDevice.mapRect(square);
    // The tolerance takes up the rounding of the transformation.
    const qreal pixels = std::floor(std::min(device.width(), device.height()) / modules + 1e-6);
    if (pixels < 1)
        return square;
    const qreal snappedSide = pixels * modules;
    const QPointF corner(std::round(device.center().x() - snappedSide / 2),
                         std::round(device.center().y() - snappedSide / 2));
    return toDevice.inverted().mapRect(QRectF(corner, QSizeF(snappedSide, snappedSide)));
}

} // namespace

Result<QrCode> QrCode::encode(const QByteArray &data)
{
    if (data.isEmpty())
        return fail(ErrorCode::Invalid,
                    tr("There is nothing to put into the QR code. Please give an address."));
    // encodeData, unlike encodeString, takes every byte as it is: byte mode whatever the text.
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(data.size()), reinterpret_cast<const unsigned char *>(data.constData()), 0,
                          QR_ECLEVEL_Q),
        &QRcode_free);
    if (!code) {
        return fail(ErrorCode::Invalid,
                    tr("The address is too long for a QR code. Please set a shorter public address."),
                    u"QRcode_encodeData: %1 bytes"_s.arg(data.size()));
    }
    QBitArray modules(code->width * code->width);
    for (qsizetype i = 0; i < modules.size(); ++i)
        modules.setBit(i, (code->data[i] & 1) != 0);
    return QrCode(code->width, modules);
}

bool QrCode::at(int x, int y) const
{
    return x >= 0 && y >= 0 && x < m_size && y < m_size && m_modules.testBit(y * m_size + x);
}

QPainterPath QrCode::outline() const
{
    Edges edges(*this);
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (int y = 0; y <= m_size; ++y) {
        for (int x = 0; x <= m_size; ++x) {
            const QPolygonF loop = edges.takeLoop(QPoint(x, y));
            if (!loop.isEmpty()) {
                path.addPolygon(loop);
                path.closeSubpath();
            }
        }
    }
    return path;
}

QString QrCode::svgPath() const
{
    const QPainterPath path = outline();
    QString data;
    QPoint last;
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        const QPoint corner(qRound(element.x), qRound(element.y));
        if (element.isMoveTo())
            data += u"M%1 %2"_s.arg(corner.x()).arg(corner.y());
        else if (corner.x() != last.x())
            data += u"h%1"_s.arg(corner.x() - last.x());
        else if (corner.y() != last.y())
            data += u"v%1"_s.arg(corner.y() - last.y());
        last = corner;
    }
    return data;
}

void QrCode::paint(QPainter &painter, const QRectF &box) const
{
    const int modules = m_size + 2 * quietZone;
    const QRectF square = squareIn(painter, box, modules);
    QTransform place;
    place.translate(square.x(), square.y());
    place.scale(square.width() / modules, square.height() / modules);
    place.translate(quietZone, quietZone);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, !isAxisAligned(painter.deviceTransform()));
    painter.fillRect(square, Qt::white);
    painter.fillPath(place.map(outline()), Qt::black);
    painter.restore();
}

QImage QrCode::image(int pixelsPerModule) const
{
    const int scale = std::clamp(pixelsPerModule, 1, 100);
    const int side = (m_size + 2 * quietZone) * scale;
    QImage image(side, side, QImage::Format_Mono);
    image.setColorTable({qRgb(255, 255, 255), qRgb(0, 0, 0)});
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            image.setPixel(x, y, at(x / scale - quietZone, y / scale - quietZone) ? 1 : 0);
    }
    return image;
}

} // namespace shirase
