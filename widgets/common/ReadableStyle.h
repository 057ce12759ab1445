// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace shirase {

/// The desktop's own style. Only where that is Qt's "fusion", whose boxes to tick are outlined in hardly another colour than
/// the window, in dark palettes above all, they get an outline that is seen (WCAG 2.2 SC 1.4.11: 3:1).
class ReadableStyle : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
};

} // namespace shirase
