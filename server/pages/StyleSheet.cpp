// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/StyleSheet.h"

#include "server/pages/LeanFiles.h"

#include <cmath>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QColor darkWash(0x1e, 0x2b,
                          0x45); // --key-wash of the dark mode, the lightest ground under the accent
constexpr double readable = 6.0; // WCAG asks for 4.5
constexpr float step = 0.02F;

double linear(float channel)
{
    return channel <= 0.04045F ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QByteArray cssIn(const QColor &accent)
{
    return lean::resource(u":/shirase/pages/style.css"_s) + ":root{--accent:" + accent.name().toLatin1() +
           ";--accent-on-dark:" + StyleSheet::onDark(accent).name().toLatin1() + "}\n";
}

} // namespace

StyleSheet::StyleSheet(const QColor &accent)
    : m_file(u"/style.css"_s, "text/css; charset=utf-8", cssIn(accent))
{}

QColor StyleSheet::onDark(QColor accent)
{
    while ((luminance(accent) + 0.05) / (luminance(darkWash) + 0.05) < readable &&
           accent.lightnessF() < 1.0F) {
        const QColor hsl = accent.toHsl();
        accent = QColor::fromHslF(std::max(hsl.hslHueF(), 0.0F), hsl.hslSaturationF(),
                                  std::min(hsl.lightnessF() + step, 1.0F));
    }
    return accent;
}

} // namespace shirase
