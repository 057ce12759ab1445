// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/erasure/ErasureReports.h"

#include "core/foundation/JapaneseTime.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QVariantList valuesOf(const ErasureReport &report)
{
    return {report.at,
            report.finishedAt ? QVariant(*report.finishedAt) : QVariant(QMetaType::fromType<qint64>()),
            japan::toNumber(report.untilDay),
            report.visits,
            report.dayKeys,
            report.recipients,
            report.letters,
            report.mails,
            report.contacts,
            report.milliseconds};
}

ErasureReport reportOf(const Rows &rows)
{
    return {.id = rows.number(0),
            .at = rows.number(1),
            .finishedAt = rows.isNull(2) ? std::nullopt : std::optional(rows.number(2)),
            .untilDay = japan::fromNumber(int(rows.number(3))),
            .visits = int(rows.number(4)),
            .dayKeys = int(rows.number(5)),
            .recipients = int(rows.number(6)),
            .letters = int(rows.number(7)),
            .mails = int(rows.number(8)),
            .contacts = int(rows.number(9)),
            .milliseconds = rows.number(10)};
}

Result<std::optional<ErasureReport>> firstOf(const Result<QList<ErasureReport>> &reports)
{
    if (!reports)
        return passOn(reports);
    return reports->isEmpty() ? std::nullopt : std::optional(reports->first());
}

} // namespace

Result<std::optional<ErasureReport>> ErasureReports::last()
{
    return firstOf(newest(1));
}

Result<std::optional<ErasureReport>> ErasureReports::lastFinished()
{
    return firstOf(select(u"WHERE finished_at IS NOT NULL"_s, 1));
}

Result<QList<ErasureReport>> ErasureReports::newest(int atMost)
{
    return select({}, atMost);
}

Result<QList<ErasureReport>> ErasureReports::select(const QString &condition, int atMost)
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, at, finished_at, until_day, visits, day_keys, recipients, letters, mails, contacts, "
        "milliseconds FROM erasure_report "_s
            + condition + u" ORDER BY id DESC LIMIT ?"_s,
        {atMost});
    if (!rows)
        return passOn(rows);
    QList<ErasureReport> reports;
    while (rows->next())
        reports.append(reportOf(*rows));
    return reports;
}

Result<ErasureReport> ErasureReports::insert(ErasureReport report)
{
    const Result<Rows> inserted = m_database.run(
        u"INSERT INTO erasure_report (at, finished_at, until_day, visits, day_keys, recipients, letters, mails, "
        "contacts, milliseconds) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        valuesOf(report));
    if (!inserted)
        return passOn(inserted);
    report.id = inserted->insertedId();
    return report;
}

Result<> ErasureReports::update(const ErasureReport &report)
{
    const Result<Rows> updated = m_database.run(
        u"UPDATE erasure_report SET at = ?, finished_at = ?, until_day = ?, visits = ?, day_keys = ?, "
        "recipients = ?, letters = ?, mails = ?, contacts = ?, milliseconds = ? WHERE id = ?"_s,
        valuesOf(report) << report.id);
    if (!updated)
        return passOn(updated);
    return {};
}

} // namespace shirase
