// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Colours.h"

#include "core/settings/SettingCheck.h"

#include <algorithm>

namespace shirase {

namespace {

constexpr QColor amber(0xff, 0xb3, 0x00);
constexpr double noteShare = 0.2;
constexpr int shades = 50; ///< between a colour and black or white

} // namespace

double colours::contrast(const QColor &one, const QColor &other)
{
    const double ratio = contrastOnWhite(one) / contrastOnWhite(other);
    return std::max(ratio, 1 / ratio);
}

QColor colours::mixed(const QColor &one, const QColor &other, double share)
{
    const auto between = [share](int from, int to) { return qRound(from + (to - from) * share); };
    return QColor(between(one.red(), other.red()), between(one.green(), other.green()), between(one.blue(), other.blue()));
}

QColor colours::standingOut(const QColor &colour, const QColor &ground, double least)
{
    const QColor away = contrast(Qt::black, ground) > contrast(Qt::white, ground) ? Qt::black : Qt::white;
    QColor shade = colour;
    for (int i = 1; i <= shades && contrast(shade, ground) < least; ++i)
        shade = mixed(colour, away, double(i) / shades);
    return shade;
}

QColor colours::note(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), amber, noteShare);
}

QColor colours::bar(const QPalette &palette)
{
    return standingOut(palette.color(QPalette::Highlight), palette.color(QPalette::Window), visibleShape);
}

} // namespace shirase
