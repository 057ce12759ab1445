// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/TextFolding.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace shirase {

/// A text in which names are looked for: folded further, without spaces, dots and dashes inside of words, so
/// that "ラーメン　い・ろ・は" is found whatever its spacing. Knows where words of Latin letters begin and
/// end.
class NameText
{
public:
    explicit NameText(const FoldedText &folded);

    [[nodiscard]] const QString &text() const { return m_text.text(); }
    [[nodiscard]] TextSpan original(TextSpan place) const { return m_text.original(place); }
    /// Whether a name, itself such a text, stands in it as whole words.
    [[nodiscard]] bool contains(const QString &name) const;
    /// Whether a place neither begins nor ends within a word of Latin letters.
    [[nodiscard]] bool isWholeWords(TextSpan place) const;

private:
    FoldedText m_text;
    std::vector<bool> m_behindLatin; ///< a letter or digit of ASCII stands before it, without a space between
    std::vector<bool> m_beforeLatin;
};

/// Many names, looked for at once.
class NameIndex
{
public:
    /// A name of fewer characters is not looked for (REQUIREMENTS S5).
    static constexpr int fewestCharacters = 3;

    NameIndex() = default;
    /// @param unless names that occur in one of these texts are left out, so that a shop called あなた blocks
    /// nothing
    NameIndex(const QStringList &names, const std::vector<NameText> &unless);

    /// Where a name stands; of several at one place the longest.
    [[nodiscard]] std::vector<TextSpan> find(const NameText &text) const;

private:
    [[nodiscard]] qsizetype longestAt(const NameText &text, qsizetype offset) const;

    QHash<QString, QStringList> m_names; ///< folded, by their first characters
};

} // namespace shirase
