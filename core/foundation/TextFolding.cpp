// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/foundation/TextFolding.h"

#include <QList>

#include <algorithm>
#include <array>
#include <utility>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// A base character with what belongs to it. Longer ones are cut, so that a heap of accents costs no more than
// a text.
constexpr size_t longestCluster = 16;

struct Character
{
    char32_t code;
    TextSpan origin;
};

std::vector<Character> visibleCharacters(const QString &text)
{
    std::vector<Character> characters;
    characters.reserve(size_t(text.size()));
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        // Half a pair stands for nothing; regular expressions take no text that has one.
        const char32_t code = pair                    ? QChar::surrogateToUcs4(text[i], text[i + 1])
                              : text[i].isSurrogate() ? char32_t(QChar::ReplacementCharacter)
                                                      : text[i].unicode();
        const qsizetype length = pair ? 2 : 1;
        if (!isInvisible(code))
            characters.push_back({code, {i, length}});
        i += length;
    }
    return characters;
}

bool belongsToTheOneBefore(char32_t c)
{
    const bool voicedMark = c == 0xFF9E || c == 0xFF9F; // of half-width katakana
    const bool hangulVowelOrEnd = c >= 0x1160 && c <= 0x11FF;
    return voicedMark || hangulVowelOrEnd || QChar::combiningClass(c) != 0 ||
           QChar::category(c) == QChar::Mark_Enclosing;
}

bool isMark(char32_t c)
{
    return QChar::category(c) == QChar::Mark_NonSpacing || QChar::category(c) == QChar::Mark_Enclosing;
}

// Circled numbers above nine that have no compatibility form.
int circledNumber(char32_t c)
{
    if (c == 0x277F || c == 0x2789 || c == 0x2793 || c == 0x24FE)
        return 10;
    return c >= 0x24EB && c <= 0x24F4 ? int(c - 0x24EB) + 11 : -1;
}

char16_t latinLookAlike(char32_t c)
{
    static constexpr auto table = std::to_array<std::pair<char32_t, char16_t>>({
        {U'а', u'a'}, {U'в', u'b'}, {U'е', u'e'}, {U'к', u'k'}, {U'м', u'm'}, {U'н', u'h'}, {U'о', u'o'},
        {U'р', u'p'}, {U'с', u'c'}, {U'т', u't'}, {U'у', u'y'}, {U'х', u'x'}, {U'ѕ', u's'}, {U'і', u'i'},
        {U'ј', u'j'}, {U'һ', u'h'}, {U'ԁ', u'd'}, {U'ԛ', u'q'}, {U'ԝ', u'w'}, {U'ѵ', u'v'}, {U'ӏ', u'l'},
        {U'α', u'a'}, {U'ε', u'e'}, {U'η', u'n'}, {U'ι', u'i'}, {U'κ', u'k'}, {U'ν', u'v'}, {U'ο', u'o'},
        {U'ρ', u'p'}, {U'τ', u't'}, {U'υ', u'u'}, {U'χ', u'x'}, {U'ω', u'w'}, {U'ո', u'n'}, {U'օ', u'o'},
        {U'ı', u'i'}, {U'ɡ', u'g'}, {U'ɩ', u'i'},
    });
    const auto found = std::ranges::find(table, c, &std::pair<char32_t, char16_t>::first);
    return found == table.end() ? u'\0' : found->second;
}

