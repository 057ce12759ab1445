// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/TextRules.h"

#include <algorithm>

namespace shirase::textRules {

using namespace Qt::StringLiterals;

namespace {

// Top-level domains that are no words, so that they stand for a link even where the dot is disguised.
const QString strongEnding =
    u"(?:com|net|org|jp|kr|cn|tw|hk|info|biz|xyz|io|tokyo|osaka|online|shop|site|top)"_s;
// In scripts of their own; folded, so the kana are hiragana.
const QString nativeEnding =
    u"(?:日本|中国|中國|香港|台湾|台灣|한국|삼성|닷컴|닷넷|世界|公司|网络|网址|網址|在线|企业|商城|集团|商店|"
    u"こむ|みんな|せーる|ふぁっしょん|くらうど|すとあ|ぽいんと|ぐーぐる|あまぞん|てすと|例え)"_s;
// "[.]", "(dot)", "【ドット】"
const QString bracketedDot =
    u" {0,3}[\\[({<【〔「『] {0,3}(?:\\.|・|。|dot|どっと|点|點|점|닷) {0,3}[\\])}>】〕」』] {0,3}"_s;
const QString label = u"[a-z0-9](?:[a-z0-9-]{0,62})"_s;
// What belongs to a link once there is one.
const QString rest = u"[!-~]{0,500}"_s;

QRegularExpression pattern(const QString &text)
{
    QRegularExpression expression(text, QRegularExpression::UseUnicodePropertiesOption);
    expression.optimize();
    return expression;
}

const std::vector<QRegularExpression> &linkPatterns()
{
    static const std::vector<QRegularExpression> patterns{
        // https://…, with whatever scheme
        pattern(
            u"(?:(?<![a-z0-9])[a-z][a-z0-9+*.-]{1,15})? {0,3}: {0,3}/ {0,3}/(?:[!-~]{1,500}|[^\\s、。，（）「」()]{0,500})"_s),
        pattern(u"(?<![a-z])(?:https?|hxxps?|h\\*\\*ps?|h__ps?|mailto)(?![a-z])"_s + rest),
        pattern(u"(?<![a-z0-9])www\\d?(?![a-z0-9])"_s + rest),
        pattern(u"(?<![a-z0-9])xn--[a-z0-9-]{1,60}"_s + rest),
        // Two words with a full stop and no space between: phones make a link of it.
        pattern(u"(?<![a-z0-9-])(?=[0-9-]{0,63}[a-z])"_s + label + u"(?:\\."_s + label +
                u"){0,8}\\.[a-z]{2,24}(?![a-z0-9-])(?:[/:?#][!-~]{0,500})?"_s),
        pattern(u"(?<![0-9])[0-9]{1,20}\\.(?:com|net|org|jp|co|cn|kr|tw|hk|info|biz|io)(?![a-z0-9-])"_s +
                rest),
        pattern(u"(?:[\\p{L}\\p{N}-]{1,63}\\.){0,3}[\\p{L}\\p{N}-]{0,62}[^\\W\\d_a-z]\\.(?:[a-z]{2}|"_s +
                strongEnding + u")(?![a-z0-9-])(?:[/:?#][!-~]{0,500})?"_s),
        // A sentence may end in a full stop and the next begin with 日本, but then it seldom ends in a kanji.
        pattern(u"[\\p{L}\\p{N}-]{0,62}(?:[\\p{Han}a-z0-9]\\."_s + nativeEnding + u"|[\\p{L}\\p{N}][.。]"_s +
                nativeEnding + u"(?!\\p{L}))(?:[/:?#][!-~]{0,500})?"_s),
        // Disguised dots
        pattern(label + u"(?: {1,3}\\. {0,3}|\\. {1,3})"_s + strongEnding + u"(?![a-z0-9-])"_s),
        pattern(u"[\\p{L}\\p{N}-]{1,63}"_s + bracketedDot + u"(?:[a-z]{2,24}|"_s + nativeEnding + u")"_s),
        pattern(label + u" {0,3}(?:dot|どっと|닷|점|点|點|・|。|,(?! )) {0,3}"_s + strongEnding +
                u"(?![a-z0-9-])"_s),
        pattern(u"[\\p{L}\\p{N}-]{1,63}。(?:jp|com|net|org)(?![a-z0-9-])"_s),
        pattern(label + u"(?:[-_]dot[-_]|\\.{2,6}|\\.\\n)(?:com|jp|co|go|org)(?![a-z0-9-])"_s),
        pattern(label + u" {1,3}(?:com|net|org|jp)/[!-~]{1,500}"_s),
        // In the letters of Japan and Korea
        pattern(
            u"[\\p{L}\\p{N}-]{1,63} {0,3}どっと {0,3}(?:こむ|ねっと|おるぐ|じぇ[ーい]ぴ[ーい]|し[ーい]お[ーう])"_s),
        pattern(u"[\\p{L}\\p{N}-]{1,63} {0,3}(?:\\.|・|。) {0,3}じぇ[ーい]ぴ[ーい]"_s),
        pattern(
            u"[\\p{L}\\p{N}-]{1,63} {0,3}(?:닷|점|쩜) {0,3}(?:컴|넷|케이알|com|net|kr)(?![\\p{L}\\p{N}])"_s),
        pattern(
            u"え[ーい]ちて[ぃい][ーい]て[ぃい][ーい]ぴ[ーい]|だぶ(?:る|りゅ[ーう]){1,2}だぶ(?:る|りゅ[ーう])だぶ(?:る|りゅ[ーう])"_s),
        // IPv6
        pattern(u"(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}[0-9a-f:]{0,10}[0-9a-f](?![0-9a-z:])"_s),
        pattern(u"(?<![0-9a-f:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,6}::[0-9a-f:]{0,35}"_s),
    };
    return patterns;
}

void addIpAddresses(Spans &spans, const FoldedText &text)
{
    static const QRegularExpression fourNumbers = pattern(
        u"(?<![0-9])([0-9]{1,3})D([0-9]{1,3})D([0-9]{1,3})D([0-9]{1,3})(?![0-9])(?::[0-9]{1,5})?(?:/[!-~]{0,500})?"_s
            .replace(u"D"_s, u"(?: {0,2}\\. {0,2}|"_s + bracketedDot + u")"_s));
    addMatches(spans, text, fourNumbers, [](const QRegularExpressionMatch &match) {
        return std::ranges::all_of(std::initializer_list<int>{1, 2, 3, 4},
                                   [&](int group) { return match.capturedView(group).toInt() <= 255; });
    });
}

/// Single characters with spaces or dots between them, as in "e x a m p l e . j p", and the word that they
/// spell.
void addSpelledLinks(Spans &spans, const FoldedText &text)
{
    static const QRegularExpression singles = pattern(
        u"(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}](?:[ .・:/\\-_]{1,6}[\\p{L}\\p{N}](?![\\p{L}\\p{N}])){2,600}"_s);
    static const QRegularExpression separators(u"[ .・:/\\-_]+"_s);
    static const QRegularExpression keyword(u"https?|hxxps?|www"_s);
    static const QRegularExpression ending(u".(?:%1|%2)$"_s.arg(strongEnding, nativeEnding));
    static const QRegularExpression endingWithin(u"[a-z0-9-](?:com|net|org|jp|kr|cn|tw|hk|info)"_s);
    addMatches(spans, text, singles, [&](const QRegularExpressionMatch &match) {
        const QString run = match.captured();
        const QString word = QString(run).remove(separators);
        if (word.contains(keyword))
            return true;
        const bool dotted = run.contains(u'.') || run.contains(u'・');
        return dotted && (word.contains(ending) || (run.contains(u'/') && word.contains(endingWithin)));
    });
}

bool isLocalPart(QChar c)
{
    return isAsciiWord(c) || u"._%+-"_s.contains(c);
}

/// From an @ to both sides: spaces, then what may belong to an address.
TextSpan addressAround(const FoldedText &text, qsizetype firstAt, qsizetype lastAt)
{
    constexpr qsizetype longestLocal = 64;
    constexpr qsizetype longestDomain = 253;
    constexpr qsizetype mostSpaces = 3;
    qsizetype begin = firstAt;
    while (firstAt - begin < mostSpaces && text.at(begin - 1) == u' ')
        --begin;
    const qsizetype localEnd = begin;
    while (localEnd - begin < longestLocal && isLocalPart(text.at(begin - 1)))
        --begin;
    if (begin == localEnd)
        begin = firstAt;

    qsizetype end = lastAt + 1;
    while (end - lastAt <= mostSpaces && text.at(end) == u' ')
        ++end;
    const qsizetype domainBegin = end;
    const bool ascii = isAsciiWord(text.at(end));
    while (end - domainBegin < longestDomain &&
           (isLocalPart(text.at(end)) || (!ascii && text.at(end).isLetterOrNumber())))
        ++end;
    while (end > domainBegin && !text.at(end - 1).isLetterOrNumber())
        --end;
    if (end == domainBegin)
        end = lastAt + 1;
    return {begin, end - begin};
}

void addAtSigns(Spans &spans, const FoldedText &text)
{
    for (qsizetype i = text.text().indexOf(u'@'); i >= 0;) {
        qsizetype last = i;
        while (text.at(last + 1) == u'@' || (text.at(last + 1) == u' ' && text.at(last + 2) == u'@'))
            ++last;
        const TextSpan address = addressAround(text, i, last);
        spans.push_back(text.original(address));
        i = text.text().indexOf(u'@', address.end());
    }
}

const std::vector<QRegularExpression> &mailPatterns()
{
    const QString local = u"(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}"_s;
    const QString dottedDomain =
        u"[a-z0-9-]{1,63}(?:(?:\\.| {1,3}dot {1,3}|%1)[a-z0-9-]{2,63}){1,6}(?![a-z0-9-])"_s.arg(bracketedDot);
    static const std::vector<QRegularExpression> patterns{
        pattern(u"(?:"_s + local +
                u")? {0,3}[\\[({<【〔「『] {0,3}(?:at|あっと|あっとまーく|골뱅이|艾特|小老鼠) "
                u"{0,3}[\\])}>】〕」』]"
                u"(?: {0,3}"_s +
                dottedDomain + u")?"_s),
        pattern(local + u" {1,3}at {1,3}"_s + dottedDomain),
        pattern(
            local +
            u" {0,3}(?:あっとまーく|あっと|골뱅이|艾特|小老鼠) {0,3}[a-z0-9-]{1,63}(?:(?:\\.| {0,3}(?:どっと|dot|점|点|點) {0,3})[a-z0-9-]{2,63}){0,6}"_s),
    };
    return patterns;
}

} // namespace

Spans links(const Views &views)
{
    Spans found;
    for (const QRegularExpression &link : linkPatterns())
        addMatches(found, views.plain, link);
    addIpAddresses(found, views.plain);
    addSpelledLinks(found, views.plain);
    return found;
}

Spans mailAddresses(const Views &views)
{
    Spans found;
    addAtSigns(found, views.plain);
    for (const QRegularExpression &address : mailPatterns())
        addMatches(found, views.plain, address);
    return found;
}

} // namespace shirase::textRules
