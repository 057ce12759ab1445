// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"
#include "core/staff/AuditLog.h"

namespace shirase {

/// Why a notice stopped by itself. Notice::reason keeps it while the notice is paused.
struct HoldReason
{
    enum class Kind {
        TextChanged, ///< the text is not the approved one
        Refusals,    ///< the relay refused many in a row
        Restored,    ///< the database is older than what is known to have been sent
    };
    Kind kind = Kind::Refusals;
    QString reply; ///< of the last refusal: "554 5.7.1"

    /// As it stands in Notice::reason: "refusals: 554 5.7.1".
    [[nodiscard]] QString toText() const;
    /// Nothing if staff paused the notice.
    [[nodiscard]] static std::optional<HoldReason> of(const QString &text);
    /// What happened, what it means and what to do, for people.
    [[nodiscard]] QString sentence() const;

    bool operator==(const HoldReason &) const = default;
};

/// Pauses a notice that is being sent, with its reason and the audit entry, inside the caller's transaction.
/// False if it was not being sent.
[[nodiscard]] Result<bool> holdNotice(Database &database, AuditLog &audit, NoticeId id,
                                      const HoldReason &reason);

/// What holdRestored() found.
struct RestoredNotices
{
    int held = 0;
    int returnedDrafts = 0;
};

/// Of a database that came back from a backup: pauses so what was approved there and is not over, also what staff had paused,
/// and gives back what was not approved yet, with a remark. All of it may have been sent since (REQUIREMENTS D5). Inside the
/// caller's transaction.
/// @param at when the sending of what had not begun is to have begun: seconds since the epoch, UTC
/// @param remark for the author of a draft
[[nodiscard]] Result<RestoredNotices> holdRestored(Database &database, AuditLog &audit, qint64 at, const QString &remark);

/// Which notices stopped by themselves, and why.
[[nodiscard]] Result<QMap<NoticeId, HoldReason>> heldNotices(Database &database);

} // namespace shirase
