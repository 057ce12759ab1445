// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/NoticeTextCheck.h"

#include "core/wording/FilledText.h"
#include "core/wording/TextRules.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;
using Rule = TextFault::Rule;

namespace {

constexpr qsizetype longestExcerpt = 40;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeTextCheck)
};

QString codePoint(const QString &found)
{
    return u"U+%1"_s.arg(found.toUcs4().value(0), 4, 16, QChar(u'0')).toUpper();
}

QString excerpt(const QString &found)
{
    const QString oneLine = found.simplified();
    return oneLine.size() > longestExcerpt ? oneLine.first(longestExcerpt) + u'…' : oneLine;
}

QString sentence(Rule rule, const QString &found)
{
    switch (rule) {
    case Rule::Control:
        return Tr::tr("The character %1 controls how text is shown and may hide something. Please delete it.")
            .arg(codePoint(found));
    case Rule::Invisible:
        return Tr::tr("The character %1 cannot be seen. Please delete it unless it is meant.")
            .arg(codePoint(found));
    case Rule::MailAddress:
        return Tr::
            tr("\"%1\" looks like a mail address. A notice never has one, so that a false notice can be told "
               "from it. Please take it out.")
                .arg(excerpt(found));
    case Rule::Link:
        return Tr::
            tr("\"%1\" looks like a link, or a phone makes one of it. A notice never has one. Please take it "
               "out, or put a space behind the full stop.")
                .arg(excerpt(found));
    case Rule::Phone:
        return Tr::tr("\"%1\" looks like a phone number. A notice never has one; people know the centre's "
                      "number from "
                      "elsewhere. Please take it out.")
            .arg(excerpt(found));
    case Rule::Date:
        return Tr::tr(
                   "\"%1\" looks like a date or a time of day. A notice never says when, so that nobody "
                   "can tell who was ill. Please take it out. A length of time is written like \"14日間\".")
            .arg(excerpt(found));
    case Rule::OwnName:
        return Tr::tr("\"%1\" is the name of a facility of this notice. A notice never says where. Please "
                      "take it out.")
            .arg(excerpt(found));
    case Rule::OtherName:
        return Tr::tr("\"%1\" is the name of a registered facility. Please make sure that nobody takes it "
                      "for the place "
                      "of this notice.")
            .arg(excerpt(found));
    case Rule::Placeholder:
        return Tr::tr("\"%1\" is no placeholder, and would be sent as it stands. The placeholders are %2.")
            .arg(excerpt(found), u"{{"_s + FilledText::placeholders().join(u"}}, {{"_s) + u"}}"_s);
    }
    Q_UNREACHABLE();
}

struct Finding
{
    TextSpan place;
    Rule rule;
};

/// By their places, from the left.
std::vector<Finding> sorted(std::vector<Finding> findings)
{
    std::ranges::stable_sort(findings, {}, [](const Finding &f) { return f.place.offset; });
    return findings;
}

/// Those of one rule that overlap or touch become one.
std::vector<Finding> joined(Rule rule, textRules::Spans spans)
{
    std::ranges::sort(spans, {}, &TextSpan::offset);
    std::vector<Finding> result;
    for (const TextSpan &span : spans) {
        if (!result.empty() && span.offset <= result.back().place.end()) {
            TextSpan &last = result.back().place;
            last.length = std::max(last.end(), span.end()) - last.offset;
        } else {
            result.push_back({span, rule});
        }
    }
    return result;
}

/// Adds those finds that overlap none of the others. Both are sorted by their places.
void addUnlessCovered(std::vector<Finding> &findings, const std::vector<Finding> &more)
{
    std::vector<Finding> result;
    auto other = findings.begin();
    for (const Finding &find : more) {
        while (other != findings.end() && other->place.end() <= find.place.offset)
            ++other;
        if (other == findings.end() || other->place.offset >= find.place.end())
            result.push_back(find);
    }
    result.insert(result.end(), findings.begin(), findings.end());
    findings = sorted(std::move(result));
}

} // namespace

NoticeTextCheck::NoticeTextCheck(const Names &names, const QList<NoticeText> &standardTexts)
{
    std::vector<NameText> ordinary;
    for (const NoticeText &text : standardTexts) {
        ordinary.emplace_back(FoldedText::of(text.subject));
        ordinary.emplace_back(FoldedText::of(text.body));
    }
    m_own = NameIndex(names.own, ordinary);
    m_others = NameIndex(names.others, ordinary);
}

