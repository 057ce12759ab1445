// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterAssets.h"
#include "core/posters/PosterContent.h"
#include "core/posters/PosterLayout.h"

#include <QList>

class QPainter;

namespace shirase {

/// Paints sheets of posters, once for every device: a printer, a PDF, a picture and the screen differ only in
/// the painter's scale. Keeps from sheet to sheet what they have in common. For one thread.
class PosterRenderer
{
public:
    explicit PosterRenderer(PosterLayout layout)
        : m_layout(layout)
    {}

    [[nodiscard]] const PosterLayout &layout() const { return m_layout; }

    /// Paints one sheet. The painter's unit is the millimetre, its origin the sheet's corner. Paints no code
    /// if the address is too long for one: QrCode::encode says so.
    /// @param posters one for each place that is taken
    void paint(QPainter &painter, const QList<PosterContent> &posters);
    /// The same poster at every place.
    void paint(QPainter &painter, const PosterContent &poster)
    {
        paint(painter, QList<PosterContent>(m_layout.places(), poster));
    }

private:
    void paintMarks(QPainter &painter) const;

    PosterLayout m_layout;
    PosterAssets m_assets;
};

} // namespace shirase
