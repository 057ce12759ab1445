// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterLayout.h"

#include "core/posters/PosterFace.h"
#include "core/posters/PosterPainter.h"

#include <QPainter>

#include <algorithm>
#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<PosterSize, QLatin1StringView>, 4> names{{
    {PosterSize::A4, QLatin1StringView("a4")},
    {PosterSize::A5, QLatin1StringView("a5")},
    {PosterSize::Tent, QLatin1StringView("tent")},
    {PosterSize::Card, QLatin1StringView("card")},
}};

constexpr QSizeF a4(210, 297);
constexpr QSizeF a5(148, 210);
constexpr int cardColumns = 2;
constexpr int cardRows = 5;
constexpr qreal hairline = 0.1; // millimetres

/// Where the first card of the sheet stands.
QPointF cardsOrigin(const PosterFace &card)
{
    return {(a4.width() - cardColumns * card.size.width()) / 2,
            (a4.height() - cardRows * card.size.height()) / 2};
}

/// From the face of A4 to the sheet of A5: as large as fits, in the middle.
QTransform a5Transform()
{
    const qreal scale = std::min(a5.width() / a4.width(), a5.height() / a4.height());
    QTransform transform;
    transform.translate((a5.width() - a4.width() * scale) / 2, (a5.height() - a4.height() * scale) / 2);
    transform.scale(scale, scale);
    return transform;
}

void paintTent(QPainter &painter, const PosterContent &content)
{
    const PosterFace face = PosterFace::tent();
    PosterPainter faces(painter, content);
    painter.save();
    painter.translate(face.size.width(), face.size.height());
    painter.rotate(180);
    faces.paint(face);
    painter.restore();
    painter.save();
    painter.translate(0, face.size.height());
    faces.paint(face);
    painter.restore();
    // Where to fold: at the edges only, so that nothing shows on the finished tent.
    painter.setPen(QPen(Qt::gray, 0.2, Qt::DashLine));
    const qreal fold = face.size.height();
    painter.drawLine(QLineF(4, fold, 12, fold));
    painter.drawLine(QLineF(a4.width() - 12, fold, a4.width() - 4, fold));
}

void paintCropMarks(QPainter &painter, const PosterFace &card)
{
    const QRectF cards(cardsOrigin(card),
                       QSizeF(cardColumns * card.size.width(), cardRows * card.size.height()));
    painter.setPen(QPen(Qt::black, hairline));
    constexpr qreal near = 1.5;
    constexpr qreal far = 6.5;
    for (int column = 0; column <= cardColumns; ++column) {
        const qreal x = cards.x() + column * card.size.width();
        painter.drawLine(QLineF(x, cards.top() - far, x, cards.top() - near));
        painter.drawLine(QLineF(x, cards.bottom() + near, x, cards.bottom() + far));
    }
    for (int row = 0; row <= cardRows; ++row) {
        const qreal y = cards.y() + row * card.size.height();
        painter.drawLine(QLineF(cards.left() - far, y, cards.left() - near, y));
        painter.drawLine(QLineF(cards.right() + near, y, cards.right() + far, y));
    }
}

void paintCards(QPainter &painter, const PosterContent &content)
{
    const PosterFace card = PosterFace::card();
    PosterPainter cards(painter, content);
    for (int row = 0; row < cardRows; ++row) {
        for (int column = 0; column < cardColumns; ++column) {
            painter.save();
            painter.translate(cardsOrigin(card) +
                              QPointF(column * card.size.width(), row * card.size.height()));
            cards.paint(card);
            painter.restore();
        }
    }
    paintCropMarks(painter, card);
}

} // namespace

std::optional<PosterSize> PosterLayout::sizeFromName(QStringView name)
{
    const auto found = std::find_if(names.begin(), names.end(), [name](const auto &entry) {
        return name.compare(entry.second, Qt::CaseInsensitive) == 0;
    });
    if (found == names.end())
        return std::nullopt;
    return found->first;
}

QString PosterLayout::nameOf(PosterSize size)
{
    return names[size_t(size)].second;
}

QSizeF PosterLayout::sheet() const
{
    return m_size == PosterSize::A5 ? a5 : a4;
}

QRectF PosterLayout::box(PosterPart part) const
{
    switch (m_size) {
    case PosterSize::A4:
        return PosterFace::page().box(part);
    case PosterSize::A5:
        return a5Transform().mapRect(PosterFace::page().box(part));
    case PosterSize::Tent: {
        const PosterFace face = PosterFace::tent();
        return face.box(part).isEmpty() ? QRectF() : face.box(part).translated(0, face.size.height());
    }
    case PosterSize::Card: {
        const PosterFace face = PosterFace::card();
        return face.box(part).isEmpty() ? QRectF() : face.box(part).translated(cardsOrigin(face));
    }
    }
    return {};
}

void PosterLayout::paint(QPainter &painter, const PosterContent &content) const
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    switch (m_size) {
    case PosterSize::A5:
        painter.setTransform(a5Transform(), true);
        [[fallthrough]];
    case PosterSize::A4:
        PosterPainter(painter, content).paint(PosterFace::page());
        break;
    case PosterSize::Tent:
        paintTent(painter, content);
        break;
    case PosterSize::Card:
        paintCards(painter, content);
        break;
    }
    painter.restore();
}

} // namespace shirase
