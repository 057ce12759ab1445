// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <optional>

class QPainter;

namespace shirase {

enum class PosterSize {
    A4,   ///< a page
    A5,   ///< the same page, smaller
    Tent, ///< an A4 sheet folded across: two faces, the upper one upside down
    Card, ///< ten cards of 91 × 55 mm on an A4 sheet, with crop marks
};

/// The parts of a poster, each in a box of its own.
enum class PosterPart { Header, Headline, Purpose, Code, Name, CheckCode, Steps, GenuineMail, Foot };

/// Where things stand on a poster of one size (REQUIREMENTS S2). The sheet is painted once, in millimetres: a
/// printer, a PDF, a picture and the screen differ only in the painter's scale. A value, usable in any
/// thread.
class PosterLayout
{
public:
    explicit PosterLayout(PosterSize size)
        : m_size(size)
    {}

    /// "a4", "a5", "tent" or "card", as on the command line; nothing for another word.
    [[nodiscard]] static std::optional<PosterSize> sizeFromName(QStringView name);
    [[nodiscard]] static QString nameOf(PosterSize size);

    [[nodiscard]] PosterSize size() const { return m_size; }
    /// The sheet, upright, in millimetres.
    [[nodiscard]] QSizeF sheet() const;
    /// A part's box on the sheet in millimetres: on a tent, of the lower face; on cards, of the first. Empty
    /// if this size has no such part.
    [[nodiscard]] QRectF box(PosterPart part) const;

    /// Paints one sheet. The painter's unit is the millimetre, its origin the sheet's corner. Paints no code
    /// if the address is too long for one: PosterFile and QrCode::encode say so.
    void paint(QPainter &painter, const PosterContent &content) const;

private:
    PosterSize m_size;
};

} // namespace shirase
