// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterLayout.h"

#include "core/foundation/EnumWords.h"

#include <algorithm>

namespace shirase {

namespace {

constexpr EnumWords<PosterSize, 5> names{{
    {PosterSize::A4, u"a4"},
    {PosterSize::A5, u"a5"},
    {PosterSize::A5Pair, u"a5x2"},
    {PosterSize::Tent, u"tent"},
    {PosterSize::Card, u"card"},
}};

constexpr QSizeF a4(210, 297);
constexpr QSizeF a5(148, 210);
constexpr int cardColumns = 2;
constexpr int cardRows = 5;

/// All cards of a sheet, in its middle.
QRectF cardsOn(const QSizeF &sheet)
{
    const QSizeF card = PosterFace::card().size;
    const QSizeF size(cardColumns * card.width(), cardRows * card.height());
    return {QPointF((sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2), size};
}

/// From the face of A4 to a rectangle on the sheet: as large as fits, in the middle.
QTransform pageWithin(const QRectF &room)
{
    const qreal scale = std::min(room.width() / a4.width(), room.height() / a4.height());
    QTransform transform;
    transform.translate(room.center().x() - a4.width() * scale / 2, room.center().y() - a4.height() * scale / 2);
    transform.scale(scale, scale);
    return transform;
}

QList<QTransform> tentFaces()
{
    const QSizeF face = PosterFace::tent().size;
    QTransform upper;
    upper.translate(face.width(), face.height());
    upper.rotate(180);
    return {upper, QTransform::fromTranslate(0, face.height())};
}

} // namespace

std::optional<PosterSize> PosterLayout::sizeFromName(QStringView name)
{
    return valueOf(names, name.toString().toLower());
}

QString PosterLayout::nameOf(PosterSize size)
{
    return wordOf(names, size);
}

QSizeF PosterLayout::sheet() const
{
    switch (m_size) {
    case PosterSize::A5:
        return a5;
    case PosterSize::A5Pair:
        return a4.transposed();
    default:
        return a4;
    }
}

QPageLayout PosterLayout::page() const
{
    const QPageSize paper(m_size == PosterSize::A5 ? QPageSize::A5 : QPageSize::A4);
    const bool isUpright = sheet().width() < sheet().height();
    QPageLayout page(paper, isUpright ? QPageLayout::Portrait : QPageLayout::Landscape, {});
    page.setMode(QPageLayout::FullPageMode);
    return page;
}

int PosterLayout::places() const
{
    switch (m_size) {
    case PosterSize::A5Pair:
        return 2;
    case PosterSize::Card:
        return cardColumns * cardRows;
    default:
        return 1;
    }
}

PosterFace PosterLayout::face() const
{
    switch (m_size) {
    case PosterSize::Tent:
        return PosterFace::tent();
    case PosterSize::Card:
        return PosterFace::card();
    default:
        return PosterFace::page();
    }
}

QList<QTransform> PosterLayout::faces(int place) const
{
    switch (m_size) {
    case PosterSize::A4:
        return {QTransform()};
    case PosterSize::A5:
        return {pageWithin(QRectF({}, a5))};
    case PosterSize::A5Pair: {
        const qreal half = sheet().width() / 2;
        return {pageWithin(QRectF(place * half, 0, half, sheet().height()))};
    }
    case PosterSize::Tent:
        return tentFaces();
    case PosterSize::Card: {
        const QPointF corner = cardsOn(sheet()).topLeft();
        const QSizeF card = PosterFace::card().size;
        const int column = place % cardColumns;
        const int row = place / cardColumns;
        return {QTransform::fromTranslate(corner.x() + column * card.width(), corner.y() + row * card.height())};
    }
    }
    return {};
}

QRectF PosterLayout::box(PosterPart part) const
{
    const QRectF box = face().box(part);
    return box.isEmpty() ? QRectF() : faces(0).last().mapRect(box);
}

QList<QLineF> PosterLayout::cropMarks() const
{
    const QSizeF paper = sheet();
    if (m_size == PosterSize::A5Pair) {
        const qreal middle = paper.width() / 2;
        return {{middle, 4, middle, 9}, {middle, paper.height() - 9, middle, paper.height() - 4}};
    }
    QList<QLineF> marks;
    if (m_size != PosterSize::Card)
        return marks;
    const QRectF cards = cardsOn(paper);
    const QSizeF card = PosterFace::card().size;
    constexpr qreal near = 1.5;
    constexpr qreal far = 6.5;
    for (int column = 0; column <= cardColumns; ++column) {
        const qreal x = cards.x() + column * card.width();
        marks << QLineF(x, cards.top() - far, x, cards.top() - near)
              << QLineF(x, cards.bottom() + near, x, cards.bottom() + far);
    }
    for (int row = 0; row <= cardRows; ++row) {
        const qreal y = cards.y() + row * card.height();
        marks << QLineF(cards.left() - far, y, cards.left() - near, y)
              << QLineF(cards.right() + near, y, cards.right() + far, y);
    }
    return marks;
}

QList<QLineF> PosterLayout::foldMarks() const
{
    if (m_size != PosterSize::Tent)
        return {};
    // At the edges only, so that nothing shows on the finished tent.
    const qreal fold = PosterFace::tent().size.height();
    return {{4, fold, 12, fold}, {sheet().width() - 12, fold, sheet().width() - 4, fold}};
}

} // namespace shirase
