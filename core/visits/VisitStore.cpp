// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/VisitStore.h"

#include "core/database/Answers.h"
#include "core/database/InsertMany.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitColumns.h"
#include "core/visits/VisitRemovals.h"
#include "core/visits/VisitTotals.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;
constexpr size_t insertedAtOnce = 50;

Visit visitOf(const Rows &rows, FacilityId facility)
{
    return {{japan::fromNumber(int(rows.number(0))), facility, rows.number(1), rows.bytes(2)},
            rows.text(3),
            rows.bytes(4)};
}

} // namespace

Result<bool> VisitStore::insert(const Visit &visit)
{
    const Result<std::vector<bool>> inserted = insertAll({visit});
    if (!inserted)
        return passOn(inserted);
    return inserted->front();
}

Result<std::vector<bool>> VisitStore::insertAll(const std::vector<Visit> &visits)
{
    std::vector<bool> fresh;
    fresh.reserve(visits.size());
    for (size_t first = 0; first < visits.size(); first += insertedAtOnce) {
        const auto some = std::span(visits).subspan(first, std::min(insertedAtOnce, visits.size() - first));
        if (const Result<> inserted = insertSome(some, fresh); !inserted)
            return passOn(inserted);
    }
    return fresh;
}

// One way to the server and back for all of them.
Result<> VisitStore::insertSome(std::span<const Visit> visits, std::vector<bool> &fresh)
{
    QVariantList values;
    for (const Visit &visit : visits) {
        if (const Result<> room = m_partitions.ensure(visit.key.day); !room)
            return room;
        values << japan::toNumber(visit.key.day) << visit.key.facility << visit.key.scannedAt << visit.key.who
               << visit.language << visit.sealedAddress;
    }
    Result<Rows> rows = m_database.run(
        insertMany(m_database.dialect(), u"visit (day, facility_id, scanned_at, who, language, sealed_address)"_s,
                   u"(?, ?, ?, ?, ?, ?)"_s, qsizetype(visits.size())) +
            u" ON CONFLICT DO NOTHING RETURNING day, facility_id, scanned_at, who"_s,
        values);
    if (!rows)
        return passOn(rows);
    const size_t before = fresh.size();
    fresh.resize(before + visits.size(), false);
    while (rows->next()) {
        const auto first = std::ranges::find(visits, visitColumns::keyOf(*rows), &Visit::key);
        fresh[before + size_t(first - visits.begin())] = true;
    }
    return {};
}

Result<bool> VisitStore::remove(const VisitKey &key)
{
    std::optional<Transaction> own;
    if (!m_database.inTransaction()) {
        Result<Transaction> begun = Transaction::begin(m_database, Transaction::Writers::Many);
        if (!begun)
            return passOn(begun);
        own.emplace(std::move(*begun));
    }
    const Result<Rows> removed =
        m_database.run(u"DELETE FROM visit WHERE "_s + visitColumns::condition, visitColumns::values(key));
    if (!removed)
        return passOn(removed);
    const bool wasThere = removed->changed() > 0;
    if (const Result<> noted = wasThere ? VisitRemovals::note(m_database, key.day) : Result<>(); !noted)
        return passOn(noted);
    if (const Result<> forgotten = VisitTotals::forget(m_database, key.day); !forgotten)
        return passOn(forgotten);
    if (!own)
        return wasThere;
    if (const Result<> committed = own->commit(); !committed)
        return passOn(committed);
    return wasThere;
}

Result<bool> VisitStore::contains(const VisitKey &key)
{
    const Result<int> found =
        countFrom(m_database, u"SELECT 1 FROM visit WHERE "_s + visitColumns::condition, visitColumns::values(key));
    if (!found)
        return passOn(found);
    return *found > 0;
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

} // namespace shirase
