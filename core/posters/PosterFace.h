// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>

#include <array>

namespace shirase {

/// The parts of a poster, each in a box of its own.
enum class PosterPart { Header, Headline, Purpose, Code, Name, CheckCode, Steps, GenuineMail, Foot };

/// One face of a poster: the boxes of its parts, in millimetres from the face's corner.
struct PosterFace
{
    QSizeF size;
    qreal type = 1;              ///< type sizes and gaps, as a share of those on A4
    bool brief = false;          ///< no room for explanations
    std::array<QRectF, 9> boxes; ///< by PosterPart; an empty one leaves its part out

    [[nodiscard]] QRectF box(PosterPart part) const { return boxes[size_t(part)]; }

    [[nodiscard]] static PosterFace page(); ///< A4, 210 × 297
    [[nodiscard]] static PosterFace tent(); ///< half of A4, 210 × 148.5
    [[nodiscard]] static PosterFace card(); ///< 91 × 55
};

} // namespace shirase
