// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeHold.h"

#include "core/database/Answers.h"
#include "core/notices/NoticeSteps.h"
#include "core/staff/Actor.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(NoticeHold)
};

struct Name
{
    HoldReason::Kind kind;
    QStringView text;   ///< in Notice::reason
    QStringView action; ///< in the audit log
};

constexpr std::array names{
    Name{HoldReason::Kind::TextChanged, u"text changed after approval", u"notice.hold.text"},
    Name{HoldReason::Kind::Refusals, u"refusals", u"notice.hold.refusals"},
    Name{HoldReason::Kind::Restored, u"restored from a backup", u"notice.hold.restored"},
};

const Name &nameOf(HoldReason::Kind kind)
{
    return *std::ranges::find(names, kind, &Name::kind);
}

} // namespace

QString HoldReason::toText() const
{
    const QString text = nameOf(kind).text.toString();
    return reply.isEmpty() ? text : text + u": "_s + reply;
}

std::optional<HoldReason> HoldReason::of(const QString &text)
{
    const auto *name = std::ranges::find(names, QStringView(text).split(u':').first(), &Name::text);
    if (name == names.end())
        return std::nullopt;
    return HoldReason{name->kind, text.section(u": "_s, 1)};
}

QString HoldReason::sentence() const
{
    switch (kind) {
    case Kind::TextChanged:
        return Tr::tr("The text is no longer the one that was approved, so nothing leaves. Please cancel the "
                      "notice and "
                      "draft it again.");
    case Kind::Refusals:
        return Tr::tr("The mail relay refused many people in a row (%1), so that sending stopped. Please ask "
                      "the relay's "
                      "operator why, then resume and try the refused ones again.")
            .arg(reply);
    case Kind::Restored:
        return Tr::tr(
            "The database was restored from a backup, so that this notice may have been sent already. Please "
            "compare it with the relay's log, then resume or cancel it.");
    }
    Q_UNREACHABLE();
}

Result<bool> holdNotice(Database &database, AuditLog &audit, NoticeId id, const HoldReason &reason)
{
    Q_ASSERT(database.inTransaction());
    {
        const Result<Rows> held = database.run(
            u"UPDATE notice SET state = 'paused', reason = ? WHERE id = ? AND state = 'sending'"_s,
            {reason.toText(), id});
        if (!held)
            return passOn(held);
        if (held->changed() == 0)
            return false;
    }
    const QString action = nameOf(reason.kind).action.toString();
    if (const Result<> noted = audit.add(actors::system, action, NoticeSteps::subjectOf(id)); !noted)
        return passOn(noted);
    return true;
}

Result<RestoredNotices> holdRestored(Database &database, AuditLog &audit, qint64 at, const QString &remark)
{
    Q_ASSERT(database.inTransaction());
    // One that was approved waits for its sending as one that has begun; one that was paused may have been resumed.
    const Result<int> begun = changedBy(database,
                                        u"UPDATE notice SET state = 'sending', started_at = coalesce(started_at, ?), "
                                        "send_at = coalesce(send_at, ?) WHERE state IN ('approved', 'paused')"_s,
                                        {at, at});
    if (!begun)
        return passOn(begun);
    const Result<QList<NoticeId>> ids = numbersFrom(database, u"SELECT id FROM notice WHERE state = 'sending' ORDER BY id"_s);
    if (!ids)
        return passOn(ids);
    for (const NoticeId id : *ids) {
        if (const Result<bool> held = holdNotice(database, audit, id, {HoldReason::Kind::Restored, {}}); !held)
            return passOn(held);
    }
    // A draft that was sent back cannot be approved before its author has looked at it again.
    const Result<int> returned = changedBy(
        database, u"UPDATE notice SET state = 'draft', remark = ? WHERE state IN ('draft', 'waiting')"_s, {remark});
    if (!returned)
        return passOn(returned);
    return RestoredNotices{int(ids->size()), *returned};
}

Result<QMap<NoticeId, HoldReason>> heldNotices(Database &database)
{
    Result<Rows> rows =
        database.run(u"SELECT id, reason FROM notice WHERE state = 'paused' AND reason <> '' ORDER BY id"_s);
    if (!rows)
        return passOn(rows);
    QMap<NoticeId, HoldReason> held;
    while (rows->next()) {
        if (const std::optional<HoldReason> reason = HoldReason::of(rows->text(1)))
            held.insert(rows->number(0), *reason);
    }
    return held;
}

} // namespace shirase
