// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitStore.h"

#include "core/foundation/JapaneseTime.h"

#include <vector>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;

Visit visitOf(const Rows &rows, FacilityId facility)
{
    return {{japan::fromNumber(int(rows.number(0))), facility, rows.number(1), rows.bytes(2)},
            rows.text(3),
            rows.bytes(4)};
}

} // namespace

Result<bool> VisitStore::insert(const Visit &visit)
{
    if (const Result<> room = m_partitions.ensure(visit.key.day); !room)
        return passOn(room);
    const Result<Rows> inserted = m_database.run(
        u"INSERT INTO visit (day, facility_id, scanned_at, who, language, sealed_address) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT DO NOTHING"_s,
        {japan::toNumber(visit.key.day), visit.key.facility, visit.key.scannedAt, visit.key.who, visit.language,
         visit.sealedAddress});
    if (!inserted)
        return passOn(inserted);
    return inserted->changed() > 0;
}

Result<bool> VisitStore::remove(const VisitKey &key)
{
    const Result<Rows> removed = m_database.run(
        u"DELETE FROM visit WHERE day = ? AND facility_id = ? AND scanned_at = ? AND who = ?"_s,
        {japan::toNumber(key.day), key.facility, key.scannedAt, key.who});
    if (!removed)
        return passOn(removed);
    return removed->changed() > 0;
}

Result<> VisitStore::forEach(FacilityId facility, qint64 from, qint64 until,
                             const std::function<bool(const Visit &)> &function)
{
    for (QDate day = japan::dayOf(from); japan::startOf(day) < until; day = day.addDays(1)) {
        qint64 afterTime = from - 1;
        QByteArray afterWho(16, char(0xff)); // the last index value of the second before the window
        while (true) {
            std::vector<Visit> page;
            {
                Result<Rows> rows = m_database.run(
                    u"SELECT day, scanned_at, who, language, sealed_address FROM visit "
                    "WHERE day = ? AND facility_id = ? AND (scanned_at, who) > (?, ?) AND scanned_at < ? "
                    "ORDER BY scanned_at, who LIMIT ?"_s,
                    {japan::toNumber(day), facility, afterTime, afterWho, until, pageSize});
                if (!rows)
                    return passOn(rows);
                while (rows->next())
                    page.push_back(visitOf(*rows, facility));
            }
            for (const Visit &visit : page) {
                if (!function(visit))
                    return {};
            }
            if (page.size() < pageSize)
                break;
            afterTime = page.back().key.scannedAt;
            afterWho = page.back().key.who;
        }
    }
    return {};
}

Result<int> VisitStore::countPeople(FacilityId facility, qint64 from, qint64 until)
{
    int people = 0;
    for (QDate day = japan::dayOf(from); japan::startOf(day) < until; day = day.addDays(1)) {
        Result<Rows> rows = m_database.run(
            u"SELECT count(DISTINCT who) FROM visit "
            "WHERE day = ? AND facility_id = ? AND scanned_at >= ? AND scanned_at < ?"_s,
            {japan::toNumber(day), facility, from, until});
        if (!rows)
            return passOn(rows);
        if (rows->next())
            people += int(rows->number(0));
    }
    return people;
}

Result<int> VisitStore::countOnDay(QDate day)
{
    Result<Rows> rows = m_database.run(u"SELECT count(*) FROM visit WHERE day = ?"_s, {japan::toNumber(day)});
    if (!rows)
        return passOn(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

} // namespace shirase
