// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/RestoreGuard.h"

#include "core/mail/Outbox.h"
#include "core/notices/NoticeHold.h"
#include "core/staff/Actor.h"

#include <QCoreApplication>

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
    const QString remark = QCoreApplication::translate("RestoreGuard", "This draft came back from a backup. Before you submit it "
                                                                       "again, please make sure that it has not been sent since.");
    if (const Result<RestoredNotices> held = holdRestored(m_database, m_audit, **since, remark); !held)
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

} // namespace shirase
