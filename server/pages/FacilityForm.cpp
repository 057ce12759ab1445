// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/FacilityForm.h"

#include "core/mail/EmailAddress.h"

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct TextField
{
    QLatin1StringView name;
    QLatin1StringView text; ///< key of the label; with "Hint" that of the hint
    QLatin1StringView autocomplete;
    QLatin1StringView inputMode;
    bool plain = false;  ///< no spelling help
    bool narrow = false; ///< short on wide screens
};

constexpr std::array textFields{
    TextField{"name"_L1, "name"_L1, "organization"_L1, ""_L1},
    TextField{"contact_name"_L1, "contactName"_L1, "name"_L1, ""_L1},
    TextField{"contact_email"_L1, "contactEmail"_L1, "email"_L1, "email"_L1, true},
    TextField{"phone"_L1, "phone"_L1, "tel"_L1, "tel"_L1, true, true},
    TextField{"postal_code"_L1, "postalCode"_L1, "postal-code"_L1, "numeric"_L1, true, true},
    TextField{"address"_L1, "address"_L1, "address-line1"_L1, ""_L1},
};

/// All fields in the page's order, with the keys of their labels where the sentence needs one.
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 9> allFields{{
    {"kind"_L1, ""_L1},
    {"from"_L1, "from"_L1},
    {"until"_L1, "until"_L1},
    {"name"_L1, "name"_L1},
    {"contact_name"_L1, "contactName"_L1},
    {"contact_email"_L1, "contactEmail"_L1},
    {"phone"_L1, "phone"_L1},
    {"postal_code"_L1, "postalCode"_L1},
    {"address"_L1, "address"_L1},
}};

QString key(QLatin1StringView name)
{
    return u"operator."_s + name;
}

QString keyOf(FieldProblem::Kind kind)
{
    using Kind = FieldProblem::Kind;
    switch (kind) {
    case Kind::Missing:
        return key("missing"_L1);
    case Kind::TooLong:
        return key("tooLong"_L1);
    case Kind::NotAllowed:
        return key("notAllowed"_L1);
    case Kind::HasLink:
        return key("hasLink"_L1);
    case Kind::NotAnAddress:
        return key("notAnAddress"_L1);
    case Kind::NotAPhone:
        return key("notAPhone"_L1);
    case Kind::NotAPostalCode:
        return key("notAPostalCode"_L1);
    case Kind::DaysMissing:
        return key("daysMissing"_L1);
    case Kind::DaysReversed:
        return key("daysReversed"_L1);
    case Kind::DaysTooLong:
        return key("daysTooLong"_L1);
    }
    Q_UNREACHABLE();
}

