// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace shirase {

/// A place in a text, in UTF-16 units.
struct TextSpan
{
    qsizetype offset = 0;
    qsizetype length = 0;

    [[nodiscard]] qsizetype end() const { return offset + length; }
    bool operator==(const TextSpan &) const = default;
};

/// A text in a form in which the ways of writing the same thing are the same, and where each of its units
/// came from.
class FoldedText
{
public:
    /// NFKC without invisible characters and accents, lower case, katakana as hiragana, every kind of digit
    /// as ASCII, look-alike letters as Latin, and one kind each of dash (-), tilde (~), middle dot (・),
    /// slash (/), space and line break (\n). Kanji numerals stay: only their surroundings tell whether they
    /// count.
    [[nodiscard]] static FoldedText of(const QString &original);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] qsizetype size() const { return m_text.size(); }
    /// The unit at an index, or a line break outside of the text.
    [[nodiscard]] QChar at(qsizetype index) const;
    /// Where a part of the folded text stands in the original.
    [[nodiscard]] TextSpan original(TextSpan folded) const;

    /// Without spaces, except behind a full stop, where they tell a list's number from a decimal.
    [[nodiscard]] FoldedText withoutSpaces() const;
    /// Adds what stands at an index of another folded text, as a different character.
    void append(QChar unit, const FoldedText &source, qsizetype index);

private:
    void append(QStringView units, TextSpan origin);

    QString m_text;
    std::vector<TextSpan> m_origins; ///< one for each unit of the text
};

/// Characters that show nothing by themselves: zero-width ones, soft hyphens, fillers, variation selectors.
[[nodiscard]] bool isInvisible(char32_t c);

/// The kana that a folded text can hold, long-vowel mark included.
[[nodiscard]] bool isFoldedKana(QChar c);

/// Letters and digits of ASCII, in lower case.
[[nodiscard]] bool isAsciiWord(QChar c);

} // namespace shirase
