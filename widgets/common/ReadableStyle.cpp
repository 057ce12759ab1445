// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ReadableStyle.h"

#include <QPainter>
#include <QStyleOption>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// Half-way between the window and its text, which is read well.
QColor outline(const QPalette &palette)
{
    const QColor text = palette.color(QPalette::WindowText);
    const QColor window = palette.color(QPalette::Window);
    return QColor((text.red() + window.red()) / 2, (text.green() + window.green()) / 2, (text.blue() + window.blue()) / 2);
}

} // namespace

void ReadableStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox;
    const bool showsFocus = option->state.testFlags(State_HasFocus | State_KeyboardFocusChange); // in its own colour
    if ((!isBox && element != PE_IndicatorRadioButton) || showsFocus || baseStyle()->name() != u"fusion"_s)
        return;
    painter->save();
    painter->setPen(outline(option->palette));
    painter->setBrush(Qt::NoBrush);
    // Where fusion has its own line.
    const QRectF edge = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (isBox) {
        painter->drawRect(edge);
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawEllipse(edge);
    }
    painter->restore();
}

} // namespace shirase
