// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/StaffDesk.h"

#include "core/foundation/JapaneseTime.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 recoverySheet = 0; // the holder that is no account
constexpr int freeTries = 5;
constexpr qint64 firstLockSeconds = 30;
constexpr qint64 longestLockSeconds = 3600;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

bool holdsOfficeKey(Roles roles)
{
    return roles.testAnyFlags(Role::Notices | Role::Approval);
}

Result<> checkPassword(const SecretBytes &password)
{
    if (password.size() < StaffDesk::minimumPasswordLength)
        return fail(ErrorCode::Invalid,
                    Tr::tr("The password has to have at least %1 characters.").arg(StaffDesk::minimumPasswordLength));
    return {};
}

Result<> grant(Database &database, qint64 officeId, qint64 holder, const QByteArray &holderPublicKey,
               QByteArrayView officeSecret)
{
    const Result<Rows> granted = database.run(
        u"INSERT INTO office_key_grant (office_key_id, account_id, holder_public_key, sealed_secret) "
        "VALUES (?, ?, ?, ?)"_s,
        {officeId, holder, holderPublicKey, Sealer(holderPublicKey).seal(officeSecret)});
    if (!granted)
        return passOn(granted);
    return {};
}

} // namespace

struct StaffDesk::Stored
{
    Account account;
    WrappedKey key;
    int wrongTries = 0;
    qint64 lockedUntil = 0;
};

Result<OfficePublicKey> StaffDesk::officePublicKey()
{
    Result<Rows> rows = m_database.run(u"SELECT id, public_key FROM office_key ORDER BY id DESC LIMIT 1"_s);
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return fail(ErrorCode::NotFound, Tr::tr("This Shirase is not set up yet. Please run the set-up first."));
    return OfficePublicKey{rows->number(0), rows->bytes(1)};
}

Result<StaffDesk::Founding> StaffDesk::found(const QString &name, const SecretBytes &password)
{
    if (const Result<OfficePublicKey> existing = officePublicKey(); existing)
        return fail(ErrorCode::Conflict, Tr::tr("This Shirase is set up already."));
    const KeyPair office = KeyPair::generate();
    Founding founding;
    founding.recoveryCode = recoveryCode::generate();
    const Result<KeyPair> recovery = recoveryCode::keys(founding.recoveryCode);
    if (!recovery)
        return passOn(recovery);

    qint64 officeId = 0;
    {
        const Result<Rows> inserted = m_database.run(u"INSERT INTO office_key (public_key, created_at) VALUES (?, ?)"_s,
                                                     {office.publicKey, m_clock.now()});
        if (!inserted)
            return passOn(inserted);
        officeId = inserted->insertedId();
    }
    founding.office = {officeId, office.publicKey};
    if (const Result<> granted
        = grant(m_database, officeId, recoverySheet, recovery->publicKey, office.secretKey.view());
        !granted)
        return passOn(granted);
    const Result<Account> added = insert(name, everyRole, password, &office.secretKey, officeId);
    if (!added)
        return passOn(added);
    if (const Result<> noted = m_audit.add(added->name, u"setup"_s, added->name); !noted)
        return passOn(noted);
    return founding;
}

Result<Account> StaffDesk::insert(const QString &typedName, Roles roles, const SecretBytes &password,
                                  const SecretBytes *officeSecret, qint64 officeId)
{
    const QString name = typedName.simplified().normalized(QString::NormalizationForm_C);
    if (name.isEmpty() || name.size() > 100)
        return fail(ErrorCode::Invalid, Tr::tr("Please give the account a name of 1 to 100 characters."));
    if (const Result<> good = checkPassword(password); !good)
        return passOn(good);
    const KeyPair keys = KeyPair::generate();
    const Result<WrappedKey> wrapped = accountKey::wrap(keys, password, m_cost);
    if (!wrapped)
        return passOn(wrapped);
    Account account{0, name, roles, false};
    {
        const Result<Rows> inserted = m_database.run(
            u"INSERT INTO account (name, roles, state, public_key, salt, operations, memory, wrapped_key, wrong_tries, "
            "locked_until, created_at) VALUES (?, ?, 'active', ?, ?, ?, ?, ?, 0, 0, ?)"_s,
            {name, toText(roles), wrapped->publicKey, wrapped->salt, wrapped->cost.operations, wrapped->cost.memory,
             wrapped->box, m_clock.now()});
        if (!inserted) {
            return inserted.error().code == ErrorCode::Conflict
                ? fail(ErrorCode::Conflict, Tr::tr("There is an account with this name already."))
                : passOn(inserted);
        }
        account.id = inserted->insertedId();
    }
    if (officeSecret) {
        if (const Result<> granted
            = grant(m_database, officeId, account.id, keys.publicKey, officeSecret->view());
            !granted)
            return passOn(granted);
    }
    return account;
}

Result<StaffDesk::Stored> StaffDesk::load(const QString &name)
{
    Result<Rows> rows = m_database.run(
        u"SELECT id, name, roles, state, public_key, salt, operations, memory, wrapped_key, wrong_tries, locked_until "
        "FROM account WHERE name = ?"_s,
        {name.simplified().normalized(QString::NormalizationForm_C)});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return fail(ErrorCode::NotFound, Tr::tr("The name or the password is wrong."));
    return Stored{
        .account = {rows->number(0), rows->text(1), rolesOf(rows->text(2).split(u' ', Qt::SkipEmptyParts)).value_or(Roles()),
                    rows->text(3) == u"disabled"},
        .key = {rows->bytes(4), rows->bytes(5), {rows->value(6).toULongLong(), rows->value(7).toULongLong()}, rows->bytes(8)},
        .wrongTries = int(rows->number(9)),
        .lockedUntil = rows->number(10)};
}

