// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/NoticeStore.h"
#include "core/staff/StaffDesk.h"

#include <functional>
#include <initializer_list>

namespace shirase {

/// What every act on a notice has in common: the role that it takes, the states that it starts from, and its
/// entry in the audit log.
class NoticeSteps
{
public:
    NoticeSteps(Database &database, NoticeStore &notices, AuditLog &audit)
        : m_database(database)
        , m_notices(notices)
        , m_audit(audit)
    {}

    /// The audit log's name of a notice.
    [[nodiscard]] static QString subjectOf(NoticeId id);
    /// Refused if the session does not have the role.
    [[nodiscard]] static Result<> need(const Session &by, Role role);

    /// The notice, for an act that takes the role and one of these states. Errors: Refused, NotFound,
    /// Conflict.
    [[nodiscard]] Result<Notice> take(const Session &by, Role role, NoticeId id,
                                      std::initializer_list<NoticeState> from);
    /// Writes the changed notice and the audit entry in one transaction, with whatever belongs to it. Fails
    /// with Conflict if the state is not @p from any more, or the texts are others.
    [[nodiscard]] Result<> move(const Session &by, const Notice &changed, NoticeState from,
                                const QString &action, const std::function<Result<>()> &also = {});
    /// A further audit entry, inside the caller's transaction.
    [[nodiscard]] Result<> note(const Session &by, NoticeId id, const QString &action);

private:
    Database &m_database;
    NoticeStore &m_notices;
    AuditLog &m_audit;
};

} // namespace shirase
