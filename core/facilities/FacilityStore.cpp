// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityStore.h"

#include "core/database/Answers.h"
#include "core/facilities/FacilityKeys.h"
#include "core/facilities/FacilityRow.h"
#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 secondsPerDay = 24 * 3600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(FacilityStore)
};

std::unexpected<Error> unknown()
{
    return fail(ErrorCode::NotFound, Tr::tr("There is no such facility."));
}

QVariant valueOf(const std::optional<QDate> &day)
{
    return day ? QVariant(japan::toNumber(*day)) : QVariant(QMetaType::fromType<int>());
}

QVariantList valuesOf(const FacilityDetails &details)
{
    return {toText(details.kind),  details.name,          details.aliases,    details.contactName,
            details.contactEmail,  details.phone,         details.postalCode, details.address,
            valueOf(details.from), valueOf(details.until)};
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

/// NULL unless it is retired.
QVariant retiredAt(FacilityState state, qint64 now)
{
    return state == FacilityState::Retired ? QVariant(now) : QVariant(QMetaType::fromType<qint64>());
}

// Before each change of a facility: the number that it gets.
Result<> countRevision(Database &database)
{
    const Result<Rows> counted = database.run(u"UPDATE facility_revision SET number = number + 1"_s);
    if (!counted)
        return passOn(counted);
    return {};
}

const QString newRevision = u"revision = (SELECT number FROM facility_revision) "_s;

Result<> insertCode(Database &database, FacilityId facility, qint64 now)
{
    const Result<Rows> inserted =
        database.run(u"INSERT INTO facility_code (code, facility_id, issued_at) VALUES (?, ?, ?)"_s,
                     {FacilityCode::random().text(), facility, now});
    if (!inserted)
        return passOn(inserted);
    return {};
}

} // namespace

// Alone, or as a part of what the caller does: a change and its revision are committed together.
template <typename T>
Result<T> FacilityStore::within(const std::function<Result<T>()> &change)
{
    if (m_database.inTransaction())
        return change();
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    Result<T> changed = change();
    if (!changed)
        return changed;
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return changed;
}

Result<Facility> FacilityStore::add(const FacilityDetails &details, FacilitySource source)
{
    const qint64 now = m_clock.now();
    FacilityId id = 0;
    {
        const Result<Rows> inserted =
            m_database.run(u"INSERT INTO facility (kind, name, aliases, contact_name, contact_email, phone, "
                           u"postal_code, address, "
                           "event_from, event_until, duplicate_key, search_text, state, source, created_at, "
                           "changed_at, exercise) "
                           "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '', 'active', ?, ?, ?, ?)"_s,
                           valuesOf(details) << toText(source) << now << now << int(details.exercise));
        if (!inserted)
            return passOn(inserted);
        id = inserted->insertedId();
    }
    if (const Result<> coded = insertCode(m_database, id, now); !coded)
        return passOn(coded);
    if (const Result<> kept = refreshKeys(id); !kept)
        return passOn(kept);
    return find(id);
}

Result<> FacilityStore::update(FacilityId id, const FacilityDetails &details)
{
    return within<void>([&]() -> Result<> {
        {
            const Result<Rows> updated = m_database.run(
                u"UPDATE facility SET kind = ?, name = ?, aliases = ?, contact_name = ?, contact_email = ?, "
                "phone = ?, postal_code = ?, address = ?, event_from = ?, event_until = ?, changed_at = ? WHERE id = ?"_s,
                valuesOf(details) << m_clock.now() << id);
            if (!updated)
                return passOn(updated);
        }
        return refreshKeys(id);
    });
}

Result<bool> FacilityStore::replace(FacilityId id, const FacilityDetails &expected,
                                    const FacilityDetails &wanted)
{
    const Result<Facility> now = find(id);
    if (!now && now.error().code == ErrorCode::NotFound)
        return false;
    if (!now)
        return passOn(now);
    if (now->details != expected)
        return false;
    if (const Result<> updated = update(id, wanted); !updated)
        return passOn(updated);
    return true;
}

Result<QList<FacilityCode>> FacilityStore::codesOf(FacilityId id) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT code FROM facility_code WHERE facility_id = ? ORDER BY issued_at, code"_s, {id});
    if (!rows)
        return passOn(rows);
    QList<FacilityCode> codes;
    while (rows->next())
        codes << *FacilityCode::parse(rows->text(0));
    return codes;
}

Result<> FacilityStore::refreshKeys(FacilityId id)
{
    return within<void>([&]() -> Result<> {
        if (const Result<> counted = countRevision(m_database); !counted)
            return counted;
        const Result<Facility> facility = find(id);
        if (!facility)
            return passOn(facility);
        const Result<QList<FacilityCode>> codes = codesOf(id);
        if (!codes)
            return passOn(codes);
        const FacilityKeys keys = FacilityKeys::of(facility->details, *codes);
        const Result<Rows> updated = m_database.run(
            u"UPDATE facility SET duplicate_key = ?, search_text = ?, name_key = ?, prefecture = ?, "
            "municipality = ?, place_key = ?, "_s +
                newRevision + u"WHERE id = ?"_s,
            {keys.duplicate, keys.search, keys.name, keys.prefecture, keys.municipality, keys.place, id});
        if (!updated)
            return passOn(updated);
        return {};
    });
}