// The one form of characters that people write in many.
char16_t plainSign(char32_t c)
{
    if (c == U'\n' || c == U'\r' || c == U'\v' || c == U'\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
        return u'\n';
    if (c == U'\t' || QChar::isSpace(c))
        return u' ';
    constexpr QStringView dashes = u"−─━╌╴╶⁃˗⎯➖﹘"; // those that Unicode does not call dashes
    constexpr QStringView middleDots = u"·•‧∙⋅・●⦁";
    const auto isOneOf = [c](QStringView signs) { return c <= 0xFFFF && signs.contains(QChar(char16_t(c))); };
    if ((QChar::category(c) == QChar::Punctuation_Dash && c != U'〜') || isOneOf(dashes))
        return u'-';
    if (isOneOf(u"〜∼∿⁓˜"))
        return u'~';
    if (isOneOf(middleDots))
        return u'・';
    if (isOneOf(u"⁄∕⧸╱"))
        return u'/';
    return isOneOf(u"‘’ʼ′`´") ? u'\'' : u'\0';
}

void appendFolded(QString &result, char32_t c)
{
    if (isMark(c))
        return;
    const char32_t lower = QChar::toCaseFolded(c);
    if (const int digit = QChar::digitValue(lower); digit >= 0)
        result += QChar(char16_t(u'0' + digit));
    else if (const int number = circledNumber(c); number > 0)
        result += QString::number(number);
    else if (const char16_t sign = plainSign(c))
        result += QChar(sign);
    else if (const char16_t latin = latinLookAlike(lower))
        result += QChar(latin);
    else if (c >= U'ァ' && c <= U'ヶ')
        result += QChar(char16_t(c - U'ァ' + U'ぁ'));
    else
        result += QChar::fromUcs4(lower);
}

// A vulgar fraction is no 1/2, which may be a date; accented Latin letters lose their accents.
QString foldedCluster(const QString &cluster, char32_t base)
{
    const bool fraction = QChar::decompositionTag(base) == QChar::Fraction;
    const bool latin = base < 0x250 || (base >= 0x1E00 && base <= 0x1EFF);
    const QString normal =
        fraction ? cluster
                 : cluster.normalized(latin ? QString::NormalizationForm_KD : QString::NormalizationForm_KC);
    QString result;
    for (const char32_t c : normal.toUcs4())
        appendFolded(result, c);
    return result;
}

} // namespace

bool isInvisible(char32_t c)
{
    const bool filler = c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    const bool selector =
        (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF) || (c >= 0x180B && c <= 0x180F);
    return filler || selector || c == 0x034F || c == 0x17B4 || c == 0x17B5 ||
           QChar::category(c) == QChar::Other_Format;
}

bool isFoldedKana(QChar c)
{
    return (c >= QChar(u'ぁ') && c <= QChar(u'ゖ')) || c == u'ー';
}

bool isAsciiWord(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

FoldedText FoldedText::of(const QString &original)
{
    FoldedText folded;
    const std::vector<Character> characters = visibleCharacters(original);
    for (size_t i = 0; i < characters.size();) {
        size_t end = i + 1;
        while (end < characters.size() && end - i < longestCluster &&
               belongsToTheOneBefore(characters[end].code))
            ++end;
        QString cluster;
        for (size_t k = i; k < end; ++k)
            cluster += QChar::fromUcs4(characters[k].code);
        const qsizetype begin = characters[i].origin.offset;
        folded.append(foldedCluster(cluster, characters[i].code),
                      {begin, characters[end - 1].origin.end() - begin});
        i = end;
    }
    return folded;
}

QChar FoldedText::at(qsizetype index) const
{
    return index >= 0 && index < m_text.size() ? m_text[index] : QChar(u'\n');
}

TextSpan FoldedText::original(TextSpan folded) const
{
    if (folded.length == 0)
        return {};
    const qsizetype begin = m_origins[size_t(folded.offset)].offset;
    return {begin, m_origins[size_t(folded.end() - 1)].end() - begin};
}

FoldedText FoldedText::withoutSpaces() const
{
    FoldedText tight;
    for (qsizetype i = 0; i < m_text.size(); ++i) {
        if (m_text[i] != u' ' || (i > 0 && m_text[i - 1] == u'.'))
            tight.append(m_text[i], *this, i);
    }
    return tight;
}

void FoldedText::append(QChar unit, const FoldedText &source, qsizetype index)
{
    m_text += unit;
    m_origins.push_back(source.m_origins[size_t(index)]);
}

void FoldedText::append(QStringView units, TextSpan origin)
{
    m_text += units;
    m_origins.insert(m_origins.end(), size_t(units.size()), origin);
}

} // namespace shirase
