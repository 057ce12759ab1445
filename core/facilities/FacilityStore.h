// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"
#include "core/foundation/Clock.h"

#include <QList>

#include <functional>
#include <optional>

namespace shirase {

/// What stands behind a code that somebody scanned.
struct CodeLookup
{
    Facility facility;
    FacilityCode scanned;
    /// From then on the code, which was replaced, is refused: seconds since the epoch, UTC; nothing while it is the current one.
    std::optional<qint64> codeRetiresAt = {};

    [[nodiscard]] bool codeRetired(qint64 now) const { return codeRetiresAt && *codeRetiresAt <= now; }

    bool operator==(const CodeLookup &) const = default;
};

/// The facilities in the database. One object per connection. What changes a facility joins the caller's
/// transaction, or has one of its own; what only reads is const, so that whoever is to leave a change to FacilityDesk
/// gets a const store. Whoever writes the table past this class calls refreshKeys() in the
/// same transaction: else the search keeps what was there.
class FacilityStore
{
public:
    FacilityStore(Database &database, const Clock &clock)
        : m_database(database)
        , m_clock(clock)
    {}

    /// Adds a facility with a fresh code, inside the caller's transaction. The details have to be mended and
    /// without problems.
    [[nodiscard]] Result<Facility> add(const FacilityDetails &details, FacilitySource source);
    [[nodiscard]] Result<> update(FacilityId id, const FacilityDetails &details);
    /// The same where the details are still @p expected; false, and nothing changed, where they are not or
    /// there is no such facility.
    [[nodiscard]] Result<bool> replace(FacilityId id, const FacilityDetails &expected,
                                       const FacilityDetails &wanted);
    [[nodiscard]] Result<> setState(FacilityId id, FacilityState state);
    /// From one state to another; false, and nothing changed, where it is in another or there is no such
    /// facility.
    [[nodiscard]] Result<bool> moveState(FacilityId id, FacilityState from, FacilityState to);
    /// A new code; the old ones still work for that many days, and none for longer than it was given before.
    [[nodiscard]] Result<Facility> reissue(FacilityId id, int graceDays);
    /// The same inside the caller's transaction.
    [[nodiscard]] Result<Facility> reissueWithin(FacilityId id, int graceDays);

    /// Retired facilities that still have a contact and were retired before then (seconds since the epoch, UTC).
    [[nodiscard]] Result<int> countContactsToErase(qint64 retiredBefore) const;
    /// Erases the contacts of at most that many of them: person, mail, phone, and an event's address, which is its
    /// organiser's (REQUIREMENTS O1, O6). Returns how many it were.
    [[nodiscard]] Result<int> eraseContacts(qint64 retiredBefore, int atMost);

    /// Fails with NotFound for an unknown id or code.
    [[nodiscard]] Result<Facility> find(FacilityId id) const;
    [[nodiscard]] Result<CodeLookup> findByCode(const FacilityCode &code) const;
    /// The number of the latest change of any facility.
    [[nodiscard]] Result<qint64> revision() const;

    /// All facilities in the order of their ids, from the one after @p after on, a page at a time.
    /// FacilitySearch narrows and sorts.
    [[nodiscard]] Result<QList<Facility>> list(FacilityId after, int atMost) const;
    /// Other facilities with the same name and address (REQUIREMENTS O4).
    [[nodiscard]] Result<QList<Facility>> duplicatesOf(const FacilityDetails &details) const;
    /// Folds anew by what a facility is searched, sorted and compared; everything here that writes does so by
    /// itself.
    [[nodiscard]] Result<> refreshKeys(FacilityId id);

private:
    template <typename T>
    [[nodiscard]] Result<T> within(const std::function<Result<T>()> &change);
    [[nodiscard]] Result<QList<FacilityCode>> codesOf(FacilityId id) const;

    Database &m_database;
    const Clock &m_clock;
};

} // namespace shirase
