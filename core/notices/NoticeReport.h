// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/notices/NoticeStore.h"
#include "core/settings/Settings.h"
#include "core/staff/AuditLog.h"

namespace shirase {

/// What became of a notice: where, who decided what and when, how many were reached. Counts only, never
/// addresses (REQUIREMENTS S6).
struct NoticeReport
{
    struct Place
    {
        QString name; ///< of the facility
        NoticeTarget target;
    };

    Profile profile; ///< of the organisation, in the report's language
    Notice notice;
    NoticeProgress progress;
    QList<Place> places;
    QList<AuditLog::Entry> steps;    ///< the oldest first
    std::optional<qint64> firstSent; ///< when the relay accepted the first mail: seconds since the epoch, UTC
    std::optional<qint64> lastSent;
    qint64 madeAt = 0;

    /// From the first to the last mail, in seconds; nothing before two mails were sent.
    [[nodiscard]] std::optional<qint64> duration() const;
    /// Mails an hour within the duration.
    [[nodiscard]] std::optional<int> rate() const;
};

/// Reads the reports of notices. One object per connection.
class NoticeReports
{
public:
    struct Stores
    {
        Database &database;
        const FacilityStore &facilities;
        NoticeStore &notices;
        AuditLog &audit;
        const Settings &settings;
        const Clock &clock;
    };

    explicit NoticeReports(Stores stores)
        : m_stores(stores)
    {}

    /// The report as it stands now. Fails with NotFound for an unknown notice. @param language of the
    /// profile, BCP 47
    [[nodiscard]] Result<NoticeReport> read(NoticeId id, const QString &language);

private:
    [[nodiscard]] Result<> readTimes(NoticeReport &report);

    Stores m_stores;
};

} // namespace shirase
