// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AuditLog.h"

#include "core/database/Answers.h"
#include "core/vault/Digest.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int checkedAtOnce = 1000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AuditLog)
};

QByteArray hashOf(const AuditLog::Entry &entry, const QByteArray &before)
{
    return digest({before, QByteArray::number(entry.at), entry.account.toUtf8(), entry.action.toUtf8(),
                   entry.subject.toUtf8()});
}

AuditLog::Entry entryOf(const Rows &rows)
{
    return {rows.number(0), rows.number(1), rows.text(2), rows.text(3), rows.text(4)};
}

/// The newest entry's number and hash, where somebody who cuts off the log does not reach them.
struct End
{
    qint64 number = 0;
    QByteArray hash;
};

Result<End> keptEnd(Database &vault)
{
    Result<Rows> rows = vault.run(u"SELECT number, hash FROM audit_end"_s);
    if (!rows)
        return passOn(rows);
    return rows->next() ? End{rows->number(0), rows->bytes(1)} : End();
}

Result<bool> contains(Database &database, const End &end)
{
    Result<Rows> rows =
        database.run(u"SELECT 1 FROM audit WHERE id = ? AND hash = ?"_s, {end.number, end.hash});
    if (!rows)
        return passOn(rows);
    return rows->next();
}

// Should it fail, the next entry makes up for it: the log may be ahead of the vault, never behind. An end
// that the log has lost stays, so that what is written after a cut does not hide it.
void keepEnd(Database &database, Database &vault, const End &end)
{
    const Result<End> kept = keptEnd(vault);
    if (!kept || (kept->number != 0 && !contains(database, *kept).value_or(false)))
        return;
    std::ignore =
        vault.run(u"INSERT INTO audit_end (one, number, hash) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE "
                  "SET number = excluded.number, hash = excluded.hash "
                  "WHERE audit_end.number < excluded.number"_s,
                  {end.number, end.hash});
}

/// Follows the chain, a page of entries at a time, so that nobody who writes has to wait for it.
class ChainWalk
{
public:
    explicit ChainWalk(End end)
        : m_end(std::move(end))
    {
        m_state.missingEnd = m_end.number;
    }

    /// False after the last entry.
    [[nodiscard]] Result<bool> nextPage(Database &database)
    {
        Result<Rows> rows = database.run(
            u"SELECT id, at, account, action, subject, hash FROM audit WHERE id > ? ORDER BY id LIMIT ?"_s,
            {m_last, checkedAtOnce});
        if (!rows)
            return passOn(rows);
        const qint64 before = m_state.entries;
        while (rows->next())
            take(entryOf(*rows), rows->bytes(5));
        return m_state.entries - before == checkedAtOnce;
    }
    [[nodiscard]] const AuditLog::State &state() const { return m_state; }

private:
    void take(const AuditLog::Entry &entry, const QByteArray &hash)
    {
        if (m_state.firstBroken == 0 && hash != hashOf(entry, m_before))
            m_state.firstBroken = entry.id;
        if (entry.id == m_end.number && hash == m_end.hash)
            m_state.missingEnd = 0;
        m_before = hash;
        m_last = entry.id;
        ++m_state.entries;
        m_state.newestAt = entry.at;
    }

    End m_end;
    QByteArray m_before;
    qint64 m_last = 0;
    AuditLog::State m_state;
};

/// "WHERE …" with its values.
struct Condition
{
    QStringList terms;
    QVariantList values;

    void add(const QString &term, const QVariant &value)
    {
        terms.append(term);
        values.append(value);
    }
    [[nodiscard]] QString text() const
    {
        return terms.isEmpty() ? QString() : u" WHERE "_s + terms.join(u" AND "_s);
    }
};

