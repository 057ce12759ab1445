// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/Erasure.h"

#include "core/database/Answers.h"
#include "core/foundation/JapaneseTime.h"
#include "core/foundation/Retention.h"
#include "core/mail/MailFolder.h"
#include "core/visits/VisitRemovals.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int contactsAtOnce = 20; // each takes several statements

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Erasure)
};

/// A part that was as large as it could be has more behind it.
Result<ErasureRun::Part> partOf(const Result<int> &rows, int atMost)
{
    if (!rows)
        return passOn(rows);
    return ErasureRun::Part{*rows, *rows >= atMost};
}

/// The first second after a Japanese day: UTC.
qint64 endOf(QDate day)
{
    return japan::startOf(day.addDays(1));
}

} // namespace

RetentionMonths RetentionMonths::of(const Settings &settings)
{
    return {settings.number(u"retention.months"_s), settings.number(u"retention.contact_months"_s)};
}

// REQUIREMENTS D1. The settings check what is set; this is for what somebody has written into the database.
Result<> Erasure::checkRetention(const RetentionMonths &months) const
{
    if (months.visits < 1 || months.visits > mostRetentionMonths || months.contacts < 1) {
        return fail(ErrorCode::Invalid, Tr::tr("The retention has to be from 1 to %1 months (retention.months). Nothing "
                                               "was erased; please set it right.")
                                            .arg(mostRetentionMonths));
    }
    return {};
}

Result<bool> Erasure::isDue(QDate today, const RetentionMonths &months)
{
    const Result<std::optional<ErasureReport>> last = m_reports.last();
    if (!last)
        return passOn(last);
    return !*last || !(*last)->isFinished() || japan::dayOf((*last)->at) != today ||
           (*last)->untilDay < lastErasedDay(today, months.visits);
}

Result<ErasureReport> Erasure::count(QDate today, const RetentionMonths &months)
{
    if (const Result<> good = checkRetention(months); !good)
        return passOn(good);
    ErasureReport report{.at = m_clock.now(), .untilDay = lastErasedDay(today, months.visits)};
    const int day = japan::toNumber(report.untilDay);
    const auto counts = {
        std::pair(&ErasureReport::visits, countFrom(m_database, u"SELECT count(*) FROM visit WHERE day <= ?"_s, {day})),
        std::pair(&ErasureReport::dayKeys, countFrom(m_vault, u"SELECT count(*) FROM day_key WHERE day <= ?"_s, {day})),
        std::pair(&ErasureReport::recipients, m_notices.countRecipients(report.untilDay)),
        std::pair(&ErasureReport::letters,
                  countFrom(m_database, u"SELECT count(*) FROM outbox WHERE created_at < ?"_s, {endOf(report.untilDay)})),
        std::pair(&ErasureReport::contacts,
                  m_facilities.countContactsToErase(endOf(lastErasedDay(today, months.contacts)))),
    };
    for (const auto &[member, number] : counts) {
        if (!number)
            return passOn(number);
        report.*member = *number;
    }
    report.mails = int(MailFolder(m_mailFolder).writtenBefore(endOf(report.untilDay)).size());
    return report;
}

Result<ErasureReport> Erasure::run(QDate today, const RetentionMonths &months, const Progress &progress)
{
    Result<ErasureReport> due = count(today, months);
    if (!due)
        return due;
    ErasureRun run(m_database, m_reports, m_clock, progress);
    if (const Result<> begun = run.begin(due->untilDay, due->rows()); !begun)
        return passOn(begun);
    // Keys first: from then on nobody can open the days, wherever a copy of their rows may be.
    const auto steps = {&Erasure::eraseVault, &Erasure::eraseVisits, &Erasure::eraseNoticeTraces, &Erasure::eraseMails};
    for (const auto step : steps) {
        if (const Result<> done = (this->*step)(run, due->untilDay); !done)
            return passOn(done);
    }
    if (const Result<> done = completeWishes(run); !done)
        return passOn(done);
    if (const Result<> done = eraseContacts(run, lastErasedDay(today, months.contacts)); !done)
        return passOn(done);
    if (const Result<> purged = purge(run); !purged)
        return passOn(purged);
    if (const Result<> finished = run.finish(); !finished)
        return passOn(finished);
    return run.report();
}

Result<> Erasure::eraseVault(ErasureRun &run, QDate until)
{
    Result<> keys = run.repeatElsewhere(&ErasureReport::dayKeys, [&](int atMost) {
        return partOf(changedBy(m_vault,
                                u"DELETE FROM day_key WHERE day IN "
                                "(SELECT day FROM day_key WHERE day <= ? ORDER BY day LIMIT ?)"_s,
                                {japan::toNumber(until), atMost}),
                      atMost);
    });
    if (!keys)
        return keys;
    return run.repeatElsewhere(nullptr, [&](int atMost) { return partOf(m_tombstones.forget(until, atMost), atMost); });
}

