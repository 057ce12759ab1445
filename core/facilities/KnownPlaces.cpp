// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/KnownPlaces.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<qint64> KnownPlaces::revision()
{
    Result<Rows> rows = m_database.run(u"SELECT number FROM facility_revision"_s);
    if (!rows)
        return passOn(rows);
    return rows->next() ? rows->number(0) : 0;
}

Result<KnownPlaces::Place> KnownPlaces::find(const QString &code, const std::function<Result<Place>()> &read)
{
    // What a transaction sees before it commits may never come to be.
    if (m_database.inTransaction())
        return read();
    // The revision first: should a facility change before it is read, the next one reads it again.
    const Result<qint64> now = revision();
    if (!now)
        return passOn(now);
    if (*now != m_revision)
        m_places.clear();
    m_revision = *now;
    if (const Place *known = m_places.object(code))
        return *known;
    Result<Place> place = read();
    if (place)
        m_places.insert(code, new Place(*place));
    return place;
}

} // namespace shirase