QList<TextFault> NoticeTextCheck::checkPart(const QString &text, TextFault::Part part) const
{
    const textRules::Views views(text);
    // The most telling first: "taro@example.jp" is an address, and its end no link of its own.
    std::vector<Finding> findings = joined(Rule::MailAddress, textRules::mailAddresses(views));
    addUnlessCovered(findings, joined(Rule::Link, textRules::links(views)));
    addUnlessCovered(findings, joined(Rule::Date, textRules::dates(views)));
    addUnlessCovered(findings, joined(Rule::Phone, textRules::phoneNumbers(views)));

    addUnlessCovered(findings, joined(Rule::Placeholder, textRules::braces(views)));

    const NameText nameText(views.plain);
    std::vector<Finding> names = joined(Rule::OwnName, m_own.find(nameText));
    addUnlessCovered(names, joined(Rule::OtherName, m_others.find(nameText)));
    std::vector<Finding> characters =
        joined(Rule::Control, textRules::controls(text, part == TextFault::Part::Subject));
    addUnlessCovered(characters, joined(Rule::Invisible, textRules::invisibles(text)));
    for (const std::vector<Finding> &more : {names, characters})
        findings.insert(findings.end(), more.begin(), more.end());

    QList<TextFault> faults;
    for (const Finding &find : sorted(std::move(findings)))
        faults.append({part, find.place, find.rule,
                       sentence(find.rule, text.sliced(find.place.offset, find.place.length))});
    return faults;
}

QList<TextFault> NoticeTextCheck::check(const NoticeText &text) const
{
    return checkPart(text.subject, TextFault::Part::Subject) + checkPart(text.body, TextFault::Part::Body);
}

QList<TextFault> NoticeTextCheck::check(const NoticeText &wording, const Profile &profile) const
{
    const FilledText subject = FilledText::of(wording.subject, profile);
    const FilledText body = FilledText::of(wording.body, profile);
    QList<TextFault> faults = check({subject.text(), body.text()});
    for (TextFault &fault : faults) {
        const FilledText &part = fault.part == TextFault::Part::Subject ? subject : body;
        const QString placeholder = part.placeholderAt(fault.place);
        fault.place = part.inWording(fault.place);
        if (!placeholder.isEmpty())
            fault.message += u' ' + Tr::tr("It comes from the settings, by way of {{%1}}.").arg(placeholder);
    }
    return faults;
}

Result<> NoticeTextCheck::accept(const Wordings &wordings, const Settings &settings) const
{
    QStringList lines;
    for (const QString &language : inOrder(wordings.keys())) {
        const NoticeText wording = wordings[language];
        for (const TextFault &fault : check(wording, settings.profile(language))) {
            if (fault.severity() == TextFault::Severity::Refused)
                lines.append(language + u": "_s + lineOf(fault, wording));
        }
    }
    if (lines.isEmpty())
        return {};
    return fail(ErrorCode::Invalid, lines.join(u'\n'));
}

Result<NoticeTextCheck> NoticeTextCheck::of(const Names &names, const Settings &settings)
{
    const Result<QList<NoticeText>> standard = standardTexts(settings);
    if (!standard)
        return passOn(standard);
    return NoticeTextCheck(names, *standard);
}

Result<QList<NoticeText>> NoticeTextCheck::standardTexts(const Settings &settings)
{
    const Result<Wordings> wordings = standardWordings();
    if (!wordings)
        return passOn(wordings);
    return filled(*wordings, settings).values();
}

QString toText(Rule rule)
{
    switch (rule) {
    case Rule::Control:
        return u"control"_s;
    case Rule::Invisible:
        return u"invisible"_s;
    case Rule::MailAddress:
        return u"mail-address"_s;
    case Rule::Link:
        return u"link"_s;
    case Rule::Phone:
        return u"phone"_s;
    case Rule::Date:
        return u"date"_s;
    case Rule::OwnName:
        return u"own-name"_s;
    case Rule::OtherName:
        return u"other-name"_s;
    case Rule::Placeholder:
        return u"placeholder"_s;
    }
    Q_UNREACHABLE();
}

QString toText(TextFault::Severity severity)
{
    return severity == TextFault::Severity::Refused ? u"refused"_s : u"warning"_s;
}

TextPosition positionOf(const QString &text, qsizetype offset)
{
    const QStringView before = QStringView(text).first(offset);
    const QStringView lineStart = before.sliced(before.lastIndexOf(u'\n') + 1);
    return {int(before.count(u'\n')) + 1, int(lineStart.toUcs4().size()) + 1};
}

QString lineOf(const TextFault &fault, const NoticeText &text, int bodyLine)
{
    const bool inSubject = fault.part == TextFault::Part::Subject;
    const TextPosition place = positionOf(inSubject ? text.subject : text.body, fault.place.offset);
    const QString where =
        inSubject ? Tr::tr("subject, character %1").arg(place.column)
                  : Tr::tr("line %1, character %2").arg(place.line + bodyLine - 1).arg(place.column);
    return u"%1: %2: %3"_s.arg(where, toText(fault.rule), fault.message);
}

} // namespace shirase