Result<std::unique_ptr<Session>> StaffDesk::logIn(const QString &name, const SecretBytes &password)
{
    const Result<Stored> stored = load(name);
    if (!stored) {
        // As slow as a wrong password, so that the time does not tell which names exist.
        if (stored.error().code == ErrorCode::NotFound)
            std::ignore = accountKey::wrap(KeyPair::generate(), password, m_cost);
        return stored.error().code == ErrorCode::NotFound ? fail(ErrorCode::Refused, stored.error().message)
                                                          : passOn(stored);
    }
    if (m_clock.now() < stored->lockedUntil) {
        return fail(ErrorCode::Refused,
                    Tr::tr("After several wrong tries this account is locked until %1. Please wait, then try again.")
                        .arg(QLocale().toString(japan::dateTimeOf(stored->lockedUntil).time(), u"HH:mm:ss"_s)));
    }
    Result<KeyPair> keys = accountKey::unwrap(stored->key, password);
    if (!keys) {
        if (keys.error().code == ErrorCode::Refused) {
            if (const Result<> noted = noteWrongTry(*stored); !noted)
                return passOn(noted);
        }
        return passOn(keys);
    }
    if (stored->account.disabled)
        return fail(ErrorCode::Refused, Tr::tr("This account is disabled. Please ask an administrator."));
    return openSession(*stored, std::move(*keys));
}

Result<std::unique_ptr<Session>> StaffDesk::openSession(const Stored &stored, KeyPair keys)
{
    if (stored.wrongTries > 0) {
        if (const Result<Rows> cleared = m_database.run(
                u"UPDATE account SET wrong_tries = 0, locked_until = 0 WHERE id = ?"_s, {stored.account.id});
            !cleared)
            return passOn(cleared);
    }
    auto session = std::make_unique<Session>();
    session->m_account = stored.account;
    Result<Rows> rows = m_database.run(
        u"SELECT sealed_secret FROM office_key_grant WHERE account_id = ? ORDER BY office_key_id DESC LIMIT 1"_s,
        {stored.account.id});
    if (!rows)
        return passOn(rows);
    if (rows->next()) {
        Result<SecretBytes> secret = Opener(std::move(keys)).openSecret(rows->bytes(0));
        if (!secret)
            return passOn(secret);
        session->m_officeSecret = secret->copy();
        session->m_office = std::make_unique<Opener>(KeyPair::fromSecret(std::move(*secret)));
    }
    return session;
}

Result<> StaffDesk::noteWrongTry(const Stored &stored)
{
    const int tries = stored.wrongTries + 1;
    qint64 lockedUntil = 0;
    if (tries >= freeTries)
        lockedUntil = m_clock.now()
            + std::min(firstLockSeconds << std::min(tries - freeTries, 20), longestLockSeconds);
    const Result<Rows> noted = m_database.run(u"UPDATE account SET wrong_tries = ?, locked_until = ? WHERE id = ?"_s,
                                              {tries, lockedUntil, stored.account.id});
    if (!noted)
        return passOn(noted);
    return {};
}

Result<QList<Account>> StaffDesk::list()
{
    Result<Rows> rows = m_database.run(u"SELECT id, name, roles, state FROM account ORDER BY name"_s);
    if (!rows)
        return passOn(rows);
    QList<Account> accounts;
    while (rows->next()) {
        accounts.append({rows->number(0), rows->text(1),
                         rolesOf(rows->text(2).split(u' ', Qt::SkipEmptyParts)).value_or(Roles()),
                         rows->text(3) == u"disabled"});
    }
    return accounts;
}

Result<Account> StaffDesk::add(const Session &by, const QString &name, Roles roles, const SecretBytes &password)
{
    if (!by.has(Role::Administrator))
        return fail(ErrorCode::Refused, Tr::tr("Only an administrator may add accounts."));
    if (holdsOfficeKey(roles) && !by.m_office)
        return fail(ErrorCode::Refused,
                    Tr::tr("To grant the notices or approval role you have to hold the office key yourself."));
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    const Result<OfficePublicKey> office = officePublicKey();
    if (!office)
        return passOn(office);
    Result<Account> account
        = insert(name, roles, password, holdsOfficeKey(roles) ? &by.m_officeSecret : nullptr, office->id);
    if (!account)
        return account;
    if (const Result<> noted = m_audit.add(by.account().name, u"staff.add"_s, account->name); !noted)
        return passOn(noted);
    if (const Result<> committed = transaction->commit(); !committed)
        return passOn(committed);
    return account;
}

Result<> StaffDesk::changePassword(const QString &name, const SecretBytes &old, const SecretBytes &fresh)
{
    if (const Result<> good = checkPassword(fresh); !good)
        return good;
    const Result<Stored> stored = load(name);
    if (!stored)
        return passOn(stored);
    // Through logIn, so that wrong tries count here too.
    if (const auto session = logIn(name, old); !session)
        return passOn(session);
    const Result<KeyPair> keys = accountKey::unwrap(stored->key, old);
    if (!keys)
        return passOn(keys);
    const Result<WrappedKey> wrapped = accountKey::wrap(*keys, fresh, m_cost);
    if (!wrapped)
        return passOn(wrapped);
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    const Result<Rows> updated = m_database.run(
        u"UPDATE account SET salt = ?, operations = ?, memory = ?, wrapped_key = ? WHERE id = ?"_s,
        {wrapped->salt, wrapped->cost.operations, wrapped->cost.memory, wrapped->box, stored->account.id});
    if (!updated)
        return passOn(updated);
    if (const Result<> noted = m_audit.add(stored->account.name, u"staff.passwd"_s, stored->account.name); !noted)
        return noted;
    return transaction->commit();
}

} // namespace shirase
