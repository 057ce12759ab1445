// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/erasure/VisitErasure.h"
#include "core/mail/EmailAddress.h"
#include "core/staff/AuditLog.h"
#include "core/staff/Session.h"
#include "core/vault/DayKeys.h"

#include <functional>

namespace shirase {

/// Erases everything of one person, who has asked for it (REQUIREMENTS V11): every visit, found by its index value
/// without opening anybody else's; what notices know of them, so that a notice that still waits does not reach that
/// person; and their confirmations that wait. What leaves at this moment cannot be held back.
///
/// Staff give the address and learn counts. The audit log says that it happened, also where nothing was found, and
/// never who it was. Whatever interrupts it, doing it again completes it. One object per connection; about 1 s for a
/// million visits, so the window calls from a worker.
class PersonErasure
{
public:
    struct Stores
    {
        Database &database;
        Database &vault;
        AuditLog &audit;
        const Clock &clock;
    };
    struct Report
    {
        int visits = 0;
        int recipients = 0;    ///< of notices
        int confirmations = 0; ///< that waited
        int closedDays = 0;    ///< days that the office key does not open: what was there is still there
        bool operator==(const Report &) const = default;
    };
    /// Called with the days done and in all; returning false cancels.
    using Progress = std::function<bool(int done, int total)>;

    explicit PersonErasure(const Stores &stores);

    /// Needs the office key. Errors: Refused (no key, or it was changed since the log-in), Conflict (@p progress has
    /// cancelled; what was erased stays erased).
    [[nodiscard]] Result<Report> erase(const Session &by, const EmailAddress &address, const Progress &progress = {});

private:
    [[nodiscard]] Result<> note(const Session &by);
    [[nodiscard]] Result<QList<QDate>> days();
    [[nodiscard]] Result<> eraseOn(QDate day, const DaySeal &seal, const QByteArray &canonical, Report &report);
    [[nodiscard]] Result<QList<ErasableVisit>> visitsOn(QDate day, const DaySeal &seal, const QByteArray &canonical);
    [[nodiscard]] Result<> purge();

    Stores m_stores;
    VisitErasure m_visits;
};

} // namespace shirase
