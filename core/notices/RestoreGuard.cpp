// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RestoreGuard.h"

#include "core/mail/Outbox.h"
#include "core/notices/NoticeHold.h"
#include "core/staff/Actor.h"

namespace shirase {

using namespace Qt::StringLiterals;

Result<bool> RestoreGuard::check()
{
    const Result<std::optional<qint64>> since = m_mark.behindSince();
    if (!since)
        return passOn(since);
    if (!*since)
        return false;
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> held = holdNotices(); !held)
        return passOn(held);
    if (const Result<int> held = holdLetters(m_database, **since); !held)
        return passOn(held);
    if (const Result<> noted = m_audit.add(actors::system, u"mail.hold.restored"_s, u"mail"_s); !noted)
        return passOn(noted);
    if (const Result<> level = m_mark.catchUp(); !level)
        return passOn(level);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return true;
}

Result<> RestoreGuard::holdNotices()
{
    QList<NoticeId> ids;
    {
        Result<Rows> rows = m_database.run(u"SELECT id FROM notice WHERE state = 'sending' ORDER BY id"_s);
        if (!rows)
            return passOn(rows);
        while (rows->next())
            ids.append(rows->number(0));
    }
    for (const NoticeId id : ids) {
        if (const Result<bool> held = holdNotice(m_database, m_audit, id, {HoldReason::Kind::Restored, {}});
            !held)
            return passOn(held);
    }
    return {};
}

} // namespace shirase
