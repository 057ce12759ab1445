// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/SignupValues.h"

#include <QJsonArray>

namespace shirase::signupValues {

using namespace Qt::StringLiterals;

namespace {

/// Longer names are set smaller, so that the field stays in sight on a phone.
constexpr qsizetype longName = 20;

QString eventDays(const PageFrame &frame, const PageLanguage &language, const FacilityDetails &details)
{
    if (!details.from || !details.until)
        return {};
    const QString first = frame.date(language, *details.from);
    const QString last = frame.date(language, *details.until);
    return first == last ? first
                         : frame.text(language, u"language.days"_s, {{u"first"_s, first}, {u"last"_s, last}});
}

} // namespace

QJsonObject form(const PageFrame &frame, const PageLanguage &language, const CodeLookup &place,
                 const SignupForm::Entry &entry)
{
    const FacilityDetails &details = place.facility.details;
    return {{u"facilityName"_s, details.name},
            {u"longName"_s, details.name.size() > longName},
            {u"checkCode"_s, place.scanned.checkCode()},
            {u"eventDays"_s, eventDays(frame, language, details)},
            {u"exercise"_s, details.exercise},
            {u"token"_s, entry.token},
            {u"email"_s, entry.typed},
            {u"agreed"_s, entry.agreed}};
}

QJsonObject problems(const PageFrame &frame, const PageLanguage &language,
                     const SignupForm::Problems &problems)
{
    QJsonObject values;
    QJsonArray list;
    const auto add = [&](bool wrong, const QString &field, const QString &key) {
        if (!wrong)
            return;
        const QString message = frame.text(language, key);
        values.insert(field + u"Problem"_s, message);
        list += QJsonObject{{u"field"_s, field}, {u"message"_s, message}};
    };
    add(problems.addressMissing, u"email"_s, u"signup.emailMissing"_s);
    add(problems.addressWrong, u"email"_s, u"signup.emailWrong"_s);
    add(problems.agreementMissing, u"agree"_s, u"signup.agreeMissing"_s);
    values.insert(u"problems"_s, QJsonObject{{u"list"_s, list}});
    return values;
}

QJsonObject question(const SignupForm::Question &question)
{
    return {{u"question"_s, true},
            {u"typed"_s, question.typed},
            {u"typedParts"_s, PageFrame::addressParts(question.typed)},
            {u"meant"_s, question.meant},
            {u"meantParts"_s, PageFrame::addressParts(question.meant)},
            {u"email"_s, question.typed}};
}

QJsonObject together(QJsonObject first, const QJsonObject &second)
{
    for (auto it = second.begin(); it != second.end(); ++it)
        first.insert(it.key(), *it);
    return first;
}

} // namespace shirase::signupValues
