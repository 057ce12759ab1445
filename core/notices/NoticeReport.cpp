// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeReport.h"

#include "core/notices/NoticeSteps.h"

namespace shirase {

using namespace Qt::StringLiterals;

std::optional<qint64> NoticeReport::duration() const
{
    if (!firstSent || !lastSent || progress.sent < 2)
        return std::nullopt;
    return *lastSent - *firstSent;
}

std::optional<int> NoticeReport::rate() const
{
    constexpr qint64 secondsPerHour = 3600;
    const std::optional<qint64> seconds = duration();
    if (!seconds || *seconds == 0)
        return std::nullopt;
    return int(progress.sent * secondsPerHour / *seconds);
}

Result<NoticeReport> NoticeReports::read(NoticeId id, const QString &language)
{
    Result<Notice> notice = m_stores.notices.find(id);
    if (!notice)
        return passOn(notice);
    Result<NoticeProgress> progress = m_stores.notices.progress(id);
    if (!progress)
        return passOn(progress);
    Result<QList<AuditLog::Entry>> steps = m_stores.audit.about(NoticeSteps::subjectOf(id));
    if (!steps)
        return passOn(steps);

    NoticeReport report;
    report.profile = m_stores.settings.profile(language);
    report.notice = std::move(*notice);
    report.progress = std::move(*progress);
    report.steps = std::move(*steps);
    report.madeAt = m_stores.clock.now();
    for (const NoticeTarget &target : report.notice.targets) {
        const Result<Facility> facility = m_stores.facilities.find(target.facility);
        if (!facility)
            return passOn(facility);
        report.places.append({facility->details.name, target});
    }
    if (const Result<> times = readTimes(report); !times)
        return passOn(times);
    return report;
}

Result<> NoticeReports::readTimes(NoticeReport &report)
{
    Result<Rows> rows = m_stores.database.run(
        u"SELECT min(first_at), max(last_at) FROM ("
        "SELECT min(finished_at) AS first_at, max(finished_at) AS last_at FROM notice_recipient "
        "WHERE notice_id = ? AND state = 'sent' UNION ALL "
        "SELECT first_at, last_at FROM notice_tally WHERE notice_id = ? AND state = 'sent') AS ended"_s,
        {report.notice.id, report.notice.id});
    if (!rows)
        return passOn(rows);
    if (rows->next() && !rows->isNull(0)) {
        report.firstSent = rows->number(0);
        report.lastSent = rows->number(1);
    }
    return {};
}

} // namespace shirase
