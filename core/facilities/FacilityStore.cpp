// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityStore.h"

#include "core/facilities/FacilityCheck.h"
#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsPerDay = 24 * 3600;

const QString columns = u"f.id, f.kind, f.name, f.aliases, f.contact_name, f.contact_email, f.phone, f.postal_code, "
                        "f.address, f.event_from, f.event_until, f.state, f.source, f.created_at, f.changed_at, "
                        "c.code, c.issued_at, f.exercise "
                        "FROM facility f JOIN facility_code c ON c.facility_id = f.id AND c.retires_at IS NULL "_s;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityStore)
};

std::unexpected<Error> unknown()
{
    return fail(ErrorCode::NotFound, Tr::tr("There is no such facility."));
}

FacilityState stateOf(QStringView text)
{
    return text == u"suspended" ? FacilityState::Suspended
        : text == u"retired"    ? FacilityState::Retired
                                : FacilityState::Active;
}

FacilitySource sourceOf(QStringView text)
{
    return text == u"form" ? FacilitySource::Form : text == u"import" ? FacilitySource::Import : FacilitySource::Staff;
}

std::optional<QDate> dayOf(const Rows &rows, int column)
{
    if (rows.isNull(column))
        return std::nullopt;
    return japan::fromNumber(int(rows.number(column)));
}

QVariant valueOf(const std::optional<QDate> &day)
{
    return day ? QVariant(japan::toNumber(*day)) : QVariant(QMetaType::fromType<int>());
}

Facility facilityOf(const Rows &rows)
{
    return {
        .id = rows.number(0),
        .details = {.kind = facilityKindOf(rows.text(1)).value_or(FacilityKind::Facility),
                    .name = rows.text(2),
                    .aliases = rows.text(3),
                    .contactName = rows.text(4),
                    .contactEmail = rows.text(5),
                    .phone = rows.text(6),
                    .postalCode = rows.text(7),
                    .address = rows.text(8),
                    .from = dayOf(rows, 9),
                    .until = dayOf(rows, 10),
                    .exercise = rows.number(17) != 0},
        .state = stateOf(rows.text(11)),
        .source = sourceOf(rows.text(12)),
        // Codes enter the table through FacilityCode only.
        .code = *FacilityCode::parse(rows.text(15)),
        .codeIssuedAt = rows.number(16),
        .createdAt = rows.number(13),
        .changedAt = rows.number(14),
    };
}

QString duplicateKey(const FacilityDetails &details)
{
    return folded(details.name) + u'\n' + folded(details.address);
}

QString searchText(const FacilityDetails &details)
{
    return folded(details.name) + u'\n' + folded(details.aliases) + u'\n' + folded(details.address) + u'\n'
        + folded(details.contactName) + u'\n' + folded(details.contactEmail) + u'\n' + folded(details.phone);
}

QVariantList valuesOf(const FacilityDetails &details)
{
    return {toText(details.kind), details.name,    details.aliases,        details.contactName,    details.contactEmail,
            details.phone,        details.postalCode, details.address,     valueOf(details.from),  valueOf(details.until),
            duplicateKey(details), searchText(details)};
}

const QString contactIsOver = u"f.state = 'retired' AND f.retired_at < ? AND f.contact_email <> '' "_s;

FacilityDetails withoutContact(FacilityDetails details)
{
    QList<QString *> personal{&details.contactName, &details.contactEmail, &details.phone};
    if (details.kind == FacilityKind::Event)
        personal << &details.postalCode << &details.address;
    for (QString *text : personal)
        *text = u""_s;
    return details;
}

