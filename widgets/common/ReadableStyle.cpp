// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ReadableStyle.h"

#include "core/settings/SettingCheck.h"
#include "widgets/common/Colours.h"
#include "widgets/common/Icons.h"

#include <QAbstractScrollArea>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int gapAboveButtons = 10; // with the spacing of the layout
constexpr int besideWords = 16;     // of a dialog's buttons, which have no icons
constexpr double faintShape = 1.7;  // of what is no control, such as a card
constexpr double thinShape = 4;     // of a circle: what is drawn between two pixels is half as strong
constexpr qreal roundness = 2;

QColor outline(const QPalette &palette, double least)
{
    const QColor window = palette.color(QPalette::Window);
    return colours::standingOut(window, window, least);
}

/// Something to type in, to choose in or to scroll, rather than a frame around a few labels.
bool isControl(const QWidget *widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget) && widget->focusPolicy() != Qt::NoFocus;
}

bool canBeTypedIn(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_Enabled) && !option.state.testFlag(QStyle::State_ReadOnly);
}

/// Of a box to tick: its focus has a colour of its own.
bool showsFocus(const QStyleOption &option)
{
    return option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

QColor fieldOutline(const QStyleOption &option)
{
    if (option.state.testFlag(QStyle::State_HasFocus))
        return colours::bar(option.palette);
    return outline(option.palette, canBeTypedIn(option) ? colours::visibleShape : faintShape);
}

enum class Shape { Box, RoundedBox, Circle };

// Where fusion has its own line.
void drawOutline(QPainter &painter, const QRect &rect, const QColor &colour, Shape shape)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, shape != Shape::Box);
    painter.setPen(colour);
    painter.setBrush(Qt::NoBrush);
    const QRectF edge = QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (shape == Shape::Box)
        painter.drawRect(edge);
    else if (shape == Shape::RoundedBox)
        painter.drawRoundedRect(edge, roundness, roundness);
    else
        painter.drawEllipse(edge);
    painter.restore();
}

} // namespace

bool ReadableStyle::isFusion() const
{
    return baseStyle()->name() == u"fusion"_s;
}

void ReadableStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QDialogButtonBox *>(widget))
        widget->setContentsMargins(0, gapAboveButtons, 0, 0);
    if (widget->inherits("QTipLabel"))
        static_cast<QLabel *>(widget)->setTextFormat(Qt::PlainText); // it may say a name that anybody has registered
}

void ReadableStyle::polish(QPalette &palette)
{
    QProxyStyle::polish(palette);
    if (!isFusion())
        return;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive}) {
        palette.setColor(group, QPalette::Highlight,
                         colours::standingOut(palette.color(group, QPalette::Highlight),
                                              palette.color(group, QPalette::HighlightedText), readableContrast));
    }
}

QIcon ReadableStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (!isFusion())
        return QProxyStyle::standardIcon(icon, option, widget);
    switch (icon) {
    case SP_MessageBoxQuestion:
        return icons::themed(u"dialog-question"_s, u"help"_s);
    case SP_MessageBoxWarning:
        return icons::themed(u"dialog-warning"_s, u"warning"_s);
    case SP_MessageBoxCritical:
        return icons::themed(u"dialog-error"_s, u"problem"_s);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

int ReadableStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *answer) const
{
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons && isFusion())
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, answer);
}

int ReadableStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    const int pixels = QProxyStyle::pixelMetric(metric, option, widget);
    return metric == PM_HeaderDefaultSectionSizeVertical ? std::max(pixels, leastRow) : pixels;
}

QSize ReadableStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                      const QWidget *widget) const
{
    const QSize needed = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ItemViewItem)
        return needed.expandedTo({0, leastRow});
    const bool isDialogButton = type == CT_PushButton && widget && qobject_cast<const QDialogButtonBox *>(widget->parentWidget());
    return isDialogButton && isFusion() ? needed + QSize(besideWords, 0) : needed;
}

void ReadableStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const
{
    if (!isFusion())
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    const auto *panel = element == PE_PanelLineEdit ? qstyleoption_cast<const QStyleOptionFrame *>(option) : nullptr;
    if (panel && panel->lineWidth > 0 && !canBeTypedIn(*option)) {
        QStyleOptionFrame still = *panel;
        still.palette.setBrush(QPalette::Base, option->palette.window());
        return QProxyStyle::drawPrimitive(element, &still, painter, widget);
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_IndicatorCheckBox:
        if (!showsFocus(*option))
            drawOutline(*painter, option->rect, outline(option->palette, colours::visibleShape), Shape::Box);
        return;
    case PE_IndicatorRadioButton:
        if (!showsFocus(*option))
            drawOutline(*painter, option->rect, outline(option->palette, thinShape), Shape::Circle);
        return;
    case PE_FrameLineEdit:
        drawOutline(*painter, option->rect, fieldOutline(*option), Shape::RoundedBox);
        return;
    case PE_Frame:
        if (!(widget && widget->inherits("QComboBoxPrivateContainer"))) // which is a menu's
            drawOutline(*painter, option->rect,
                        outline(option->palette, isControl(widget) ? colours::visibleShape : faintShape), Shape::Box);
        return;
    default:
        return;
    }
}

void ReadableStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                       const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    if (!isFusion() || !option->state.testFlag(State_Enabled))
        return;
    const auto *box = control == CC_ComboBox ? qstyleoption_cast<const QStyleOptionComboBox *>(option) : nullptr;
    const auto *spin = control == CC_SpinBox ? qstyleoption_cast<const QStyleOptionSpinBox *>(option) : nullptr;
    if ((box && box->editable && box->frame) || (spin && spin->frame))
        drawOutline(*painter, option->rect, fieldOutline(*option), Shape::RoundedBox);
}

} // namespace shirase
