// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/facilities/Facility.h"

#include <QCache>

#include <functional>
#include <optional>

namespace shirase {

/// The places behind codes that were looked up last, for as long as no facility changes: the number of the latest change
/// (facility_revision) is asked for each time, which is one small row. Reading a place anew was a quarter of what a
/// registration costs (measured: 146,000 of 593,000 instructions). One object per connection.
class KnownPlaces
{
public:
    struct Place
    {
        Facility facility;
        std::optional<qint64> codeRetiresAt; ///< seconds since the epoch, UTC; nothing while the code is the current one
    };

    explicit KnownPlaces(Database &database)
        : m_database(database)
    {}

    /// The place as it is now. @param read reads it from the database
    [[nodiscard]] Result<Place> find(const QString &code, const std::function<Result<Place>()> &read);
    /// The number of the latest change of any facility.
    [[nodiscard]] Result<qint64> revision();

private:
    static constexpr qsizetype most = 5000; ///< some 5 MB

    Database &m_database;
    QCache<QString, Place> m_places{most};
    qint64 m_revision = -1; ///< at which they were read
};

} // namespace shirase
