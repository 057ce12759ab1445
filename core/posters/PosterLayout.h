// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterFace.h"

#include <QLineF>
#include <QList>
#include <QPageLayout>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <QTransform>

#include <optional>

namespace shirase {

enum class PosterSize {
    A4,     ///< a page
    A5,     ///< the same page, smaller
    A5Pair, ///< two of these beside each other on an A4 sheet, to be cut apart
    Tent,   ///< an A4 sheet folded across: two faces, the upper one upside down
    Card,   ///< ten cards of 91 × 55 mm on an A4 sheet, to be cut apart
};

/// Where things stand on a sheet of one size, in millimetres from its corner (REQUIREMENTS S2). A sheet has
/// one or more places for posters, and a poster one or more faces. A value, usable in any thread.
class PosterLayout
{
public:
    explicit PosterLayout(PosterSize size)
        : m_size(size)
    {}

    /// "a4", "a5", "a5x2", "tent" or "card", as on the command line; nothing for another word.
    [[nodiscard]] static std::optional<PosterSize> sizeFromName(QStringView name);
    [[nodiscard]] static QString nameOf(PosterSize size);

    [[nodiscard]] PosterSize size() const { return m_size; }
    [[nodiscard]] QSizeF sheet() const;
    /// The same as a paper and its orientation, without margins: the faces have their own.
    [[nodiscard]] QPageLayout page() const;

    /// How many posters stand on a sheet.
    [[nodiscard]] int places() const;
    /// What all faces look like.
    [[nodiscard]] PosterFace face() const;
    /// From the face's millimetres to the sheet's, for each face of the poster at a place; the last is upright.
    [[nodiscard]] QList<QTransform> faces(int place) const;
    /// A part's box on the upright face of the first poster. Empty if this size has no such part.
    [[nodiscard]] QRectF box(PosterPart part) const;

    /// Where to cut, outside of the posters, and where to fold.
    [[nodiscard]] QList<QLineF> cropMarks() const;
    [[nodiscard]] QList<QLineF> foldMarks() const;

private:
    PosterSize m_size;
};

} // namespace shirase
