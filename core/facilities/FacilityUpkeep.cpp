// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityUpkeep.h"

#include "core/facilities/FacilityKeys.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

const QString versionKey = u"facilities.folding"_s;
constexpr int refreshedAtOnce = 50; // so that registrations never wait long for the database

} // namespace

Result<> FacilityUpkeep::bringUpToDate()
{
    const Result<bool> done = isUpToDate();
    if (!done)
        return passOn(done);
    if (*done)
        return {};
    if (const Result<> refreshed = refreshAll(); !refreshed)
        return refreshed;
    const Result<Rows> noted = m_database.run(
        u"INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
        {versionKey, QString::number(FacilityKeys::version)});
    if (!noted)
        return passOn(noted);
    return {};
}

Result<bool> FacilityUpkeep::isUpToDate()
{
    Result<Rows> rows = m_database.run(u"SELECT value FROM setting WHERE key = ?"_s, {versionKey});
    if (!rows)
        return passOn(rows);
    return rows->next() && rows->text(0).toInt() == FacilityKeys::version;
}

Result<> FacilityUpkeep::refreshAll()
{
    FacilityId after = 0;
    while (true) {
        Result<Transaction> transaction = Transaction::begin(m_database);
        if (!transaction)
            return passOn(transaction);
        const Result<QList<Facility>> page = m_store.list(after, refreshedAtOnce);
        if (!page)
            return passOn(page);
        for (const Facility &facility : *page) {
            if (const Result<> refreshed = m_store.refreshKeys(facility.id); !refreshed)
                return refreshed;
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return committed;
        if (page->size() < refreshedAtOnce)
            return {};
        after = page->last().id;
        letOthersWrite();
    }
}

} // namespace shirase
