// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/notices/Notice.h"
#include "core/staff/StaffDesk.h"

namespace shirase {

/// From this many infected people, and this many registrations at one facility of that kind, the
/// recommendation holds.
struct NoticeThreshold
{
    FacilityKind kind = FacilityKind::Store;
    int infected = 1;      ///< people of the case
    int registrations = 0; ///< people registered within the window, each once a day
    Recommendation recommendation = Recommendation::Consider; ///< Consider or Send

    bool operator==(const NoticeThreshold &) const = default;
};

/// When to send a notice and when to consider it, as data that the prefecture edits. One object per
/// connection.
///
/// The strongest threshold that a case reaches at any of its facilities counts. A case that reaches none has
/// the recommendation None, and to approve it all the same takes a reason on record; so does withholding in
/// any case. A kind of facility without thresholds is always to be considered.
class NoticeThresholds
{
public:
    static constexpr int most = 1'000'000; ///< the largest number that a threshold takes

    NoticeThresholds(Database &database, const FacilityStore &facilities, AuditLog &audit)
        : m_database(database)
        , m_facilities(facilities)
        , m_audit(audit)
    {}

    /// By kind, infected people, registrations.
    [[nodiscard]] Result<QList<NoticeThreshold>> list();
    /// What an editor has seen. Fails with Conflict where it has changed since; nothing set is not compared.
    using Seen = std::optional<QList<NoticeThreshold>>;
    /// Adds a threshold or changes the recommendation of the one with the same numbers. Takes the
    /// administrator or approval role; fails with Invalid if a number makes no sense.
    [[nodiscard]] Result<> set(const Session &by, const NoticeThreshold &threshold, const Seen &seen = {});
    /// Fails with NotFound if there is none with these numbers.
    [[nodiscard]] Result<> remove(const Session &by, const NoticeThreshold &threshold, const Seen &seen = {});
    [[nodiscard]] static bool mayEdit(const Session &by);

    /// For a case of that many infected people. Needs no key.
    [[nodiscard]] Result<Recommendation> recommend(const QList<NoticeTarget> &targets, int infected);

private:
    [[nodiscard]] Result<> change(const Session &by, const QString &action, const NoticeThreshold &threshold,
                                  const QString &sql, const QVariantList &values, const Seen &seen);

    Database &m_database;
    const FacilityStore &m_facilities;
    AuditLog &m_audit;
};

} // namespace shirase
