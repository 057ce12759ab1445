// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/AccountStore.h"

#include "core/staff/Actor.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 100;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

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

/// Characters that nobody sees, or that turn the direction of what follows, make one name pass for another.
bool isReadable(const QString &name)
{
    return std::ranges::all_of(name.toUcs4(), [](uint c) { return QChar::isPrint(c); });
}

} // namespace

QString AccountStore::normalized(const QString &name)
{
    return name.simplified().normalized(QString::NormalizationForm_C);
}

Result<StoredAccount> AccountStore::find(const QString &name)
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, name, roles, state, EXISTS (SELECT 1 FROM office_key_grant g WHERE g.account_id = "
        u"account.id), "
        "public_key, salt, operations, memory, wrapped_key FROM account WHERE name = ?"_s,
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
                                 rows->bytes(9)}};
}

Result<QList<Account>> AccountStore::list()
{
    const Result<QList<AccountState>> all = states();
    if (!all)
        return passOn(all);
    QList<Account> accounts;
    for (const AccountState &state : *all)
        accounts.append(state.account);
    return accounts;
}

Result<QList<AccountState>> AccountStore::states()
{
    Result<Rows> rows = m_database.run(u"SELECT id, name, roles, state, EXISTS (SELECT 1 FROM "
                                       u"office_key_grant g WHERE g.account_id = account.id), last_login_at "
                                       "FROM account ORDER BY name"_s);
    if (!rows)
        return passOn(rows);
    QList<AccountState> states;
    while (rows->next()) {
        states.append({.account = {rows->number(0), rows->text(1), rolesIn(rows->text(2)),
                                   rows->text(3) == u"disabled", rows->number(4) != 0},
                       .lastLogIn = rows->number(5)});
    }
    return states;
}

Result<> AccountStore::checkName(const QString &name)
{
    if (name.isEmpty() || name.size() > longestName)
        return fail(ErrorCode::Invalid, Tr::tr("Please give the account a name of 1 to 100 characters."));
    if (!isReadable(name))
        return fail(ErrorCode::Invalid,
                    Tr::tr("This name has characters that nobody can see. Please type it anew."));
    if (actors::isReserved(name))
        return fail(ErrorCode::Invalid, Tr::tr("The audit log names others like that: operators, or the system itself. "
                                               "Please choose another name."));
    const Result<QList<Account>> accounts = list();
    if (!accounts)
        return passOn(accounts);
    for (const Account &account : *accounts) {
        if (account.name == name)
            return fail(ErrorCode::Conflict, Tr::tr("There is an account with this name already."));
        if (actors::folded(account.name) == actors::folded(name))
            return fail(ErrorCode::Conflict,
                        Tr::tr("There is the account \"%1\" already, which looks the same. Please choose a name that "
                               "nobody takes for it.")
                            .arg(account.name));
    }
    return {};
}

Result<Account> AccountStore::insert(const QString &typedName, Roles roles, const WrappedKey &key, qint64 now)
{
    const QString name = normalized(typedName);
    if (const Result<> good = checkName(name); !good)
        return passOn(good);
    const Result<Rows> inserted = m_database.run(
        u"INSERT INTO account (name, roles, state, public_key, salt, operations, memory, wrapped_key, "
        "created_at) VALUES (?, ?, 'active', ?, ?, ?, ?, ?, ?)"_s,
        {name, toText(roles), key.publicKey, key.salt, key.cost.operations, key.cost.memory, key.box, now});
    if (!inserted) {
        return inserted.error().code == ErrorCode::Conflict
                   ? fail(ErrorCode::Conflict, Tr::tr("There is an account with this name already."))
                   : passOn(inserted);
    }
    return Account{inserted->insertedId(), name, roles, false};
}

Result<> AccountStore::setDisabled(qint64 id, bool disabled)
{
    return done(m_database.run(u"UPDATE account SET state = ? WHERE id = ?"_s,
                               {disabled ? u"disabled"_s : u"active"_s, id}));
}

Result<> AccountStore::setRoles(qint64 id, Roles roles)
{
    return done(m_database.run(u"UPDATE account SET roles = ? WHERE id = ?"_s, {toText(roles), id}));
}

Result<> AccountStore::setKey(const StoredAccount &before, const WrappedKey &key)
{
    const Result<Rows> updated =
        m_database.run(u"UPDATE account SET public_key = ?, salt = ?, operations = ?, memory = ?, "
                       "wrapped_key = ? WHERE id = ? AND wrapped_key = ?"_s,
                       {key.publicKey, key.salt, key.cost.operations, key.cost.memory, key.box,
                        before.account.id, before.key.box});
    if (!updated)
        return passOn(updated);
    if (updated->changed() == 0)
        return fail(ErrorCode::Conflict,
                    Tr::tr("The password has just been changed elsewhere. Please try again."));
    return {};
}

Result<> AccountStore::setLastLogIn(qint64 id, qint64 at)
{
    return done(m_database.run(u"UPDATE account SET last_login_at = ? WHERE id = ?"_s, {at, id}));
}

} // namespace shirase