/// "2026-11-21", also with slashes and in any width, as browsers without a date picker let people type it.
std::optional<QDate> dayOf(const QString &typed)
{
    const QString text = typed.normalized(QString::NormalizationForm_KC).trimmed().replace(u'/', u'-');
    const QDate day = QDate::fromString(text, u"yyyy-M-d"_s);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

QString textOf(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

QJsonObject fieldValues(const PageFrame &frame, const PageLanguage &language, const FacilityForm &form,
                        QLatin1StringView name, QLatin1StringView label,
                        const FacilityForm::Problems &problems)
{
    return {{u"name"_s, QString(name)},
            {u"label"_s, frame.text(language, key(label))},
            {u"value"_s, form.values[name]},
            {u"problem"_s, problems[name]}};
}

QJsonArray textFieldValues(const PageFrame &frame, const PageLanguage &language, const FacilityForm &form,
                           const FacilityForm::Problems &problems)
{
    QJsonArray fields;
    for (const TextField &field : textFields) {
        QJsonObject values = fieldValues(frame, language, form, field.name, field.text, problems);
        values.insert(u"hint"_s, frame.text(language, key(field.text) + u"Hint"_s));
        values.insert(u"autocomplete"_s, QString(field.autocomplete));
        values.insert(u"inputMode"_s, QString(field.inputMode));
        values.insert(u"plain"_s, field.plain);
        values.insert(u"narrow"_s, field.narrow);
        fields += values;
    }
    return fields;
}

} // namespace

FacilityForm FacilityForm::read(const http::Form &form)
{
    FacilityForm filled;
    for (const auto &[field, label] : allFields)
        filled.values.insert(field, form.value(QString(field)));
    filled.values.insert(u"keep"_s, form.value(u"keep"));
    const std::optional<FacilityKind> kind = facilityKindOf(form.value(u"kind"));
    filled.kindChosen = kind.has_value();
    filled.details = mended({.kind = kind.value_or(FacilityKind::Store),
                             .name = form.value(u"name"),
                             .aliases = {},
                             .contactName = form.value(u"contact_name"),
                             .contactEmail = form.value(u"contact_email").trimmed(),
                             .phone = form.value(u"phone"),
                             .postalCode = form.value(u"postal_code"),
                             .address = form.value(u"address"),
                             .from = dayOf(form.value(u"from")),
                             .until = dayOf(form.value(u"until"))});
    return filled;
}

FacilityForm FacilityForm::of(const FacilityDetails &details)
{
    return {.values = {{u"kind"_s, toText(details.kind)},
                       {u"from"_s, textOf(details.from)},
                       {u"until"_s, textOf(details.until)},
                       {u"name"_s, details.name},
                       {u"contact_name"_s, details.contactName},
                       {u"contact_email"_s, details.contactEmail},
                       {u"phone"_s, details.phone},
                       {u"postal_code"_s, details.postalCode},
                       {u"address"_s, details.address},
                       // What is registered already is no slip.
                       {u"keep"_s, details.contactEmail}},
            .details = details,
            .kindChosen = true};
}

FacilityForm::Problems FacilityForm::problems(const PageFrame &frame, const PageLanguage &language) const
{
    Problems found;
    if (!kindChosen)
        found.insert(u"kind"_s, frame.text(language, key("kindMissing"_L1)));
    for (const FieldProblem &problem : shirase::problems(details)) {
        if (!found.contains(problem.field))
            found.insert(problem.field, frame.text(language, keyOf(problem.kind)));
    }
    // Whoever reads this mailbox gets the code, so a slip is asked about; the same address once more means
    // yes.
    const Result<EmailAddress> address = EmailAddress::parse(details.contactEmail);
    if (address && values[u"keep"_s] != address->display()) {
        if (const std::optional<EmailAddress> meant = address->likelyMeant())
            found.insert(u"contact_email"_s,
                         frame.text(language, key("likelySlip"_L1), {{u"meant"_s, meant->display()}}));
    }
    return found;
}

QJsonObject FacilityForm::show(const PageFrame &frame, const PageLanguage &language,
                               const Problems &problems) const
{
    const QString kind = values[u"kind"_s];
    return {
        {u"keep"_s, problems.contains(u"contact_email"_s) ? details.contactEmail : values[u"keep"_s]},
        {u"isStore"_s, kind == u"store"},
        {u"isFacility"_s, kind == u"facility"},
        {u"isEvent"_s, kind == u"event"},
        {u"kindProblem"_s, problems[u"kind"_s]},
        {u"dayFields"_s, QJsonArray{fieldValues(frame, language, *this, "from"_L1, "from"_L1, problems),
                                    fieldValues(frame, language, *this, "until"_L1, "until"_L1, problems)}},
        {u"textFields"_s, textFieldValues(frame, language, *this, problems)}};
}

QJsonArray FacilityForm::summary(const PageFrame &frame, const PageLanguage &language, Problems problems)
{
    QJsonArray list;
    const auto add = [&](const QString &field, QLatin1StringView label) {
        list += QJsonObject{{u"field"_s, field},
                            {u"label"_s, label.isEmpty() ? QString() : frame.text(language, key(label))},
                            {u"message"_s, problems.take(field)}};
    };
    for (const auto &[name, label] : allFields) {
        if (problems.contains(name))
            add(name, label);
    }
    for (const QString &field : problems.keys())
        add(field, {});
    return list;
}

} // namespace shirase
