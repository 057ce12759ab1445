// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/TextRules.h"

namespace shirase::textRules {

using namespace Qt::StringLiterals;

namespace {

// M stands for a month, D for a day of one, W for a weekday.
QRegularExpression pattern(QString text)
{
    text.replace(u"M"_s,
                 u"(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
                 u"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![a-z])"_s);
    text.replace(
        u"D"_s,
        u"(?:(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?|(?:(?:twenty|thirty)[ -])?(?:first|second|third|"
        u"fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|"
        u"nine)teenth|twentieth|thirtieth)(?![0-9a-z])"_s);
    text.replace(u"W"_s, u"(?:mon|tues|wednes|thurs|fri|satur|sun)day(?![a-z])"_s);
    return QRegularExpression(text);
}

/// "May 22", but "people over 12 may": in small letters it is a verb.
bool isMonthByItsLetter(const Views &views, const QRegularExpressionMatch &match)
{
    const QStringView month = match.capturedView(u"month");
    if (month != u"may" && month != u"march")
        return true;
    const TextSpan place = views.plain.original({match.capturedStart(u"month"), 1});
    return !views.original[place.offset].isLower();
}

} // namespace

Spans englishDates(const Views &views)
{
    static const std::vector<QRegularExpression> withMonth{
        pattern(u"(?<![a-z])M[.,-]? {0,3}(?:the {1,3})?D(?:,? {1,3}(?:19|20)[0-9]{2}(?![0-9]))?"_s),
        pattern(
            u"(?<![0-9.])(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)? {0,3}(?:of {1,3}|-)?M\\.?(?:(?:,? {1,3}|-)(?:19|20)[0-9]{2}(?![0-9]))?"_s),
        pattern(u"(?<![a-z])M[.,]? {1,3}(?:19|20)[0-9]{2}(?![0-9])"_s),
        pattern(
            u"(?<![a-z])(?:in|since|last|this|next|early|late|mid|until|from|of|by|during|on)[ -]{1,3}M"_s),
    };
    static const std::vector<QRegularExpression> others{
        pattern(
            u"(?<![a-z])(?:january|february|april|june|july|august|september|october|november|december)(?![a-z])"_s),
        pattern(
            u"(?<![a-z])(?:last|this|past|previous|on|next|since) {1,3}(?:the {1,3})?W(?: (?:morning|afternoon|evening|night)(?![a-z]))?(?:,? (?:the )?D)?"_s),
        pattern(u"(?<![a-z])W(?: (?:morning|afternoon|evening|night)(?![a-z])|,? {1,3}(?:the {1,3})?D)"_s),
        pattern(
            u"(?<![a-z])on the (?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)(?! (?:day|dose|floor|week|month|time|wave|occasion|visit))(?![a-z])"_s),
        pattern(u"(?<![a-z])the (?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)(?= ?[.,;:!?\\n]|$)"_s),
        pattern(u"(?<![a-z])(?:the day before )?yesterday(?![a-z])"_s),
        pattern(u"(?<![a-z])(?:last (?:night|evening|weekend)|the other (?:day|night|evening))(?![a-z])"_s),
        pattern(
            u"(?<![a-z])(?:at|around|about|before|after|by|until|since) (?:noon|midday|midnight)(?![a-z])"_s),
        pattern(
            u"(?<![a-z])(?:half|quarter|(?:five|ten|twenty) minutes) (?:past|to) "
            u"(?:[0-9]{1,2}(?![0-9])|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)(?![a-z]))"_s),
        pattern(
            u"(?<![a-z])(?:christmas|new year'?s|easter|halloween|valentine'?s|labou?r thanksgiving)(?: (?:day|eve))?(?![a-z])"_s),
        pattern(
            u"(?<![0-9])(?:3[01]|[12][0-9]|0?[1-9])(?:/(?:x?i{1,3}|iv|vi{0,3}|ix|xi?)|[ .-](?:x?i{1,3}|iv|vi{0,3}|ix|xi?)[ .-](?:19|20)[0-9]{2})(?![0-9a-z])"_s),
        pattern(
            u"(?<![a-z0-9])(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|a few|a|last) (?:days?|weeks?|months?) ago(?![a-z])"_s),
        pattern(u"(?<![0-9.])(?:[01]?[0-9]|2[0-3])(?:[:.][0-5][0-9])? {0,3}[ap]\\.? ?m(?![a-z0-9])\\.?"_s),
        pattern(
            u"(?<![a-z])(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) {1,3}[ap]\\.? ?m(?![a-z0-9])"_s),
        pattern(
            u"(?<![a-z0-9])(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) ?o ?'? ?clock"_s),
    };
    Spans found;
    for (const QRegularExpression &date : withMonth)
        addMatches(found, views.plain, date,
                   [&](const QRegularExpressionMatch &match) { return isMonthByItsLetter(views, match); });
    for (const QRegularExpression &date : others)
        addMatches(found, views.plain, date);
    return found;
}

} // namespace shirase::textRules
