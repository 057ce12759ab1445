// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"
#include "core/foundation/Clock.h"

#include <QList>

namespace shirase {

/// What stands behind a code that somebody scanned.
struct CodeLookup
{
    Facility facility;
    FacilityCode scanned;
    bool codeRetired = false; ///< this code was replaced and its grace is over
};

/// Which facilities a list shows.
struct FacilityFilter
{
    QString search; ///< part of name, alias, address, contact or code; any width, kana alike; empty = all
    std::optional<FacilityKind> kind;
    std::optional<FacilityState> state;
};

/// The facilities in the database. One object per connection.
class FacilityStore
{
public:
    FacilityStore(Database &database, const Clock &clock) : m_database(database), m_clock(clock) {}

    /// Adds a facility with a fresh code, inside the caller's transaction. The details have to be mended and without
    /// problems.
    [[nodiscard]] Result<Facility> add(const FacilityDetails &details, FacilitySource source);
    [[nodiscard]] Result<> update(FacilityId id, const FacilityDetails &details);
    [[nodiscard]] Result<> setState(FacilityId id, FacilityState state);
    /// A new code; the old ones still work for that many days.
    [[nodiscard]] Result<Facility> reissue(FacilityId id, int graceDays);
    /// The same inside the caller's transaction.
    [[nodiscard]] Result<Facility> reissueWithin(FacilityId id, int graceDays);

    /// Retired facilities that still have a contact and were retired before then (seconds since the epoch, UTC).
    [[nodiscard]] Result<int> countContactsToErase(qint64 retiredBefore);
    /// Erases the contacts of at most that many of them: person, mail, phone, and an event's address, which is its
    /// organiser's (REQUIREMENTS O1, O6). Returns how many it were.
    [[nodiscard]] Result<int> eraseContacts(qint64 retiredBefore, int atMost);

    /// Fails with NotFound for an unknown id or code.
    [[nodiscard]] Result<Facility> find(FacilityId id);
    [[nodiscard]] Result<CodeLookup> findByCode(const FacilityCode &code);

    /// Facilities in the order of their ids, from the one after @p after on.
    [[nodiscard]] Result<QList<Facility>> list(const FacilityFilter &filter, FacilityId after, int atMost);
    [[nodiscard]] Result<int> count(const FacilityFilter &filter);
    /// Other facilities with the same name and address (REQUIREMENTS O4).
    [[nodiscard]] Result<QList<Facility>> duplicatesOf(const FacilityDetails &details);

private:
    Database &m_database;
    const Clock &m_clock;
};

[[nodiscard]] QString toText(FacilityKind kind);   ///< "store", "event", "facility"
[[nodiscard]] QString toText(FacilityState state); ///< "active", "suspended", "retired"
[[nodiscard]] QString toText(FacilitySource source);
[[nodiscard]] std::optional<FacilityKind> facilityKindOf(QStringView text);

} // namespace shirase
