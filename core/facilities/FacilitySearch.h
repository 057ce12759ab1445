// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/FacilityIndex.h"

#include <QList>
#include <QStringList>

#include <functional>

namespace shirase {

/// Finds facilities (REQUIREMENTS S1). The answer to a query is the ordered list of ids, 8 bytes each, from
/// an index in memory; the rows are then read by id in ranges, so that neither scrolling nor a jump to the
/// end ever counts through the table. One object per connection, for the thread of that connection; what it
/// has read stays for the next query.
class FacilitySearch
{
public:
    /// How many rows one statement reads.
    static constexpr int rowsAtOnce = 64;

    explicit FacilitySearch(Database &database)
        : m_database(database)
    {}

    /// Every facility that fits, in order; at most that many where it is not 0.
    [[nodiscard]] Result<QList<FacilityId>> ids(const FacilityQuery &query, int atMost = 0);
    /// The facilities of these ids, in their order; those that are gone meanwhile are left out.
    [[nodiscard]] Result<QList<Facility>> rows(const QList<FacilityId> &ids);
    /// Calls a function with each of these facilities that is still there, in their order. False if it was
    /// cancelled. @param goOn called now and then with how many are done; false cancels
    [[nodiscard]] Result<bool> forEach(const QList<FacilityId> &ids, const std::function<bool(int done)> &goOn,
                                       const std::function<void(const Facility &)> &function);
    /// The municipalities that have facilities, those with most first.
    [[nodiscard]] Result<QStringList> municipalities(int atMost);

private:
    Database &m_database;
    FacilityIndex m_index;
};

} // namespace shirase
