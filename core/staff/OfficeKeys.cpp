// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/OfficeKeys.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

struct Holder
{
    qint64 id = 0;
    QByteArray publicKey;
    bool mayHold = false;
};

/// Everybody with a grant of one office key, the recovery sheet included.
Result<QList<Holder>> holdersOf(Database &database, qint64 officeKeyId)
{
    Result<Rows> rows = database.run(
        u"SELECT g.account_id, g.holder_public_key, a.state, a.roles FROM office_key_grant g "
        "LEFT JOIN account a ON a.id = g.account_id WHERE g.office_key_id = ? ORDER BY g.account_id"_s,
        {officeKeyId});
    if (!rows)
        return passOn(rows);
    QList<Holder> holders;
    while (rows->next()) {
        const Roles roles = rolesOf(rows->text(3).split(u' ', Qt::SkipEmptyParts)).value_or(Roles());
        const bool mayHold = rows->number(0) == OfficeKeys::recoverySheet ||
                             (rows->text(2) == u"active" && needsOfficeKey(roles));
        holders.append({rows->number(0), rows->bytes(1), mayHold});
    }
    return holders;
}

} // namespace

Result<OfficePublicKey> OfficeKeys::current()
{
    Result<Rows> rows = m_database.run(u"SELECT id, public_key FROM office_key ORDER BY id DESC LIMIT 1"_s);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return fail(ErrorCode::NotFound,
                    Tr::tr("This Shirase is not set up yet. Please run the set-up first."));
    return OfficePublicKey{rows->number(0), rows->bytes(1)};
}

Result<OfficeKey> OfficeKeys::insertKey()
{
    OfficeKey key{0, Opener(KeyPair::generate())};
    const Result<Rows> inserted =
        m_database.run(u"INSERT INTO office_key (public_key, created_at) VALUES (?, ?)"_s,
                       {key.opener.publicKey(), m_clock.now()});
    if (!inserted)
        return passOn(inserted);
    key.id = inserted->insertedId();
    return key;
}

Result<OfficeKey> OfficeKeys::found(const QByteArray &sheetPublicKey)
{
    Result<OfficeKey> key = insertKey();
    if (!key)
        return key;
    if (const Result<> granted = insertGrant(*key, recoverySheet, sheetPublicKey); !granted)
        return passOn(granted);
    return key;
}

Result<> OfficeKeys::insertGrant(const OfficeKey &key, qint64 holder, const QByteArray &publicKey)
{
    const Result<Rows> granted = m_database.run(
        u"INSERT INTO office_key_grant (office_key_id, account_id, holder_public_key, sealed_secret) "
        "VALUES (?, ?, ?, ?)"_s,
        {key.id, holder, publicKey, key.opener.shareWith(publicKey)});
    if (!granted)
        return passOn(granted);
    return {};
}

Result<> OfficeKeys::checkCurrent(const OfficeKey &key)
{
    const Result<OfficePublicKey> newest = current();
    if (!newest)
        return passOn(newest);
    if (newest->id != key.id)
        return std::unexpected(officeKeyChange::outdatedLogIn());
    return {};
}

Result<> OfficeKeys::grant(const OfficeKey &key, qint64 account, const QByteArray &publicKey)
{
    if (const Result<> good = checkCurrent(key); !good)
        return good;
    return insertGrant(key, account, publicKey);
}

Result<> OfficeKeys::withdraw(qint64 account)
{
    const Result<Rows> gone =
        m_database.run(u"DELETE FROM office_key_grant WHERE account_id = ?"_s, {account});
    if (!gone)
        return passOn(gone);
    return {};
}

Result<std::optional<OfficeKey>> OfficeKeys::open(qint64 holder, KeyPair keys)
{
    const Opener opener(std::move(keys));
    std::vector<OfficeKey> opened;
    {
        Result<Rows> rows = m_database.run(u"SELECT office_key_id, sealed_secret FROM office_key_grant "
                                           "WHERE account_id = ? ORDER BY office_key_id"_s,
                                           {holder});
        if (!rows)
            return passOn(rows);
        while (rows->next()) {
            Result<SecretBytes> secret = opener.openSecret(rows->bytes(1));
            if (!secret)
                return passOn(secret);
            opened.push_back({rows->number(0), Opener(KeyPair::fromSecret(std::move(*secret)))});
        }
    }
    if (opened.empty())
        return std::nullopt;
    OfficeKey newest = std::move(opened.back());
    opened.pop_back();
    if (!opened.empty()) {
        if (const Result<> finished = finish(opened, newest.publicHalf()); !finished)
            return passOn(finished);
    }
    return newest;
}

Result<bool> OfficeKeys::isChangeDue()
{
    const Result<OfficePublicKey> newest = current();
    if (!newest)
        return passOn(newest);
    const Result<QList<Holder>> holders = holdersOf(m_database, newest->id);
    if (!holders)
        return passOn(holders);
    return std::ranges::any_of(*holders, [](const Holder &holder) { return !holder.mayHold; });
}

Result<OfficeKey> OfficeKeys::change(const QString &by, const OfficeKey &old,
                                     const std::optional<QByteArray> &freshSheet)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> good = checkCurrent(old); !good)
        return passOn(good);
    Result<OfficeKey> next = insertKey();
    if (!next)
        return next;
    if (const Result<> granted = grantAnew(old, *next, freshSheet); !granted)
        return passOn(granted);
    if (const Result<> noted = m_audit.add(by, u"key.change"_s, u"office key %1"_s.arg(next->id)); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    if (const Result<> finished = finish({&old, 1}, next->publicHalf()); !finished)
        return passOn(finished);
    return next;
}

Error OfficeKeys::keepBothSheets(const Error &cause)
{
    return {cause.code,
            Tr::tr("The new recovery sheet may not be valid: please keep both sheets, and make another one soon. %1")
                .arg(cause.message),
            cause.detail};
}

// The grants of those who may not hold the key any more go here; the others keep the old one until every day is moved. So
// does a new sheet, which may be the first to go on with an interrupted change: without the old key it would give up the days
// that are not moved yet.
Result<> OfficeKeys::grantAnew(const OfficeKey &old, const OfficeKey &next,
                               const std::optional<QByteArray> &freshSheet)
{
    const Result<QList<Holder>> holders = holdersOf(m_database, old.id);
    if (!holders)
        return passOn(holders);
    for (const Holder &holder : *holders) {
        const bool isReplaced = freshSheet && holder.id == recoverySheet;
        if (!holder.mayHold || isReplaced) {
            if (const Result<> gone = withdraw(holder.id); !gone)
                return gone;
        }
        if (!holder.mayHold)
            continue;
        const QByteArray &publicKey = isReplaced ? *freshSheet : holder.publicKey;
        if (const Result<> granted = insertGrant(next, holder.id, publicKey); !granted)
            return granted;
        if (!isReplaced)
            continue;
        if (const Result<> granted = insertGrant(old, holder.id, publicKey); !granted)
            return granted;
    }
    return {};
}

Result<> OfficeKeys::finish(std::span<const OfficeKey> old, const OfficePublicKey &next)
{
    if (const Result<int> moved = officeKeyChange::moveDays(m_vault, old, next); !moved)
        return passOn(moved);
    const Result<Rows> gone =
        m_database.run(u"DELETE FROM office_key_grant WHERE office_key_id < ?"_s, {next.id});
    if (!gone)
        return passOn(gone);
    return {};
}

} // namespace shirase
