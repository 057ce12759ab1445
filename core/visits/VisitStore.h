// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/visits/Visit.h"
#include "core/visits/VisitPartitions.h"

#include <QList>

#include <functional>
#include <span>
#include <vector>

namespace shirase {

/// The visits in the database. One object per connection.
class VisitStore
{
public:
    explicit VisitStore(Database &database) : m_database(database), m_partitions(database) {}

    /// Inserts a visit inside the caller's transaction, which is given up if that fails; false if it is there already.
    [[nodiscard]] Result<bool> insert(const Visit &visit);
    /// Inserts many so, in few statements; says of each whether it was neither there nor among those before it.
    [[nodiscard]] Result<std::vector<bool>> insertAll(const std::vector<Visit> &visits);
    /// In the caller's transaction, or one of its own; false if it was not there.
    [[nodiscard]] Result<bool> remove(const VisitKey &key);
    [[nodiscard]] Result<bool> contains(const VisitKey &key);

    /// The visits to a facility from a time (inclusive) until another (exclusive), UTC seconds, in the order of their
    /// scans, a page at a time; the function returns false to stop.
    [[nodiscard]] Result<> forEach(FacilityId facility, qint64 from, qint64 until,
                                   const std::function<bool(const Visit &)> &function);
    /// How many different people on one day in that window; needs no key. Windows over midnight count each day by itself.
    [[nodiscard]] Result<int> countPeople(FacilityId facility, qint64 from, qint64 until);

private:
    [[nodiscard]] Result<> insertSome(std::span<const Visit> visits, std::vector<bool> &fresh);

    Database &m_database;
    VisitPartitions m_partitions;
};

} // namespace shirase
