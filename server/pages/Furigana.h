// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Readings above Chinese characters, which the texts of やさしい日本語 have: "登録《とうろく》する", and with "｜"
/// where they belong to more than the Chinese characters before them: "｜1人《ひとり》で".
namespace shirase::furigana {

/// The text with its readings marked by characters of Unicode's private use area, which nobody types: the name
/// of a place may have 《 in it.
[[nodiscard]] QString marked(const QString &text);

/// Whether a text has marked readings.
[[nodiscard]] bool isMarked(const QString &text);

/// A marked text without its readings.
[[nodiscard]] QString withoutReadings(const QString &text);

/// A page (UTF-8) with marked readings as <ruby>, before which no line ends within a word; its title and attributes,
/// which have no markup, without them.
[[nodiscard]] QByteArray asRuby(const QByteArray &html);

} // namespace shirase::furigana
