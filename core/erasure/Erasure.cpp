// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/Erasure.h"

#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/visits/VisitPartitions.h"

#include <QElapsedTimer>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Rows erased in one statement: well below the 20 ms that a registration may have to wait.
constexpr int step = 500;
constexpr int facilityStep = 50; // each is a statement of its own

Result<int> changedBy(Database &database, const QString &sql, qint64 until)
{
    const Result<Rows> rows = database.run(sql, {until, step});
    if (!rows)
        return passOn(rows);
    return rows->changed();
}

// Each try waits for the database's busy time-out.
constexpr int tries = 12;

// Others write too; an erasure has the time to wait for its turn again and again.
template <typename Work>
auto patiently(const Work &work)
{
    auto result = work();
    for (int tried = 1; tried < tries && !result && result.error().code == ErrorCode::Busy; ++tried)
        result = work();
    return result;
}

Result<int> numberOf(Database &database, const QString &sql, int day)
{
    Result<Rows> rows = database.run(sql, {day});
    if (!rows)
        return passOn(rows);
    return rows->next() ? int(rows->number(0)) : 0;
}

} // namespace

RetentionMonths RetentionMonths::of(const Settings &settings)
{
    return {settings.number(u"retention.months"_s), settings.number(u"retention.contact_months"_s)};
}

Result<ErasureReport> Erasure::run(QDate today, const RetentionMonths &months, bool dryRun)
{
    QElapsedTimer timer;
    timer.start();
    ErasureReport report{.at = m_clock.now(), .untilDay = lastErasedDay(today, months.visits)};
    if (const Result<> done = dryRun ? count(report) : erase(report); !done)
        return passOn(done);
    const qint64 retiredBefore = japan::startOf(lastErasedDay(today, months.contacts).addDays(1));
    const Result<int> contacts =
        dryRun ? m_facilities.countContactsToErase(retiredBefore) : eraseContacts(retiredBefore);
    if (!contacts)
        return passOn(contacts);
    report.contacts = *contacts;
    report.milliseconds = timer.elapsed();
    if (dryRun)
        return report;
    const Result<Rows> noted = m_database.run(
        u"INSERT INTO erasure_report (at, until_day, visits, day_keys, recipients, contacts, milliseconds) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {report.at, japan::toNumber(report.untilDay), report.visits, report.dayKeys, report.recipients,
         report.contacts, report.milliseconds});
    if (!noted)
        return passOn(noted);
    // After the report: what is gone is on record even if a reader keeps the logs from being cut now.
    for (Database *database : {&m_vault, &m_database}) {
        if (const Result<> flushed = patiently([&] { return database->purge(); }); !flushed)
            return passOn(flushed);
    }
    return report;
}

Result<> Erasure::count(ErasureReport &report)
{
    const int day = japan::toNumber(report.untilDay);
    const Result<int> visits = numberOf(m_database, u"SELECT count(*) FROM visit WHERE day <= ?"_s, day);
    const Result<int> keys = numberOf(m_vault, u"SELECT count(*) FROM day_key WHERE day <= ?"_s, day);
    const Result<int> told = numberOf(m_database, u"SELECT count(*) FROM notice_visit WHERE day <= ?"_s, day);
    for (const Result<int> *result : {&visits, &keys, &told}) {
        if (!*result)
            return passOn(*result);
    }
    report.visits = *visits;
    report.dayKeys = *keys;
    report.recipients = *told;
    return {};
}

