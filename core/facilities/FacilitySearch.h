// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/FacilityQuery.h"

#include <QList>
#include <QStringList>

namespace shirase {

/// Finds facilities (REQUIREMENTS S1). The answer to a query is the ordered list of ids, 8 bytes each, read
/// once; the rows are then read by id in ranges, so that neither scrolling nor a jump to the end ever counts
/// through the table. A value over one connection, for the thread of that connection.
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
    /// The municipalities that have facilities, those with most first.
    [[nodiscard]] Result<QStringList> municipalities(int atMost);

private:
    Database &m_database;
};

} // namespace shirase
