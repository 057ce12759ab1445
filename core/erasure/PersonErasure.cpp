// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/PersonErasure.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/visits/VisitRemovals.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PersonErasure)
};

/// The facilities of a day in one of the two tables: an index probe for each, however many rows it has.
Result<QList<FacilityId>> facilitiesOn(Database &database, const QString &table, int day)
{
    QList<FacilityId> facilities;
    FacilityId after = 0;
    while (true) {
        Result<Rows> rows = database.run(
            u"SELECT min(facility_id) FROM %1 WHERE day = ? AND facility_id > ?"_s.arg(table), {day, after});
        if (!rows)
            return passOn(rows);
        if (!rows->next() || rows->isNull(0))
            return facilities;
        after = rows->number(0);
        facilities.append(after);
    }
}

} // namespace

PersonErasure::PersonErasure(const Stores &stores)
    : m_stores(stores)
    , m_visits(stores.database, stores.vault, stores.clock)
{}

Result<PersonErasure::Report> PersonErasure::erase(const Session &by, const EmailAddress &address,
                                                   const Progress &progress)
{
    if (!by.office()) {
        return fail(ErrorCode::Refused, Tr::tr("You need an account that holds the office key to find somebody's "
                                               "registrations: one with the notices or approval role."));
    }
    if (const Result<> noted = note(by); !noted)
        return passOn(noted);
    const Result<QList<QDate>> all = days();
    if (!all)
        return passOn(all);
    const QByteArray canonical = address.canonical();
    OpenedDays opened(m_stores.vault, *by.office());
    Report report;
    int done = 0;
    for (const QDate day : *all) {
        const Result<const OpenedDays::Day *> keys = opened.open(day);
        if (!keys && keys.error().code == ErrorCode::Corrupt) {
            ++report.closedDays;
        } else if (!keys && keys.error().code != ErrorCode::NotFound) { // erased meanwhile
            return passOn(keys);
        } else if (keys) {
            if (const Result<> erased = eraseOn(day, (*keys)->seal, canonical, report); !erased)
                return passOn(erased);
        }
        if (progress && !progress(++done, int(all->size()))) {
            return fail(ErrorCode::Conflict, Tr::tr("This was cancelled. What had been found by then is erased; please do "
                                                    "it again to erase the rest."));
        }
    }
    if (const Result<> purged = purge(); !purged)
        return passOn(purged);
    return report;
}

// First, and also where nothing will be found: whether somebody is registered can be learnt from the counts.
Result<> PersonErasure::note(const Session &by)
{
    Result<Transaction> transaction = Transaction::begin(m_stores.database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> noted = m_stores.audit.add(by.account().name, u"person.erase"_s, u"person"_s); !noted)
        return noted;
    return transaction->commit();
}

Result<QList<QDate>> PersonErasure::days()
{
    Result<Rows> rows = m_stores.vault.run(u"SELECT day FROM day_key ORDER BY day DESC"_s);
    if (!rows)
        return passOn(rows);
    QList<QDate> days;
    while (rows->next())
        days.append(japan::fromNumber(int(rows->number(0))));
    return days;
}

Result<> PersonErasure::eraseOn(QDate day, const DaySeal &seal, const QByteArray &canonical, Report &report)
{
    const Result<QList<ErasableVisit>> visits = visitsOn(day, seal, canonical);
    if (!visits)
        return passOn(visits);
    if (visits->isEmpty())
        return {};
    const Result<VisitErasure::Erased> erased = m_visits.erase(*visits);
    if (!erased)
        return passOn(erased);
    report.visits += erased->visits;
    report.recipients += erased->recipients;
    report.confirmations += erased->confirmations;
    return {};
}

Result<QList<ErasableVisit>> PersonErasure::visitsOn(QDate day, const DaySeal &seal, const QByteArray &canonical)
{
    const int number = japan::toNumber(day);
    QList<ErasableVisit> visits;
    const Result<QList<FacilityId>> visited = facilitiesOn(m_stores.database, u"visit"_s, number);
    if (!visited)
        return passOn(visited);
    for (const FacilityId facility : *visited) {
        const QByteArray who = seal.who(facility, canonical);
        const Result<QList<qint64>> scans = numbersFrom(
            m_stores.database, u"SELECT scanned_at FROM visit WHERE day = ? AND facility_id = ? AND who = ?"_s,
            {number, facility, who});
        if (!scans)
            return passOn(scans);
        for (const qint64 scan : *scans)
            visits.append(ErasableVisit{{day, facility, scan, who}, seal.confirmation(facility, scan, who)});
    }
    // What notices still know of visits that are gone already.
    const Result<QList<FacilityId>> notified = facilitiesOn(m_stores.database, u"notice_visit"_s, number);
    if (!notified)
        return passOn(notified);
    for (const FacilityId facility : *notified) {
        const QByteArray who = seal.who(facility, canonical);
        const Result<QList<qint64>> told = numbersFrom(
            m_stores.database, u"SELECT 1 FROM notice_visit WHERE day = ? AND facility_id = ? AND who = ? LIMIT 1"_s,
            {number, facility, who});
        if (!told)
            return passOn(told);
        if (!told->isEmpty())
            visits.append(ErasableVisit{{day, facility, 0, who}});
    }
    return visits;
}

// Where somebody is in the way, the erasure of the next midnight does it.
Result<> PersonErasure::purge()
{
    const Result<> purged =
        VisitRemovals(m_stores.database).purge({u"outbox"_s, u"notice_recipient"_s, u"notice_visit"_s});
    return !purged && purged.error().code != ErrorCode::Busy ? purged : Result<>();
}

} // namespace shirase
