// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AccountStore.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

QString normalized(const QString &name)
{
    return name.simplified().normalized(QString::NormalizationForm_C);
}

Roles rolesIn(const QString &text)
{
    return rolesOf(text.split(u' ', Qt::SkipEmptyParts)).value_or(Roles());
}

Result<> done(const Result<Rows> &rows)
{
    if (!rows)
        return passOn(rows);
    return {};
}

} // namespace

Result<StoredAccount> AccountStore::find(const QString &name)
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, name, roles, state, EXISTS (SELECT 1 FROM office_key_grant g WHERE g.account_id = "
        u"account.id), "
        "public_key, salt, operations, memory, wrapped_key, wrong_tries, locked_until FROM account WHERE name = ?"_s,
        {normalized(name)});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return fail(ErrorCode::NotFound, Tr::tr("There is no account \"%1\".").arg(name.simplified()));
    return StoredAccount{.account = {rows->number(0), rows->text(1), rolesIn(rows->text(2)),
                                     rows->text(3) == u"disabled", rows->number(4) != 0},
                         .key = {rows->bytes(5),
                                 rows->bytes(6),
                                 {rows->value(7).toULongLong(), rows->value(8).toULongLong()},
                                 rows->bytes(9)},
                         .wrongTries = int(rows->number(10)),
                         .lockedUntil = rows->number(11)};
}

Result<QList<Account>> AccountStore::list()
{
    Result<Rows> rows = m_database.run(u"SELECT id, name, roles, state, EXISTS (SELECT 1 FROM "
                                       u"office_key_grant g WHERE g.account_id = account.id) "
                                       "FROM account ORDER BY name"_s);
    if (!rows)
        return passOn(rows);
    QList<Account> accounts;
    while (rows->next()) {
        accounts.append({rows->number(0), rows->text(1), rolesIn(rows->text(2)), rows->text(3) == u"disabled",
                         rows->number(4) != 0});
    }
    return accounts;
}

Result<Account> AccountStore::insert(const QString &typedName, Roles roles, const WrappedKey &key, qint64 now)
{
    const QString name = normalized(typedName);
    if (name.isEmpty() || name.size() > longestName)
        return fail(ErrorCode::Invalid, Tr::tr("Please give the account a name of 1 to 100 characters."));
    const Result<Rows> inserted = m_database.run(
        u"INSERT INTO account (name, roles, state, public_key, salt, operations, memory, wrapped_key, "
        u"wrong_tries, "
        "locked_until, created_at) VALUES (?, ?, 'active', ?, ?, ?, ?, ?, 0, 0, ?)"_s,
        {name, toText(roles), key.publicKey, key.salt, key.cost.operations, key.cost.memory, key.box, now});
    if (!inserted) {
        return inserted.error().code == ErrorCode::Conflict
                   ? fail(ErrorCode::Conflict, Tr::tr("There is an account with this name already."))
                   : passOn(inserted);
    }
    return Account{inserted->insertedId(), name, roles, false};
}

Result<> AccountStore::disable(qint64 id)
{
    return done(m_database.run(u"UPDATE account SET state = 'disabled' WHERE id = ?"_s, {id}));
}

Result<> AccountStore::setRoles(qint64 id, Roles roles)
{
    return done(m_database.run(u"UPDATE account SET roles = ? WHERE id = ?"_s, {toText(roles), id}));
}

Result<> AccountStore::setKey(const StoredAccount &before, const WrappedKey &key)
{
    const Result<Rows> updated =
        m_database.run(u"UPDATE account SET public_key = ?, salt = ?, operations = ?, memory = ?, "
                       u"wrapped_key = ?, wrong_tries = 0, "
                       "locked_until = 0 WHERE id = ? AND wrapped_key = ?"_s,
                       {key.publicKey, key.salt, key.cost.operations, key.cost.memory, key.box,
                        before.account.id, before.key.box});
    if (!updated)
        return passOn(updated);
    if (updated->changed() == 0)
        return fail(ErrorCode::Conflict,
                    Tr::tr("The password has just been changed elsewhere. Please try again."));
    return {};
}

Result<> AccountStore::setTries(qint64 id, int wrongTries, qint64 lockedUntil)
{
    return done(m_database.run(u"UPDATE account SET wrong_tries = ?, locked_until = ? WHERE id = ?"_s,
                               {wrongTries, lockedUntil, id}));
}

} // namespace shirase
