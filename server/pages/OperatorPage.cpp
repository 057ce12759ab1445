// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/OperatorPage.h"

#include "core/mail/EmailAddress.h"
#include "core/visits/ScanToken.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

struct OperatorPage::Filled
{
    QMap<QString, QString> values; ///< by field, as typed
    FacilityDetails details;       ///< mended
    bool kindChosen = false;
    bool agreed = false;
};

namespace {

/// The operators' forms carry a scan token of no facility: it comes only from opening the form, and runs out.
constexpr FacilityId noFacility = 0;

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
constexpr std::array<std::pair<QLatin1StringView, QLatin1StringView>, 10> allFields{{
    {"kind"_L1, ""_L1},
    {"from"_L1, "from"_L1},
    {"until"_L1, "until"_L1},
    {"name"_L1, "name"_L1},
    {"contact_name"_L1, "contactName"_L1},
    {"contact_email"_L1, "contactEmail"_L1},
    {"phone"_L1, "phone"_L1},
    {"postal_code"_L1, "postalCode"_L1},
    {"address"_L1, "address"_L1},
    {"agree"_L1, ""_L1},
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

} // namespace

void OperatorPage::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/facilities/new",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(show(request));
               });
    router.add(http::Method::Post, u"/facilities/new",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(submit(request));
               });
    router.add(http::Method::Get, u"/facilities/new/done",
               [this](const http::Request &request, const http::PathParameters &, http::Answer answer) {
                   answer(m_frame.page(request, m_frame.languageOf(request), Page::OperatorDone));
               });
}

http::Response OperatorPage::show(const http::Request &request) const
{
    return form(request, m_frame.languageOf(request), {}, 200, {});
}

http::Response OperatorPage::submit(const http::Request &request)
{
    const Result<http::Form> sent = http::Form::parse(request);
    if (!sent)
        return m_frame.page(request, m_frame.languageOf(request), Page::Unreadable, {}, 400);
    const PageLanguage language = m_frame.languageOf(request, sent->value(u"lang"));
    const Filled filled = read(*sent);
    const auto token =
        ScanToken::decode(sent->value(u"token").toLatin1(), m_serverKey.tokenKey(), m_clock.now());
    // A form that was open too long is ours all the same: what was typed stays.
    if (!token && token.error() == ScanToken::Fault::Expired)
        return form(request, language, filled, 422, {}, u"stale"_s);
    if (!token || token->facility != noFacility)
        return m_frame.page(request, language, Page::OperatorAgain, {}, 400);
    if (const Problems problems = problemsOf(filled, language); !problems.isEmpty())
        return form(request, language, filled, 422, problems);
    if (isRepetition(request.body))
        return done(language);
    if (!m_registration.add(filled.details, FacilitySource::Form, true, language.tag))
        return form(request, language, filled, 503, {}, u"unconfirmed"_s);
    m_finished.insert(QCryptographicHash::hash(request.body, QCryptographicHash::Sha256),
                      token->scannedAt + ScanToken::validSeconds);
    return done(language);
}

