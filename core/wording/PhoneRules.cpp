// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/TextRules.h"

#include <algorithm>

namespace shirase::textRules {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestGap = 6; // between two digits of one number, in folded units
constexpr int fewestDigits = 7;     // of a local number, or of a postal code
constexpr int fewestAfterZero = 4;  // "0120", "0570": no count of anything begins so
constexpr int fewestAfterPlus = 4;

/// Digits with nothing but signs and spaces between them.
struct NumberRun
{
    qsizetype begin = 0;
    qsizetype end = 0;
    QString digits;  ///< ASCII
    QString written; ///< the digits with every gap as it stands, digits as ASCII
};

// An o among digits is a zero, as in 5o2o; so are l and i a one.
int letterDigit(QChar c)
{
    return c == u'o' ? 0 : c == u'l' || c == u'i' ? 1 : -1;
}

bool isAsciiDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// A circle at the start of a line is a bullet (○37.5度) unless kanji digits go on with it (〇一一). Those of
/// a word do not (〇一日一回).
bool isBullet(const FoldedText &text, qsizetype i)
{
    const QChar c = text.at(i);
    if (c != u'〇' && c != u'○' && c != u'◯')
        return false;
    qsizetype before = i - 1;
    while (text.at(before) == u' ')
        --before;
    const QChar second = text.at(i + 2);
    const bool wordFollows = second.isLetter() && kanjiDigit(second) < 0 && second != u'の';
    const bool numberFollows = kanjiDigit(text.at(i + 1)) >= 0 && !wordFollows;
    return text.at(before) == u'\n' && !numberFollows;
}

/// O157 and the other serotypes of E. coli: an o that is one, with two or three digits and nothing else
/// behind it.
bool isSerotype(const FoldedText &text, qsizetype i)
{
    qsizetype end = i + 1;
    while (isAsciiDigit(text.at(end)))
        ++end;
    const qsizetype digits = end - i - 1;
    return text.at(i) == u'o' && (digits == 2 || digits == 3) && text.at(end) != u'-' &&
           text.at(end) != u'.' && letterDigit(text.at(end)) < 0;
}

int digitAt(const FoldedText &text, qsizetype i)
{
    const QChar c = text.at(i);
    if (isAsciiDigit(c))
        return c.unicode() - u'0';
    if (letterDigit(c) >= 0 && !isSerotype(text, i)) {
        const bool wordBefore = isAsciiWord(text.at(i - 1)) && !isAsciiDigit(text.at(i - 1));
        const bool wordAfter = isAsciiWord(text.at(i + 1)) && !isAsciiDigit(text.at(i + 1));
        const bool amongDigits = isAsciiDigit(text.at(i - 1)) || isAsciiDigit(text.at(i + 1));
        return amongDigits && !wordBefore && !wordAfter ? letterDigit(c) : -1;
    }
    return isBullet(text, i) ? -1 : kanjiDigit(c);
}

bool canStandBetweenDigits(QChar c)
{
    // の, 局, 番 as in 011の204の5020. A full stop ends what it belongs to.
    return !c.isLetterOrNumber() ? c != u'!' && c != u'?' : u"ー―の局番"_s.contains(c);
}

/// The index of the digit that goes on with a number after a gap, or -1.
qsizetype nextDigit(const FoldedText &text, qsizetype from)
{
    bool lineBreak = false;
    bool otherThanDash = false;
    for (qsizetype i = from; i <= from + longestGap && i < text.size(); ++i) {
        if (digitAt(text, i) >= 0)
            return lineBreak && otherThanDash ? -1 : i;
        const QChar c = text.at(i);
        if (!canStandBetweenDigits(c) || (lineBreak && c == u'\n'))
            return -1;
        lineBreak = lineBreak || c == u'\n';
        otherThanDash = otherThanDash || (c != u'\n' && c != u' ' && c != u'-');
    }
    return -1;
}

std::vector<NumberRun> numberRuns(const FoldedText &text)
{
    std::vector<NumberRun> runs;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (digitAt(text, i) < 0)
            continue;
        NumberRun run{.begin = i, .end = i, .digits = {}, .written = {}};
        for (qsizetype next = i; next >= 0; next = nextDigit(text, run.end)) {
            run.written += QStringView(text.text()).sliced(run.end, next - run.end);
            const QChar digit(char16_t(u'0' + digitAt(text, next)));
            run.digits += digit;
            run.written += digit;
            run.end = next + 1;
        }
        i = run.end - 1;
        runs.push_back(std::move(run));
    }
    return runs;
}

bool isAmount(const NumberRun &run)
{
    static const QRegularExpression thousands(u"^[1-9][0-9]{0,2}(?:[,，][0-9]{3}){1,4}$"_s);
    static const QRegularExpression decimal(u"^(?:0|[1-9][0-9]{0,3})\\.[0-9]{1,3}$"_s);
    return thousands.match(run.written).hasMatch() || decimal.match(run.written).hasMatch();
}

bool isPhoneNumber(const FoldedText &text, const NumberRun &run)
{
    static const QRegularExpression shortLocal(u"^[0-9]{1,4}[-ー―][0-9]{4}$"_s); // 22-1234
    if (isAmount(run))
        return false;
    const auto count = run.digits.size();
    const bool plus =
        text.at(run.begin - 1) == u'+' || (text.at(run.begin - 1) == u' ' && text.at(run.begin - 2) == u'+');
    const bool leadingZero =
        run.written.startsWith(u'0') && run.written.size() > 1 && isAsciiDigit(run.written[1]);
    return count >= fewestDigits || (plus && count >= fewestAfterPlus) ||
           (leadingZero && count >= fewestAfterZero) || shortLocal.match(run.written).hasMatch();
}