QString escapedLike(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

struct Condition
{
    QString sql = u"WHERE f.id > ?"_s;
    QVariantList values;
};

Condition conditionOf(const FacilityFilter &filter, FacilityId after)
{
    Condition condition;
    condition.values << after;
    if (const QString wanted = folded(filter.search); !wanted.isEmpty()) {
        condition.sql += u" AND (f.search_text LIKE ? ESCAPE '\\' OR c.code LIKE ? ESCAPE '\\')"_s;
        const QString pattern = u'%' + escapedLike(wanted) + u'%';
        condition.values << pattern << pattern.toUpper();
    }
    if (filter.kind) {
        condition.sql += u" AND f.kind = ?"_s;
        condition.values << toText(*filter.kind);
    }
    if (filter.state) {
        condition.sql += u" AND f.state = ?"_s;
        condition.values << toText(*filter.state);
    }
    return condition;
}

Result<> insertCode(Database &database, FacilityId facility, qint64 now)
{
    const Result<Rows> inserted
        = database.run(u"INSERT INTO facility_code (code, facility_id, issued_at) VALUES (?, ?, ?)"_s,
                       {FacilityCode::random().text(), facility, now});
    if (!inserted)
        return passOn(inserted);
    return {};
}

} // namespace

Result<Facility> FacilityStore::add(const FacilityDetails &details, FacilitySource source)
{
    const qint64 now = m_clock.now();
    FacilityId id = 0;
    {
        const Result<Rows> inserted = m_database.run(
            u"INSERT INTO facility (kind, name, aliases, contact_name, contact_email, phone, postal_code, address, "
            "event_from, event_until, duplicate_key, search_text, state, source, created_at, changed_at, exercise) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'active', ?, ?, ?, ?)"_s,
            valuesOf(details) << toText(source) << now << now << int(details.exercise));
        if (!inserted)
            return passOn(inserted);
        id = inserted->insertedId();
    }
    if (const Result<> coded = insertCode(m_database, id, now); !coded)
        return passOn(coded);
    return find(id);
}

Result<> FacilityStore::update(FacilityId id, const FacilityDetails &details)
{
    const Result<Rows> updated = m_database.run(
        u"UPDATE facility SET kind = ?, name = ?, aliases = ?, contact_name = ?, contact_email = ?, phone = ?, "
        "postal_code = ?, address = ?, event_from = ?, event_until = ?, duplicate_key = ?, search_text = ?, "
        "changed_at = ? WHERE id = ?"_s,
        valuesOf(details) << m_clock.now() << id);
    if (!updated)
        return passOn(updated);
    if (updated->changed() == 0)
        return unknown();
    return {};
}

Result<> FacilityStore::setState(FacilityId id, FacilityState state)
{
    const qint64 now = m_clock.now();
    const Result<Rows> updated = m_database.run(
        u"UPDATE facility SET state = ?, changed_at = ?, retired_at = ? WHERE id = ?"_s,
        {toText(state), now, state == FacilityState::Retired ? QVariant(now) : QVariant(QMetaType::fromType<qint64>()), id});
    if (!updated)
        return passOn(updated);
    if (updated->changed() == 0)
        return unknown();
    return {};
}

Result<Facility> FacilityStore::reissue(FacilityId id, int graceDays)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Result<Facility> facility = reissueWithin(id, graceDays);
    if (!facility)
        return facility;
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return facility;
}

Result<Facility> FacilityStore::reissueWithin(FacilityId id, int graceDays)
{
    const qint64 now = m_clock.now();
    {
        const Result<Rows> replaced
            = m_database.run(u"UPDATE facility_code SET retires_at = ? WHERE facility_id = ? AND retires_at IS NULL"_s,
                             {now + graceDays * secondsPerDay, id});
        if (!replaced)
            return passOn(replaced);
        if (replaced->changed() == 0)
            return unknown();
    }
    if (const Result<> coded = insertCode(m_database, id, now); !coded)
        return passOn(coded);
    return find(id);
}

