// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/FacilityQuery.h"

#include <QHash>
#include <QList>

#include <map>
#include <string>
#include <vector>

namespace shirase {

/// What the facilities are searched, narrowed and sorted by, in memory: some 400 bytes each. A pattern over
/// 100,000 rows costs a database, whichever, 40 ms of reading characters, and here a few. Before each answer
/// it reads the rows that have changed since, by their revision, so that it is never behind what is
/// committed.
class FacilityIndex
{
public:
    /// Reads what is new. Fails as the database does; what was read before stays.
    [[nodiscard]] Result<> refresh(Database &database);

    /// Those that fit, in order; at most that many where it is not 0.
    [[nodiscard]] QList<FacilityId> ids(const FacilityQuery &query, int atMost);

private:
    struct Entry
    {
        FacilityId id = 0;
        FacilityKind kind = FacilityKind::Store;
        FacilityState state = FacilityState::Active;
        qint64 createdAt = 0; ///< seconds since the epoch, UTC
        QString postalCode;
        QString name; ///< this and the others as FacilityKeys has them
        QString prefecture;
        QString place;
        std::string search; ///< UTF-8
    };
    /// Places in m_entries.
    using Places = std::vector<qsizetype>;
    class Filter;

    /// The place of the entry, which may be a new one.
    [[nodiscard]] qsizetype put(Entry entry);
    void sortAgain(const Places &changed);
    [[nodiscard]] bool comesBefore(FacilityOrder order, qsizetype a, qsizetype b) const;
    void look(const FacilityQuery &query);
    [[nodiscard]] const Places &ordered(FacilityOrder order);

    std::vector<Entry> m_entries;
    QHash<FacilityId, qsizetype> m_places;
    std::map<FacilityOrder, Places> m_orders; ///< those that were asked for
    std::vector<char> m_fits; ///< for each entry, whether it fits the query that was looked through last
    std::optional<FacilityQuery> m_looked;
    qint64 m_revision = 0; ///< the newest that was read
};

} // namespace shirase
