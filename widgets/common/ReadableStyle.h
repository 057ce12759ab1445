// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace shirase {

/// The desktop's own style. Rows of lists and tables are high enough to be hit (WCAG 2.2 SC 2.5.8), and dialogs have one gap
/// above their buttons. The rest is only for Qt's "fusion", which no desktop has chosen: fields, boxes to tick and frames are
/// outlined in a colour that is seen in dark palettes too (SC 1.4.11: 3:1), what is selected is read well (SC 1.4.3), a field
/// that cannot be typed in looks so, and its coloured bitmaps make room for icons that suit the window's, at any resolution.
class ReadableStyle : public QProxyStyle
{
    Q_OBJECT
public:
    using QProxyStyle::QProxyStyle;

    static constexpr int leastRow = 24; ///< logical pixels, as the criterion has it

    void polish(QWidget *widget) override;
    void polish(QPalette &palette) override;
    [[nodiscard]] QIcon standardIcon(StandardPixmap icon, const QStyleOption *option = nullptr,
                                     const QWidget *widget = nullptr) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                                QStyleHintReturn *answer = nullptr) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                                  const QWidget *widget = nullptr) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                         const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;

    using QProxyStyle::polish;

private:
    [[nodiscard]] bool isFusion() const;
};

} // namespace shirase