Result<> Erasure::erase(ErasureReport &report)
{
    const int day = japan::toNumber(report.untilDay);
    // Keys first: from this commit on nobody can open the days, wherever a copy of their rows may be.
    const Result<int> keys = eraseInSteps(
        m_vault, u"DELETE FROM day_key WHERE day IN (SELECT day FROM day_key WHERE day <= ? LIMIT ?)"_s, day);
    if (!keys)
        return passOn(keys);
    const Result<int> tombstones =
        eraseInSteps(m_vault,
                     u"DELETE FROM erased_visit WHERE (day, facility_id, scanned_at, who) IN "
                     "(SELECT day, facility_id, scanned_at, who FROM erased_visit WHERE day <= ? LIMIT ?)"_s,
                     day);
    if (!tombstones)
        return passOn(tombstones);
    const Result<int> visits = eraseVisits(report.untilDay);
    if (!visits)
        return passOn(visits);
    const Result<int> told = eraseInSteps(
        m_database,
        u"DELETE FROM notice_visit WHERE (day, facility_id, who, recipient_id) IN "
        "(SELECT day, facility_id, who, recipient_id FROM notice_visit WHERE day <= ? LIMIT ?)"_s,
        day);
    if (!told)
        return passOn(told);
    report.dayKeys = *keys;
    report.visits = *visits;
    report.recipients = *told;
    return eraseQueues(japan::startOf(report.untilDay.addDays(1)));
}

Result<int> Erasure::eraseVisits(QDate until)
{
    if (m_database.dialect() == Dialect::Sqlite) {
        return eraseInSteps(m_database,
                            u"DELETE FROM visit WHERE (day, facility_id, scanned_at, who) IN "
                            "(SELECT day, facility_id, scanned_at, who FROM visit WHERE day <= ? LIMIT ?)"_s,
                            japan::toNumber(until));
    }
    VisitPartitions partitions(m_database);
    const Result<QList<QDate>> days = partitions.until(until);
    if (!days)
        return passOn(days);
    int erased = 0;
    for (const QDate day : *days) {
        const Result<int> gone = patiently([&] { return partitions.drop(day); });
        if (!gone)
            return gone;
        erased += *gone;
    }
    return erased;
}

// What waits for the relay or for staff: its addresses must not outlive their days there (REQUIREMENTS D1).
Result<> Erasure::eraseQueues(qint64 until)
{
    for (const QString &sql :
         {u"DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE created_at < ? LIMIT ?)"_s,
          u"UPDATE notice_recipient SET state = 'failed', reply = CASE state WHEN 'waiting' THEN 'erased' "
          u"ELSE reply END, "
          "sealed = NULL WHERE id IN "
          "(SELECT id FROM notice_recipient WHERE sealed IS NOT NULL AND notice_id IN "
          "(SELECT notice_id FROM notice_target GROUP BY notice_id HAVING max(until_at) <= ?) LIMIT ?)"_s}) {
        if (const Result<int> erased = eraseInSteps(m_database, sql, until); !erased)
            return passOn(erased);
    }
    return {};
}

// REQUIREMENTS O6
Result<int> Erasure::eraseContacts(qint64 retiredBefore)
{
    int erased = 0;
    while (true) {
        const Result<int> gone = patiently([&] { return m_facilities.eraseContacts(retiredBefore, facilityStep); });
        if (!gone)
            return gone;
        erased += *gone;
        if (*gone < facilityStep)
            return erased;
        letOthersWrite();
    }
}

Result<int> Erasure::eraseInSteps(Database &database, const QString &sql, qint64 until)
{
    int erased = 0;
    while (true) {
        const Result<int> gone = patiently([&] { return changedBy(database, sql, until); });
        if (!gone)
            return gone;
        erased += *gone;
        if (*gone < step)
            return erased;
        letOthersWrite();
    }
}

Result<std::optional<ErasureReport>> lastErasure(Database &database)
{
    Result<Rows> rows = database.run(u"SELECT at, until_day, visits, day_keys, recipients, contacts, milliseconds "
                                       "FROM erasure_report ORDER BY id DESC LIMIT 1"_s);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return std::nullopt;
    return ErasureReport{rows->number(0),      japan::fromNumber(int(rows->number(1))), int(rows->number(2)),
                         int(rows->number(3)), int(rows->number(4)),                    int(rows->number(5)),
                         rows->number(6)};
}

} // namespace shirase
