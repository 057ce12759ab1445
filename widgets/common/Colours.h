// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace shirase {

/// Colours made of the palette's, so that they hold in light and in dark windows. Contrasts are WCAG 2.2 ratios, 1 to 21.
namespace colours {

inline constexpr double visibleShape = 3; ///< success criterion 1.4.11: fields, marks, bars; text takes readableContrast

[[nodiscard]] double contrast(const QColor &one, const QColor &other);
/// @param share of the second colour, 0 to 1
[[nodiscard]] QColor mixed(const QColor &one, const QColor &other, double share);
/// The colour, made darker or lighter by no more than it takes to stand out from its ground.
[[nodiscard]] QColor standingOut(const QColor &colour, const QColor &ground, double least);
/// The ground of a sentence that wants attention; the window's text is read well on it.
[[nodiscard]] QColor note(const QPalette &palette);
/// The bars of a chart, and the outline of the field that has the focus.
[[nodiscard]] QColor bar(const QPalette &palette);

} // namespace colours

} // namespace shirase