Result<int> FacilityStore::countContactsToErase(qint64 retiredBefore)
{
    Result<Rows> rows = m_database.run(u"SELECT count(*) FROM facility f WHERE "_s + contactIsOver, {retiredBefore});
    if (!rows)
        return passOn(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

Result<int> FacilityStore::eraseContacts(qint64 retiredBefore, int atMost)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    QList<Facility> over;
    {
        Result<Rows> rows = m_database.run(
            u"SELECT "_s + columns + u"WHERE "_s + contactIsOver + u" ORDER BY f.id LIMIT ?"_s, {retiredBefore, atMost});
        if (!rows)
            return passOn(rows);
        while (rows->next())
            over.append(facilityOf(*rows));
    }
    for (const Facility &facility : over) {
        if (const Result<> blanked = update(facility.id, withoutContact(facility.details)); !blanked)
            return passOn(blanked);
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return int(over.size());
}

Result<Facility> FacilityStore::find(FacilityId id)
{
    Result<Rows> rows = m_database.run(u"SELECT "_s + columns + u"WHERE f.id = ?"_s, {id});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return unknown();
    return facilityOf(*rows);
}

Result<CodeLookup> FacilityStore::findByCode(const FacilityCode &code)
{
    Result<Rows> rows
        = m_database.run(u"SELECT facility_id, retires_at FROM facility_code WHERE code = ?"_s, {code.text()});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return unknown();
    const bool retired = !rows->isNull(1) && rows->number(1) <= m_clock.now();
    Result<Facility> facility = find(rows->number(0));
    if (!facility)
        return passOn(facility);
    return CodeLookup{std::move(*facility), code, retired};
}

Result<QList<Facility>> FacilityStore::list(const FacilityFilter &filter, FacilityId after, int atMost)
{
    Condition condition = conditionOf(filter, after);
    Result<Rows> rows = m_database.run(u"SELECT "_s + columns + condition.sql + u" ORDER BY f.id LIMIT ?"_s,
                                       condition.values << atMost);
    if (!rows)
        return passOn(rows);
    QList<Facility> facilities;
    while (rows->next())
        facilities.append(facilityOf(*rows));
    return facilities;
}

Result<int> FacilityStore::count(const FacilityFilter &filter)
{
    const Condition condition = conditionOf(filter, 0);
    Result<Rows> rows = m_database.run(
        u"SELECT count(*) FROM facility f JOIN facility_code c ON c.facility_id = f.id AND c.retires_at IS NULL "_s
            + condition.sql,
        condition.values);
    if (!rows)
        return passOn(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

Result<QList<Facility>> FacilityStore::duplicatesOf(const FacilityDetails &details)
{
    Result<Rows> rows = m_database.run(
        u"SELECT "_s + columns + u"WHERE f.duplicate_key = ? AND f.state <> 'retired' ORDER BY f.id"_s,
        {duplicateKey(details)});
    if (!rows)
        return passOn(rows);
    QList<Facility> facilities;
    while (rows->next())
        facilities.append(facilityOf(*rows));
    return facilities;
}

QString toText(FacilityKind kind)
{
    switch (kind) {
    case FacilityKind::Store:
        return u"store"_s;
    case FacilityKind::Event:
        return u"event"_s;
    case FacilityKind::Facility:
        return u"facility"_s;
    }
    Q_UNREACHABLE();
}

QString toText(FacilityState state)
{
    switch (state) {
    case FacilityState::Active:
        return u"active"_s;
    case FacilityState::Suspended:
        return u"suspended"_s;
    case FacilityState::Retired:
        return u"retired"_s;
    }
    Q_UNREACHABLE();
}

QString toText(FacilitySource source)
{
    switch (source) {
    case FacilitySource::Form:
        return u"form"_s;
    case FacilitySource::Staff:
        return u"staff"_s;
    case FacilitySource::Import:
        return u"import"_s;
    }
    Q_UNREACHABLE();
}

std::optional<FacilityKind> facilityKindOf(QStringView text)
{
    if (text == u"store")
        return FacilityKind::Store;
    if (text == u"event")
        return FacilityKind::Event;
    if (text == u"facility")
        return FacilityKind::Facility;
    return std::nullopt;
}

} // namespace shirase
