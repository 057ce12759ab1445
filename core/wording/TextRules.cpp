// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/TextRules.h"

namespace shirase::textRules {

using namespace Qt::StringLiterals;

Views::Views(const QString &text)
    : original(text)
    , plain(FoldedText::of(text))
    , tight(plain.withoutSpaces())
{
    for (const QChar c : text)
        korean = korean || c.script() == QChar::Script_Hangul;
}

void addMatches(Spans &spans, const FoldedText &text, const QRegularExpression &pattern,
                const Condition &condition)
{
    const bool hasPlace = pattern.namedCaptureGroups().contains(u"place"_s);
    QRegularExpressionMatchIterator matches = pattern.globalMatch(text.text());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        if (condition && !condition(match))
            continue;
        const TextSpan found = hasPlace
                                   ? TextSpan{match.capturedStart(u"place"), match.capturedLength(u"place")}
                                   : TextSpan{match.capturedStart(), match.capturedLength()};
        spans.push_back(text.original(found));
    }
}

int kanjiDigit(QChar c)
{
    if (c == u'○' || c == u'◯' || c == u'零')
        return 0;
    constexpr QStringView digits = u"〇一二三四五六七八九";
    constexpr QStringView formal = u"零壱弐参肆伍陸柒捌玖";
    constexpr QStringView chinese = u"零壹貳叁肆伍陆柒捌玖";
    for (const QStringView table : {digits, formal, chinese}) {
        if (const qsizetype value = table.indexOf(c); value >= 0)
            return int(value);
    }
    return -1;
}

namespace {

int unitOf(QChar c)
{
    switch (c.unicode()) {
    case u'十':
    case u'拾':
        return 10;
    case u'百':
        return 100;
    case u'千':
        return 1000;
    default:
        return 0;
    }
}

} // namespace

std::optional<int> numeralValue(QStringView numeral)
{
    if (numeral == u"元")
        return 1;
    int sum = 0;    // of what units have closed: the 20 of 二十二
    int digits = 0; // read since
    bool anyDigit = false;
    for (const QChar c : numeral) {
        const int digit = c >= u'0' && c <= u'9' ? c.unicode() - u'0' : kanjiDigit(c);
        if (digit >= 0) {
            digits = digits * 10 + digit;
            anyDigit = true;
        } else if (const int unit = unitOf(c)) {
            sum += (anyDigit ? digits : 1) * unit;
            digits = 0;
            anyDigit = false;
        } else if (c == u'廿' || c == u'卅') {
            sum += c == u'廿' ? 20 : 30;
        } else {
            return std::nullopt;
        }
        if (digits > 99999)
            return std::nullopt;
    }
    return sum + digits;
}

Spans braces(const Views &views)
{
    static const QRegularExpression pattern(u"\\{[{ ]{0,3}[^{}\\n]{0,60}\\}[} ]{0,3}(?<=\\})|[{}]"_s);
    Spans found;
    addMatches(found, views.plain, pattern);
    return found;
}

Spans controls(const QString &text, bool oneLine)
{
    Spans found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t code = pair ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
        const bool layout = !oneLine && (c == u'\n' || c == u'\t');
        const bool turnsDirection = c == u'\u200E' || c == u'\u200F' || c == u'\u061C' ||
                                    (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        const bool breaksLine = c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
        // A character of the private zone looks different on every phone; a tag hides text; the replacement
        // character says that something was lost.
        const bool unreadable = QChar::category(code) == QChar::Other_PrivateUse ||
                                (code >= 0xE0000 && code <= 0xE007F) || c == QChar::ReplacementCharacter ||
                                (c.isSurrogate() && !pair);
        const bool control = c.category() == QChar::Other_Control && !layout;
        if (control || turnsDirection || breaksLine || unreadable)
            found.push_back({i, pair ? 2 : 1});
        i += pair ? 1 : 0;
    }
    return found;
}

Spans invisibles(const QString &text)
{
    Spans found;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char32_t c = text[i].unicode();
        // Emoji are put together with the joiner and the selectors.
        const bool emoji = c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F);
        if (isInvisible(c) && !emoji)
            found.push_back({i, 1});
    }
    return found;
}

} // namespace shirase::textRules
