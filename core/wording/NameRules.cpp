// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/NameRules.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// What people put between the letters of a name. Not what ends a sentence or a part of one.
bool isSpacing(QChar c)
{
    return c.isSpace() || u"-・.'_~*/|"_s.contains(c);
}

// Names in full, such as "☆☆☆", may consist of nothing else.
bool isOnlySpacing(const QString &text)
{
    return std::ranges::all_of(text, isSpacing);
}

} // namespace

NameText::NameText(const FoldedText &folded)
{
    const bool keepsAll = isOnlySpacing(folded.text());
    for (qsizetype i = 0; i < folded.size(); ++i) {
        const QChar c = folded.at(i);
        // Many write a dash for the long-vowel mark.
        const bool longVowel = c == u'-' && isFoldedKana(folded.at(i - 1));
        if (isSpacing(c) && !longVowel && !keepsAll)
            continue;
        m_text.append(longVowel ? QChar(u'ー') : c, folded, i);
        m_behindLatin.push_back(isAsciiWord(folded.at(i - 1)));
        m_beforeLatin.push_back(isAsciiWord(folded.at(i + 1)));
    }
}

bool NameText::isWholeWords(TextSpan place) const
{
    const QString &text = m_text.text();
    const bool cutBefore = isAsciiWord(text[place.offset]) && m_behindLatin[size_t(place.offset)];
    const bool cutAfter = isAsciiWord(text[place.end() - 1]) && m_beforeLatin[size_t(place.end() - 1)];
    return !cutBefore && !cutAfter;
}

bool NameText::contains(const QString &name) const
{
    for (qsizetype i = text().indexOf(name); i >= 0; i = text().indexOf(name, i + 1)) {
        if (isWholeWords({i, name.size()}))
            return true;
    }
    return false;
}

NameIndex::NameIndex(const QStringList &names, const std::vector<NameText> &unless)
{
    for (const QString &name : names) {
        const QString folded = NameText(FoldedText::of(name)).text();
        const auto occurs = [&](const NameText &text) { return text.contains(folded); };
        if (folded.toUcs4().size() >= fewestCharacters && std::ranges::none_of(unless, occurs))
            m_names[folded.first(fewestCharacters)].append(folded);
    }
}

qsizetype NameIndex::longestAt(const NameText &text, qsizetype offset) const
{
    qsizetype longest = 0;
    const QStringView rest = QStringView(text.text()).sliced(offset);
    const auto candidates =
        m_names.constFind(rest.first(std::min<qsizetype>(fewestCharacters, rest.size())).toString());
    if (candidates == m_names.constEnd())
        return 0;
    for (const QString &name : *candidates) {
        if (name.size() > longest && rest.startsWith(name) && text.isWholeWords({offset, name.size()}))
            longest = name.size();
    }
    return longest;
}

std::vector<TextSpan> NameIndex::find(const NameText &text) const
{
    std::vector<TextSpan> found;
    if (m_names.isEmpty())
        return found;
    for (qsizetype i = 0; i < text.text().size();) {
        const qsizetype length = longestAt(text, i);
        if (length > 0)
            found.push_back(text.original({i, length}));
        i += std::max<qsizetype>(length, 1);
    }
    return found;
}

} // namespace shirase
