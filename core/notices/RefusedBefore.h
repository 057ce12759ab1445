// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/RecipientList.h"

#include <map>
#include <utility>

namespace shirase {

/// Tells whose last notice was refused for good, without any address being kept: the row of a recipient whom
/// the relay refused still has the index values (`who`) of the visits that it was about, and the office key
/// computes anybody's index value at any place and day. Both go with the day's erasure.
class RefusedBefore
{
public:
    /// @param office the opener of the office key, which has to outlive this
    RefusedBefore(Database &database, Database &vault, const Opener &office)
        : m_database(database)
        , m_days(vault, office)
    {}

    /// How many of these people, leaving out those who are not told again.
    [[nodiscard]] Result<int> countAmong(const std::map<QByteArray, NoticeRecipient> &people);

private:
    using Place = std::pair<QDate, FacilityId>;
    using Times =
        std::map<QByteArray, qint64>; ///< by index value: when the last notice came to its end, UTC seconds
    using Ends = std::map<Place, Times>;

    [[nodiscard]] Result<Ends> read(const QString &condition);
    [[nodiscard]] qint64 latest(const Ends &ends, const QByteArray &canonical);

    Database &m_database;
    OpenedDays m_days;
};

} // namespace shirase