Result<> Erasure::eraseVisits(ErasureRun &run, QDate until)
{
    return run.repeat(&ErasureReport::visits, [&](int atMost) {
        return m_database.dialect() == Dialect::Sqlite ? eraseVisitRows(until, atMost) : dropVisitPartition(until);
    });
}

Result<ErasureRun::Part> Erasure::eraseVisitRows(QDate until, int atMost)
{
    return partOf(changedBy(m_database,
                            u"DELETE FROM visit WHERE (day, facility_id, scanned_at, who) IN "
                            "(SELECT day, facility_id, scanned_at, who FROM visit WHERE day <= ? "
                            "ORDER BY day, facility_id, scanned_at, who LIMIT ?)"_s,
                            {japan::toNumber(until), atMost}),
                  atMost);
}

Result<ErasureRun::Part> Erasure::dropVisitPartition(QDate until)
{
    const Result<QList<QDate>> days = m_partitions.until(until);
    if (!days)
        return passOn(days);
    if (days->isEmpty())
        return ErasureRun::Part{};
    const Result<int> visits = m_partitions.drop(days->first());
    if (!visits)
        return passOn(visits);
    return ErasureRun::Part{*visits, days->size() > 1};
}

Result<> Erasure::eraseNoticeTraces(ErasureRun &run, QDate until)
{
    Result<> forgotten =
        run.repeat(&ErasureReport::recipients, [&](int atMost) -> Result<ErasureRun::Part> {
            const Result<NoticeTraces::Forgotten> part = m_notices.forget(until, atMost);
            if (!part)
                return passOn(part);
            return ErasureRun::Part{part->recipients, part->visits >= atMost};
        });
    if (!forgotten)
        return forgotten;
    const Result<> givenUp =
        run.repeat(nullptr, [&](int atMost) { return partOf(m_notices.giveUpWaiting(atMost), atMost); });
    if (!givenUp)
        return givenUp;
    return run.repeat(nullptr, [&](int) -> Result<ErasureRun::Part> {
        const Result<int> closed = m_notices.closeEnded(m_clock.now());
        if (!closed)
            return passOn(closed);
        return ErasureRun::Part{};
    });
}

Result<> Erasure::completeWishes(ErasureRun &run)
{
    return run.repeatElsewhere(&ErasureReport::visits, [&](int atMost) -> Result<ErasureRun::Part> {
        const Result<VisitErasure::Erased> erased = m_wishes.complete(atMost);
        if (!erased)
            return passOn(erased);
        return ErasureRun::Part{erased->visits, erased->visits >= atMost};
    });
}

// What waits for the relay or has failed, and what was put into the folder: an address must not outlive its day there.
Result<> Erasure::eraseMails(ErasureRun &run, QDate until)
{
    const qint64 before = endOf(until);
    // No index leads to when a letter was written: in a full queue the last of them is looked for in nobody's way.
    const Result<qint64> last =
        numberFrom(m_database, u"SELECT max(id) FROM outbox WHERE created_at < ?"_s, {before});
    if (!last)
        return passOn(last);
    Result<> letters = run.repeat(&ErasureReport::letters, [&](int atMost) {
        return partOf(changedBy(m_database,
                                u"DELETE FROM outbox WHERE id IN "
                                "(SELECT id FROM outbox WHERE id <= ? AND created_at < ? ORDER BY id LIMIT ?)"_s,
                                {*last, before, atMost}),
                      atMost);
    });
    if (!letters)
        return letters;
    const MailFolder folder(m_mailFolder);
    QStringList files = folder.writtenBefore(before);
    return run.repeatElsewhere(&ErasureReport::mails, [&](int atMost) -> Result<ErasureRun::Part> {
        const QStringList some = files.mid(0, atMost);
        if (const Result<> erased = folder.erase(some); !erased)
            return passOn(erased);
        files.remove(0, some.size());
        return ErasureRun::Part{int(some.size()), !files.isEmpty()};
    });
}

// REQUIREMENTS O6
Result<> Erasure::eraseContacts(ErasureRun &run, QDate until)
{
    return run.repeat(&ErasureReport::contacts, [&](int atMost) {
        const int some = std::min(atMost, contactsAtOnce);
        return partOf(m_facilities.eraseContacts(endOf(until), some), some);
    });
}

Result<> Erasure::purge(ErasureRun &run)
{
    QStringList tables{u"outbox"_s, u"notice_recipient"_s, u"notice_visit"_s};
    if (run.report().contacts > 0)
        tables.append(u"facility"_s);
    if (const Result<> main = run.patiently([&] { return VisitRemovals(m_database).purge(tables); }); !main)
        return main;
    return run.patiently([this] { return m_vault.purge(); });
}

} // namespace shirase
