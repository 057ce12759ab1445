// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeSteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeDesk)
};

} // namespace

QString NoticeSteps::subjectOf(NoticeId id)
{
    return u"notice %1"_s.arg(id);
}

Result<> NoticeSteps::need(const Session &by, Role role)
{
    if (by.has(role))
        return {};
    return fail(ErrorCode::Refused, Tr::tr("This account does not have the role \"%1\".").arg(toText(role)));
}

Result<Notice> NoticeSteps::take(const Session &by, Role role, NoticeId id,
                                 std::initializer_list<NoticeState> from)
{
    if (const Result<> allowed = need(by, role); !allowed)
        return passOn(allowed);
    Result<Notice> notice = m_notices.find(id);
    if (notice && std::ranges::find(from, notice->state) == from.end()) {
        return fail(
            ErrorCode::Conflict,
            Tr::tr("This cannot be done now: the notice is in the state \"%1\".").arg(toText(notice->state)));
    }
    return notice;
}

Result<> NoticeSteps::move(const Session &by, const Notice &changed, NoticeState from, const QString &action,
                           const std::function<Result<>()> &also)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> updated = m_notices.update(changed, from); !updated)
        return updated;
    if (const Result<> noted = note(by, changed.id, action); !noted)
        return noted;
    if (also) {
        if (const Result<> done = also(); !done)
            return done;
    }
    return transaction->commit();
}

Result<> NoticeSteps::note(const Session &by, NoticeId id, const QString &action)
{
    return m_audit.add(by.account().name, action, subjectOf(id));
}

} // namespace shirase