Result<> FacilityStore::setState(FacilityId id, FacilityState state)
{
    return within<void>([&]() -> Result<> {
        if (const Result<> counted = countRevision(m_database); !counted)
            return counted;
        const qint64 now = m_clock.now();
        const Result<Rows> updated =
            // Retired again, it has been retired since the first time (O6).
            m_database.run(u"UPDATE facility SET state = ?, changed_at = ?, "
                           "retired_at = CASE WHEN state = ? THEN retired_at ELSE ? END, "_s +
                               newRevision + u"WHERE id = ?"_s,
                           {toText(state), now, toText(state), retiredAt(state, now), id});
        if (!updated)
            return passOn(updated);
        if (updated->changed() == 0)
            return unknown();
        return {};
    });
}

Result<bool> FacilityStore::moveState(FacilityId id, FacilityState from, FacilityState to)
{
    return within<bool>([&]() -> Result<bool> {
        if (const Result<> counted = countRevision(m_database); !counted)
            return passOn(counted);
        const qint64 now = m_clock.now();
        const Result<Rows> updated =
            m_database.run(u"UPDATE facility SET state = ?, changed_at = ?, retired_at = ?, "_s +
                               newRevision + u"WHERE id = ? AND state = ?"_s,
                           {toText(to), now, retiredAt(to, now), id, toText(from)});
        if (!updated)
            return passOn(updated);
        return updated->changed() > 0;
    });
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
        // Nor does one before it work for longer, which may be the one that is abused.
        const qint64 until = now + graceDays * secondsPerDay;
        const Result<Rows> replaced = m_database.run(
            u"UPDATE facility_code SET retires_at = ? WHERE facility_id = ? AND (retires_at IS NULL OR retires_at > ?)"_s,
            {until, id, until});
        if (!replaced)
            return passOn(replaced);
        if (replaced->changed() == 0)
            return unknown();
    }
    if (const Result<> coded = insertCode(m_database, id, now); !coded)
        return passOn(coded);
    if (const Result<> kept = refreshKeys(id); !kept)
        return passOn(kept);
    return find(id);
}

Result<int> FacilityStore::countContactsToErase(qint64 retiredBefore) const
{
    return countFrom(m_database, u"SELECT count(*) FROM facility f WHERE "_s + contactIsOver, {retiredBefore});
}

Result<int> FacilityStore::eraseContacts(qint64 retiredBefore, int atMost)
{
    return within<int>([&]() -> Result<int> {
        QList<Facility> over;
        {
            Result<Rows> rows = m_database.run(u"SELECT "_s + facilityRow::selection + u"WHERE "_s + contactIsOver +
                                                   u"ORDER BY f.id LIMIT ?"_s,
                                               {retiredBefore, atMost});
            if (!rows)
                return passOn(rows);
            over = facilityRow::readAll(*rows);
        }
        for (const Facility &facility : over) {
            if (const Result<> blanked = update(facility.id, withoutContact(facility.details)); !blanked)
                return passOn(blanked);
        }
        return int(over.size());
    });
}

Result<Facility> FacilityStore::find(FacilityId id) const
{
    Result<Rows> rows = m_database.run(u"SELECT "_s + facilityRow::selection + u"WHERE f.id = ?"_s, {id});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return unknown();
    return facilityRow::read(*rows);
}

Result<CodeLookup> FacilityStore::findByCode(const FacilityCode &code) const
{
    FacilityId id = 0;
    std::optional<qint64> retiresAt;
    {
        Result<Rows> rows =
            m_database.run(u"SELECT facility_id, retires_at FROM facility_code WHERE code = ?"_s, {code.text()});
        if (!rows)
            return passOn(rows);
        if (!rows->next())
            return unknown();
        id = rows->number(0);
        if (!rows->isNull(1))
            retiresAt = rows->number(1);
    }
    Result<Facility> facility = find(id);
    if (!facility)
        return passOn(facility);
    return CodeLookup{std::move(*facility), code, retiresAt};
}

Result<qint64> FacilityStore::revision() const
{
    return numberFrom(m_database, u"SELECT number FROM facility_revision"_s);
}

Result<QList<Facility>> FacilityStore::list(FacilityId after, int atMost) const
{
    Result<Rows> rows = m_database.run(
        u"SELECT "_s + facilityRow::selection + u"WHERE f.id > ? ORDER BY f.id LIMIT ?"_s, {after, atMost});
    if (!rows)
        return passOn(rows);
    return facilityRow::readAll(*rows);
}

Result<QList<Facility>> FacilityStore::duplicatesOf(const FacilityDetails &details) const
{
    Result<Rows> rows =
        m_database.run(u"SELECT "_s + facilityRow::selection +
                           u"WHERE f.duplicate_key = ? AND f.state <> 'retired' ORDER BY f.id"_s,
                       {FacilityKeys::duplicateOf(details)});
    if (!rows)
        return passOn(rows);
    return facilityRow::readAll(*rows);
}

} // namespace shirase
