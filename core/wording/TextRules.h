// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/TextFolding.h"

#include <QRegularExpression>

#include <functional>
#include <optional>
#include <vector>

/// The rules of REQUIREMENTS S5, each a function from a text to the places that break it, in the original
/// text and in no order. Each takes time in proportion to the length of the text: repetitions are bounded.
namespace shirase::textRules {

using Spans = std::vector<TextSpan>;

/// A text in the forms that the rules read.
struct Views
{
    explicit Views(const QString &text);

    QString original;
    FoldedText plain; ///< with its spaces, for languages that part words by them
    FoldedText tight; ///< without
    bool korean = false;
};

/// Everything that a program might make a link of: schemes, www, domains in any script, IP addresses, and how
/// people disguise them.
[[nodiscard]] Spans links(const Views &views);
/// Mail addresses, every @, and the words and brackets that stand for it.
[[nodiscard]] Spans mailAddresses(const Views &views);
/// Numbers to call, in digits of any kind or in words. Any number of seven digits counts, unless it is an
/// amount.
[[nodiscard]] Spans phoneNumbers(const Views &views);
/// Days, months, weekdays of a certain week, and times of day. Not durations ("14日間"), and not a year by
/// itself.
[[nodiscard]] Spans dates(const Views &views);
/// The part of dates() for English.
[[nodiscard]] Spans englishDates(const Views &views);
/// Curly braces of any width: what is between them was meant as a placeholder that nobody fills.
[[nodiscard]] Spans braces(const Views &views);
/// Control characters, and those that turn the reading direction.
[[nodiscard]] Spans controls(const QString &text, bool oneLine);
/// Characters that show nothing.
[[nodiscard]] Spans invisibles(const QString &text);

/// What a match has to satisfy beyond its pattern.
using Condition = std::function<bool(const QRegularExpressionMatch &)>;

/// Adds the original place of each match of a pattern, or of its group "place" if it has one.
void addMatches(Spans &spans, const FoldedText &text, const QRegularExpression &pattern,
                const Condition &condition = {});

/// The value of a folded number: "22", "二十二", "二二", "廿二", "元". Nothing if it is none or has no sense.
[[nodiscard]] std::optional<int> numeralValue(QStringView numeral);

/// 0 to 9 for a kanji digit, a large circle included; -1 for others.
[[nodiscard]] int kanjiDigit(QChar c);

} // namespace shirase::textRules
