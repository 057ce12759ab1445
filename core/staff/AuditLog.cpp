// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AuditLog.h"

#include "core/vault/Digest.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QByteArray hashOf(const AuditLog::Entry &entry, const QByteArray &before)
{
    return digest({before, QByteArray::number(entry.at), entry.account.toUtf8(), entry.action.toUtf8(),
                   entry.subject.toUtf8()});
}

AuditLog::Entry entryOf(const Rows &rows)
{
    return {rows.number(0), rows.number(1), rows.text(2), rows.text(3), rows.text(4)};
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
    const Result<Rows> added
        = m_database.run(u"INSERT INTO audit (at, account, action, subject, hash) VALUES (?, ?, ?, ?, ?)"_s,
                         {entry.at, entry.account, entry.action, entry.subject, hashOf(entry, before)});
    if (!added)
        return passOn(added);
    return {};
}

Result<qint64> AuditLog::firstBroken()
{
    Result<Rows> rows = m_database.run(u"SELECT id, at, account, action, subject, hash FROM audit ORDER BY id"_s);
    if (!rows)
        return passOn(rows);
    QByteArray before;
    while (rows->next()) {
        const QByteArray hash = rows->bytes(5);
        if (hash != hashOf(entryOf(*rows), before))
            return rows->number(0);
        before = hash;
    }
    return 0;
}

Result<QList<AuditLog::Entry>> AuditLog::newest(int atMost)
{
    Result<Rows> rows
        = m_database.run(u"SELECT id, at, account, action, subject FROM audit ORDER BY id DESC LIMIT ?"_s, {atMost});
    if (!rows)
        return passOn(rows);
    QList<Entry> entries;
    while (rows->next())
        entries.append(entryOf(*rows));
    return entries;
}

Result<QList<AuditLog::Entry>> AuditLog::about(const QString &subject)
{
    Result<Rows> rows
        = m_database.run(u"SELECT id, at, account, action, subject FROM audit WHERE subject = ? ORDER BY id"_s, {subject});
    if (!rows)
        return passOn(rows);
    QList<Entry> entries;
    while (rows->next())
        entries.append(entryOf(*rows));
    return entries;
}

} // namespace shirase