OperatorPage::Filled OperatorPage::read(const http::Form &form)
{
    Filled filled;
    for (const auto &[field, label] : allFields)
        filled.values.insert(field, form.value(QString(field)));
    filled.values.insert(u"keep"_s, form.value(u"keep"));
    const std::optional<FacilityKind> kind = facilityKindOf(form.value(u"kind"));
    filled.kindChosen = kind.has_value();
    filled.agreed = !form.value(u"agree").isEmpty();
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

OperatorPage::Problems OperatorPage::problemsOf(const Filled &filled, const PageLanguage &language) const
{
    Problems found;
    if (!filled.kindChosen)
        found.insert(u"kind"_s, m_frame.text(language, key("kindMissing"_L1)));
    for (const FieldProblem &problem : problems(filled.details))
        found.insert(problem.field, m_frame.text(language, keyOf(problem.kind)));
    if (!filled.agreed)
        found.insert(u"agree"_s, m_frame.text(language, key("agreeMissing"_L1)));
    // Whoever reads this mailbox gets the code, so a slip is asked about; the same address once more means
    // yes.
    const Result<EmailAddress> address = EmailAddress::parse(filled.details.contactEmail);
    if (address && filled.values[u"keep"_s] != address->display()) {
        if (const std::optional<EmailAddress> meant = address->likelyMeant())
            found.insert(u"contact_email"_s,
                         m_frame.text(language, key("likelySlip"_L1), {{u"meant"_s, meant->display()}}));
    }
    return found;
}

QJsonObject OperatorPage::fieldValues(const PageLanguage &language, QLatin1StringView name,
                                      const QString &label, const Filled &filled,
                                      const Problems &problems) const
{
    return {{u"name"_s, QString(name)},
            {u"label"_s, m_frame.text(language, label)},
            {u"value"_s, filled.values[name]},
            {u"problem"_s, problems[name]}};
}

QJsonArray OperatorPage::textFieldValues(const PageLanguage &language, const Filled &filled,
                                         const Problems &problems) const
{
    QJsonArray fields;
    for (const TextField &field : textFields) {
        QJsonObject values = fieldValues(language, field.name, key(field.text), filled, problems);
        values.insert(u"hint"_s, m_frame.text(language, key(field.text) + u"Hint"_s));
        values.insert(u"autocomplete"_s, QString(field.autocomplete));
        values.insert(u"inputMode"_s, QString(field.inputMode));
        values.insert(u"plain"_s, field.plain);
        values.insert(u"narrow"_s, field.narrow);
        fields += values;
    }
    return fields;
}

QJsonArray OperatorPage::summary(const PageLanguage &language, const Problems &problems) const
{
    QJsonArray list;
    for (const auto &[name, label] : allFields) {
        if (problems.contains(name)) {
            list +=
                QJsonObject{{u"field"_s, QString(name)},
                            {u"label"_s, label.isEmpty() ? QString() : m_frame.text(language, key(label))},
                            {u"message"_s, problems[name]}};
        }
    }
    return list;
}

http::Response OperatorPage::form(const http::Request &request, const PageLanguage &language,
                                  const Filled &filled, int status, const Problems &problems,
                                  const QString &banner) const
{
    const ScanToken token = ScanToken::make(noFacility, m_clock.now());
    const QString kind = filled.values[u"kind"_s];
    QJsonObject values{
        {u"token"_s, QString::fromLatin1(token.encode(m_serverKey.tokenKey()))},
        {u"keep"_s, status == 422 ? filled.details.contactEmail : filled.values[u"keep"_s]},
        {u"check"_s, !problems.isEmpty()},
        {u"isStore"_s, kind == u"store"},
        {u"isFacility"_s, kind == u"facility"},
        {u"isEvent"_s, kind == u"event"},
        {u"kindProblem"_s, problems[u"kind"_s]},
        {u"dayFields"_s, QJsonArray{fieldValues(language, "from"_L1, key("from"_L1), filled, problems),
                                    fieldValues(language, "until"_L1, key("until"_L1), filled, problems)}},
        {u"textFields"_s, textFieldValues(language, filled, problems)},
        {u"agreeProblem"_s, problems[u"agree"_s]},
        {u"agreed"_s, filled.agreed},
    };
    if (!problems.isEmpty())
        values.insert(u"problems"_s, QJsonObject{{u"list"_s, summary(language, problems)}});
    if (!banner.isEmpty())
        values.insert(banner, true);
    return m_frame.page(request, language, Page::Operator, values, status);
}

http::Response OperatorPage::done(const PageLanguage &language) const
{
    return PageFrame::seeOther(u"/facilities/new/done"_s + PageFrame::query(language));
}

bool OperatorPage::isRepetition(const QByteArray &body)
{
    m_finished.removeIf([now = m_clock.now()](const auto &finished) { return finished.value() <= now; });
    return m_finished.contains(QCryptographicHash::hash(body, QCryptographicHash::Sha256));
}

} // namespace shirase