/// The signs that open a number: "+81", "(011)".
qsizetype beginWithSigns(const FoldedText &text, const NumberRun &run)
{
    qsizetype begin = run.begin;
    if (text.at(begin - 1) == u'(' && run.written.contains(u')'))
        --begin;
    if (text.at(begin - 1) == u'+')
        --begin;
    return begin;
}

void addLongNumbers(Spans &spans, const FoldedText &text)
{
    for (const NumberRun &run : numberRuns(text)) {
        if (isPhoneNumber(text, run)) {
            const qsizetype begin = beginWithSigns(text, run);
            spans.push_back(text.original({begin, run.end - begin}));
        }
    }
}

// What turns a number into a count of something.
const QString counted =
    u" {0,2}(?:[人名件例度日週个個か年歳才岁歲回%割倍万千円元時时分秒種社校か所ゕゖメ°℃¥]|か所|パ|ぱーせんと|"
    u"箇|世帯|"
    u"명|건|개|일|주|년|세|시|분|원|도|번째|가지|여명|"
    u"(?:new |more |other |confirmed )?(?:people|persons|cases|patients|days|hours|minutes|seconds|weeks|"
    u"months|years|times|degrees|visitors|others|deaths|infections|percent|points|beds|places|"
    u"yen|metres|meters|mm|cm|km|kg|mg|ml|m(?![a-z])|g(?![a-z])))"_s;

const std::vector<QRegularExpression> &shortNumbers()
{
    const auto pattern = [](const QString &text) {
        return QRegularExpression(text, QRegularExpression::UseUnicodePropertiesOption);
    };
    const QString separators = u"[ .・\\-]{0,3}"_s;
    static const std::vector<QRegularExpression> patterns{
        // #7119
        pattern(u"(?:[#♯]|しゃーぷ)"_s + separators + u"[0-9〇一二三四五六七八九](?:"_s + separators +
                u"[0-9〇一二三四五六七八九]){2,4}"_s),
        // Numbers for emergencies and advice, of Japan and its neighbours
        pattern(u"(?<![0-9a-z.,\\-])(?:110|112|118|119|120|171|177|188|189|911|999|1330|1339|1345|1366|1922|"
                u"12320|12345)"
                u"(?![0-9a-z]|[.,\\-][0-9]|"_s +
                counted + u"|の)"_s),
        pattern(u"(?<![〇一二三四五六七八九十百])(?:一一〇|一一八|一一九|一七一|一七七|一八八|一八九|百十番|"
                u"百十九番)"
                u"(?![〇一二三四五六七八九十百])"_s),
        pattern(u"(?:[0-9]{3,5}|[〇零一二三四五六七八九]{3,5})(?:番(?![目線手地街館台代号])|번(?!째))"_s),
        pattern(u"(?<![0-9\\-])1[-・ ]1[-・ ][09](?![0-9\\-])"_s),
        // A number after a word for calling
        pattern(u"(?:(?<![a-z])(?:tel|telephone|phone|call|dial|fax|ring)(?![a-z])|電話|电话|電話番号|でんわ|"
                u"だいやる|ふぁっくす|전화|拨打|撥打|"
                u"致电|致電|内線|[☎☏✆📞📱])[^0-9\\n。!?]{0,8}(?<place>[0-9]{3,12})(?![0-9]|"_s +
                counted + u")"_s),
        pattern(u"(?:電話|电话|でんわ|だいやる|拨打|撥打|致电|致電|[☎☏✆📞📱])[^\\p{L}\\p{N}\\n。!?]{0,4}"
                u"(?<place>[〇零幺一二三四五六七八九]{3,12})(?![〇零一二三四五六七八九十百千])(?!"_s +
                counted + u")"_s),
        pattern(
            u"(?:전화|콜센터|상담실)[^\\p{L}\\p{N}\\n.!?]{0,4}(?<place>[공영일이삼사오육륙칠팔구]{3,12})(?![가-힣])"_s),
        pattern(
            u"(?:内線|内线|內線|내선|(?<![a-z])ext(?:ension)?(?![a-z]))[ .:・]{0,3}(?<place>[0-9]{2,6})(?![0-9])"_s),
        pattern(
            u"(?:ふりーだいやる|ふりーこーる|なびだいやる|toll[ -]?free|free ?phone|freedial|免费电话|免費電話|수신자 ?부담)"_s),
        // Digits in words
        pattern(u"(?<![a-z])(?:(?:zero|oh|one|two|three|four|five|six|seven|eight|nine|double|triple)[ "
                u",.・\\-]{1,3}){5,40}"
                u"(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?![a-z])"_s),
        pattern(
            u"(?<![a-z])(?:call|dial|ring|phone|tel) {1,3}(?:(?:W)[ \\-]{1,3}){2}(?:W)(?![a-z])"_s.replace(
                u"W"_s,
                u"zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
                u"forty|fifty|sixty|seventy|eighty|ninety"_s)),
        pattern(
            u"(?:(?:ぜろ|れい|まる|いち|に[ーい]?|さん|よん|し|ご[ーう]?|ろく|なな|しち|はち|きゅう|く)[ 、,.・の\\-]{0,3}){9,40}"_s),
        pattern(u"(?:[공영일이삼사오육륙칠팔구][ ,.・\\-]{0,3}){8,40}[공영일이삼사오육륙칠팔구]"_s),
    };
    return patterns;
}

} // namespace

Spans phoneNumbers(const Views &views)
{
    Spans found;
    addLongNumbers(found, views.plain);
    for (const QRegularExpression &number : shortNumbers())
        addMatches(found, views.plain, number);
    return found;
}

} // namespace shirase::textRules
