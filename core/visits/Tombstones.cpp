// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/visits/Tombstones.h"

#include "core/foundation/JapaneseTime.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 500;

QVariantList valuesOf(const VisitKey &visit)
{
    return {japan::toNumber(visit.day), visit.facility, visit.scannedAt, visit.who};
}

} // namespace

Result<> Tombstones::add(const QList<VisitKey> &visits)
{
    Result<Transaction> transaction = Transaction::begin(m_vault, Transaction::Writers::Many);
    if (!transaction)
        return passOn(transaction);
    for (const VisitKey &visit : visits) {
        const Result<Rows> marked =
            m_vault.run(u"INSERT INTO erased_visit (day, facility_id, scanned_at, who) VALUES (?, ?, ?, ?) "
                        "ON CONFLICT DO NOTHING"_s,
                        valuesOf(visit));
        if (!marked)
            return passOn(marked);
    }
    return transaction->commit();
}

Result<bool> Tombstones::contains(const VisitKey &visit)
{
    Result<Rows> rows = m_vault.run(
        u"SELECT 1 FROM erased_visit WHERE day = ? AND facility_id = ? AND scanned_at = ? AND who = ?"_s,
        valuesOf(visit));
    if (!rows)
        return passOn(rows);
    return rows->next();
}

Result<> Tombstones::forEach(const std::function<bool(const VisitKey &)> &function)
{
    VisitKey last{QDate(1, 1, 1), 0, 0, ""}; // before all of them
    while (true) {
        QList<VisitKey> page;
        {
            Result<Rows> rows =
                m_vault.run(u"SELECT day, facility_id, scanned_at, who FROM erased_visit "
                            "WHERE (day, facility_id, scanned_at, who) > (?, ?, ?, ?) "
                            "ORDER BY day, facility_id, scanned_at, who LIMIT ?"_s,
                            valuesOf(last) << pageSize);
            if (!rows)
                return passOn(rows);
            while (rows->next()) {
                page.append({japan::fromNumber(int(rows->number(0))), rows->number(1), rows->number(2),
                             rows->bytes(3)});
            }
        }
        for (const VisitKey &visit : page) {
            if (!function(visit))
                return {};
        }
        if (page.size() < pageSize)
            return {};
        last = page.last();
    }
}

Result<int> Tombstones::forget(QDate until, int atMost)
{
    const Result<Rows> forgotten =
        m_vault.run(u"DELETE FROM erased_visit WHERE (day, facility_id, scanned_at, who) IN "
                    "(SELECT day, facility_id, scanned_at, who FROM erased_visit WHERE day <= ? "
                    "ORDER BY day, facility_id, scanned_at, who LIMIT ?)"_s,
                    {japan::toNumber(until), atMost});
    if (!forgotten)
        return passOn(forgotten);
    return forgotten->changed();
}

} // namespace shirase
