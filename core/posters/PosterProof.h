// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QCoreApplication>
#include <QImage>
#include <QList>
#include <QRectF>

#include <functional>

class QPainter;

namespace shirase {

/// Reads the codes of what was painted before anybody gets it, so that what is printed decodes (REQUIREMENTS
/// S2). Each is read twice: at 300 dots per inch, and as a phone sees it that has a poster or a card at the
/// same size in its picture: out of focus, tilted by 15° and at 40 % of the contrast. Works in any thread.
class PosterProof
{
    Q_DECLARE_TR_FUNCTIONS(PosterProof)

public:
    static constexpr int dotsPerInch = 300;

    /// Paints a sheet on a painter whose unit is the millimetre; called for every picture that is taken.
    using Painting = std::function<void(QPainter &)>;
    /// What has to be read where.
    struct Code
    {
        QRectF box; ///< millimetres from the sheet's corner
        QByteArray text;
    };

    /// Fails with Invalid if a code cannot be read or says something else.
    [[nodiscard]] static Result<> check(const Painting &painting, const QList<Code> &codes);
    /// The same for a code that stands alone in a picture.
    [[nodiscard]] static Result<> check(const QImage &picture, const QByteArray &text);

    /// The two pictures of one box.
    [[nodiscard]] static QImage asPrinted(const Painting &painting, const QRectF &box);
    [[nodiscard]] static QImage asPhoneSees(const Painting &painting, const QRectF &box);
};

} // namespace shirase
