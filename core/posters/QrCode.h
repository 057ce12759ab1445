// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QBitArray>
#include <QByteArray>
#include <QCoreApplication>
#include <QImage>
#include <QPainterPath>

class QPainter;
class QRectF;

namespace shirase {

/// A QR code: byte mode, error correction Q (a quarter of it may be dirty). An immutable value, usable in any
/// thread.
class QrCode
{
    Q_DECLARE_TR_FUNCTIONS(QrCode)

public:
    /// The white border that ISO/IEC 18004 §6.3.8 asks for, in modules.
    static constexpr int quietZone = 4;

    /// Fails with Invalid if there is nothing to encode or more than a code holds (1,663 bytes).
    [[nodiscard]] static Result<QrCode> encode(const QByteArray &data);

    /// Modules along one side, without the quiet zone.
    [[nodiscard]] int size() const { return m_size; }
    /// Whether the module in column x and row y is dark; false outside the symbol.
    [[nodiscard]] bool at(int x, int y) const;

    /// The dark area as closed outlines in units of modules, origin at the symbol's corner. Neighbouring
    /// modules share no edge in it, so that no viewer shows hairlines between them.
    [[nodiscard]] QPainterPath outline() const;
    /// The outline as the data of an SVG path, in the same units, filled by the even-odd rule.
    [[nodiscard]] QString svgPath() const;

    /// Paints the code with its quiet zone, black on white, as large as fits into the box and centred. On
    /// pixels, each module is a whole number of device pixels if the box is large enough; elsewhere it fills
    /// the box.
    void paint(QPainter &painter, const QRectF &box) const;

    /// The code with its quiet zone as a bilevel image. @param pixelsPerModule 1 to 100
    [[nodiscard]] QImage image(int pixelsPerModule) const;

    bool operator==(const QrCode &) const = default;

private:
    QrCode(int size, QBitArray modules)
        : m_size(size)
        , m_modules(std::move(modules))
    {}

    int m_size;
    QBitArray m_modules; ///< row by row
};

} // namespace shirase