Condition conditionOf(const AuditLog::Filter &filter)
{
    Condition condition;
    if (!filter.account.isEmpty())
        condition.add(u"account = ?"_s, filter.account);
    if (!filter.action.isEmpty())
        condition.add(u"action = ?"_s, filter.action);
    if (filter.from)
        condition.add(u"at >= ?"_s, *filter.from);
    if (filter.until)
        condition.add(u"at < ?"_s, *filter.until);
    return condition;
}

Result<> needAudit(const Session &by)
{
    if (by.has(Role::Audit))
        return {};
    return fail(ErrorCode::Refused,
                Tr::tr("Only an account with the audit role may read the record of actions."));
}

} // namespace

Result<> AuditLog::add(const QString &account, const QString &action, const QString &subject)
{
    QByteArray before;
    {
        Result<Rows> last = m_database.run(u"SELECT hash FROM audit ORDER BY id DESC LIMIT 1"_s);
        if (!last)
            return passOn(last);
        if (last->next())
            before = last->bytes(0);
    }
    const Entry entry{0, m_clock.now(), account, action, subject};
    const QByteArray hash = hashOf(entry, before);
    const Result<Rows> added =
        m_database.run(u"INSERT INTO audit (at, account, action, subject, hash) VALUES (?, ?, ?, ?, ?)"_s,
                       {entry.at, entry.account, entry.action, entry.subject, hash});
    if (!added)
        return passOn(added);
    m_database.afterCommit([&database = m_database, &vault = m_vault, end = End{added->insertedId(), hash}] {
        keepEnd(database, vault, end);
    });
    return {};
}

Result<AuditLog::State> AuditLog::check(const Progress &progress)
{
    // The end first: what is added meanwhile can only put the log ahead of it.
    const Result<End> end = keptEnd(m_vault);
    if (!end)
        return passOn(end);
    const Result<int> total = countFrom(m_database, u"SELECT count(*) FROM audit"_s);
    if (!total)
        return passOn(total);
    ChainWalk walk(*end);
    while (true) {
        const Result<bool> more = walk.nextPage(m_database);
        if (!more)
            return passOn(more);
        if (!*more)
            return walk.state();
        if (progress && !progress(std::min(int(walk.state().entries), *total), *total))
            return fail(ErrorCode::Conflict, Tr::tr("The check was cancelled."));
    }
}

Result<AuditLog::State> AuditLog::follow(Database &database)
{
    ChainWalk walk({});
    while (true) {
        const Result<bool> more = walk.nextPage(database);
        if (!more)
            return passOn(more);
        if (!*more)
            return walk.state();
    }
}

Result<QList<AuditLog::Entry>> AuditLog::page(const Session &by, const Filter &filter,
                                              std::optional<qint64> before, int atMost)
{
    if (const Result<> allowed = needAudit(by); !allowed)
        return passOn(allowed);
    Condition condition = conditionOf(filter);
    if (before)
        condition.add(u"id < ?"_s, *before);
    condition.values.append(atMost);
    Result<Rows> rows = m_database.run(u"SELECT id, at, account, action, subject FROM audit"_s +
                                           condition.text() + u" ORDER BY id DESC LIMIT ?"_s,
                                       condition.values);
    if (!rows)
        return passOn(rows);
    QList<Entry> entries;
    while (rows->next())
        entries.append(entryOf(*rows));
    return entries;
}

Result<QList<AuditLog::Entry>> AuditLog::about(const QString &subject)
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, at, account, action, subject FROM audit WHERE subject = ? ORDER BY id"_s, {subject});
    if (!rows)
        return passOn(rows);
    QList<Entry> entries;
    while (rows->next())
        entries.append(entryOf(*rows));
    return entries;
}

Result<int> AuditLog::count(const Session &by, const Filter &filter)
{
    if (const Result<> allowed = needAudit(by); !allowed)
        return passOn(allowed);
    const Condition condition = conditionOf(filter);
    return countFrom(m_database, u"SELECT count(*) FROM audit"_s + condition.text(), condition.values);
}

} // namespace shirase
