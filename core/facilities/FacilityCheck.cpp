// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityCheck.h"

#include "core/mail/EmailAddress.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

using Kind = FieldProblem::Kind;

constexpr int longestText = 200;
constexpr int longestEvent = 366; // days

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityCheck)
};

QString sentence(Kind kind)
{
    switch (kind) {
    case Kind::Missing:
        return Tr::tr("Please fill in this field.");
    case Kind::TooLong:
        return Tr::tr("Please shorten this to 200 characters.");
    case Kind::NotAllowed:
        return Tr::tr("Please remove line breaks and control characters.");
    case Kind::HasLink:
        return Tr::tr("Please enter the name only, without a web address.");
    case Kind::NotAnAddress:
        return Tr::tr("Please enter a mail address such as name@example.jp.");
    case Kind::NotAPhone:
        return Tr::tr("Please enter a phone number with its area code, such as 011-204-5020.");
    case Kind::NotAPostalCode:
        return Tr::tr("Please enter a postal code of seven digits, such as 060-8588.");
    case Kind::DaysMissing:
        return Tr::tr("Please enter the first and the last day of the event.");
    case Kind::DaysReversed:
        return Tr::tr("The last day lies before the first day.");
    case Kind::DaysTooLong:
        return Tr::tr("An event lasts at most a year; please register a facility instead.");
    }
    Q_UNREACHABLE();
}

// Digits and hyphens of any width and kind, as people type them in phone numbers and postal codes.
QString asciiDigits(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_KC)) {
        if (c.isDigit())
            result += QChar(u'0' + c.digitValue());
        else if (QStringView(u"-‐‑‒–—―−ー()").contains(c))
            result += u'-';
        else if (!c.isSpace())
            result += c;
    }
    return result;
}

QString mendedPhone(const QString &typed)
{
    QString phone = asciiDigits(typed);
    if (phone.startsWith(u"+81")) {
        // The zero that is dropped abroad is often written all the same: "+81 (0)11-…".
        qsizetype rest = 3;
        while (rest < phone.size() && (phone[rest] == u'-' || phone[rest] == u'0'))
            ++rest;
        phone = u'0' + phone.sliced(rest);
    }
    while (phone.contains(u"--"_s))
        phone.replace(u"--"_s, u"-"_s);
    while (phone.startsWith(u'-'))
        phone.remove(0, 1);
    while (phone.endsWith(u'-'))
        phone.chop(1);
    return phone;
}

QString mendedPostalCode(const QString &typed)
{
    QString code = asciiDigits(typed);
    code.remove(u'〒').remove(u'-');
    if (code.size() == 7)
        code.insert(3, u'-');
    return code;
}

bool isPhone(const QString &phone)
{
    int digits = 0;
    for (const QChar c : phone) {
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (c != u'-')
            return false;
    }
    return phone.startsWith(u'0') && digits >= 9 && digits <= 11;
}

bool isPostalCode(const QString &code)
{
    return code.size() == 8 && code[3] == u'-'
        && std::all_of(code.begin(), code.end(), [](QChar c) { return c == u'-' || (c >= u'0' && c <= u'9'); });
}

bool hasControl(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

// What a mail program or a PDF reader would turn into a link. The name stands on the poster, and anybody can have a
// poster mailed to anybody: a link there would make that an advertisement from the prefecture's own domain. Names with
// a dot or an @ in them are shops' names.
bool hasLink(const QString &name)
{
    static const QRegularExpression link(u"[a-z]:/|\\bwww\\.|\\bmailto:|[a-z0-9]\\.[a-z]{2,}/"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return name.normalized(QString::NormalizationForm_KC).contains(link);
}

} // namespace

FacilityDetails mended(FacilityDetails details)
{
    for (QString *text : {&details.name, &details.contactName, &details.address})
        *text = text->simplified();
    QStringList aliases;
    for (const QString &alias : details.aliases.split(u'\n'))
        aliases += alias.simplified();
    aliases.removeAll(QString());
    details.aliases = aliases.join(u'\n');
    details.phone = mendedPhone(details.phone);
    details.postalCode = mendedPostalCode(details.postalCode);
    const Result<EmailAddress> address = EmailAddress::parse(details.contactEmail);
    details.contactEmail = address ? address->display() : details.contactEmail.simplified();
    if (details.kind != FacilityKind::Event) {
        details.from.reset();
        details.until.reset();
    }
    return details;
}

QList<FieldProblem> problems(const FacilityDetails &details)
{
    QList<FieldProblem> found;
    const auto add = [&](const QString &field, Kind kind) { found.append({field, kind, sentence(kind)}); };
    const auto checkText = [&](const QString &field, const QString &text) {
        if (text.isEmpty())
            add(field, Kind::Missing);
        else if (text.size() > longestText)
            add(field, Kind::TooLong);
        else if (hasControl(text))
            add(field, Kind::NotAllowed);
    };
    checkText(u"name"_s, details.name);
    if (hasLink(details.name))
        add(u"name"_s, Kind::HasLink);
    checkText(u"contact_name"_s, details.contactName);
    if (details.contactEmail.isEmpty())
        add(u"contact_email"_s, Kind::Missing);
    else if (!EmailAddress::parse(details.contactEmail))
        add(u"contact_email"_s, Kind::NotAnAddress);
    if (details.phone.isEmpty())
        add(u"phone"_s, Kind::Missing);
    else if (!isPhone(details.phone))
        add(u"phone"_s, Kind::NotAPhone);
    if (details.postalCode.isEmpty())
        add(u"postal_code"_s, Kind::Missing);
    else if (!isPostalCode(details.postalCode))
        add(u"postal_code"_s, Kind::NotAPostalCode);
    checkText(u"address"_s, details.address);
    if (details.kind == FacilityKind::Event) {
        if (!details.from || !details.until)
            add(u"from"_s, Kind::DaysMissing);
        else if (*details.until < *details.from)
            add(u"until"_s, Kind::DaysReversed);
        else if (details.from->daysTo(*details.until) > longestEvent)
            add(u"until"_s, Kind::DaysTooLong);
    }
    return found;
}

} // namespace shirase
