// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/staff/StaffDesk.h"

#include "core/staff/Actor.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(StaffDesk)
};

Result<> needAdministrator(const Session &by)
{
    if (by.has(Role::Administrator))
        return {};
    return fail(ErrorCode::Refused, Tr::tr("Only an administrator may manage accounts."));
}

std::unexpected<Error> isDisabled()
{
    return fail(ErrorCode::Conflict, Tr::tr("This account is disabled already."));
}

std::unexpected<Error> hasOtherRoles()
{
    return fail(ErrorCode::Conflict, Tr::tr("Somebody else has changed the roles of this account meanwhile, so nothing was "
                                            "changed. Please open them anew, and decide again."));
}

} // namespace

Result<StaffDesk::Founding> StaffDesk::found(const QString &name, const SecretBytes &password,
                                             const QString &printedCode)
{
    if (const Result<OfficePublicKey> existing = officePublicKey(); existing)
        return fail(ErrorCode::Conflict, Tr::tr("This Shirase is set up already."));
    Founding founding;
    founding.recoveryCode = printedCode.isEmpty() ? recoveryCode::generate() : printedCode;
    const Result<KeyPair> sheet = recoveryCode::keys(founding.recoveryCode);
    if (!sheet)
        return passOn(sheet);
    const KeyPair keys = KeyPair::generate();
    const Result<WrappedKey> key = m_passwords.wrap(keys, password);
    if (!key)
        return passOn(key);

    const Result<OfficeKey> office = m_officeKeys.found(sheet->publicKey);
    if (!office)
        return passOn(office);
    founding.office = office->publicHalf();
    const Result<Account> added = m_accounts.insert(name, everyRole, *key, m_clock.now());
    if (!added)
        return passOn(added);
    if (const Result<> granted = m_officeKeys.grant(*office, added->id, keys.publicKey); !granted)
        return passOn(granted);
    if (const Result<> noted = m_audit.add(added->name, u"setup"_s, added->name); !noted)
        return passOn(noted);
    return founding;
}

Result<std::unique_ptr<Session>> StaffDesk::logIn(const QString &name, const SecretBytes &password)
{
    Result<UnlockedAccount> unlocked = m_passwords.unlock(name, password, Passwords::Purpose::LogIn);
    if (!unlocked)
        return passOn(unlocked);
    auto session = std::make_unique<Session>();
    session->m_account = unlocked->stored.account;
    session->m_publicKey = unlocked->keys.publicKey;
    if (!needsOfficeKey(session->m_account.roles))
        return session;
    Result<std::optional<OfficeKey>> key =
        m_officeKeys.open(unlocked->stored.account.id, std::move(unlocked->keys));
    if (!key)
        return passOn(key);
    session->m_officeKey = std::move(*key);
    changeKeyIfDue(*session);
    return session;
}

Result<bool> StaffDesk::isCurrent(const Session &session)
{
    const Result<StoredAccount> stored = m_accounts.find(session.account().name);
    if (!stored)
        return passOn(stored);
    if (stored->account.disabled || stored->account.roles != session.account().roles ||
        stored->key.publicKey != session.m_publicKey)
        return false;
    const bool holds = needsOfficeKey(stored->account.roles) && stored->account.hasOfficeKey;
    if (!holds || !session.m_officeKey)
        return holds == session.m_officeKey.has_value();
    const Result<OfficePublicKey> office = officePublicKey();
    if (!office)
        return passOn(office);
    return office->id == session.m_officeKey->id;
}

Result<QList<AccountState>> StaffDesk::states(const Session &by)
{
    if (!mayManage(by))
        return passOn(needAdministrator(by));
    Result<QList<AccountState>> states = m_accounts.states();
    if (!states)
        return states;
    QStringList names;
    for (const AccountState &state : std::as_const(*states))
        names.append(state.account.name);
    const auto locked = m_guard.lockedUntil(names);
    if (!locked)
        return passOn(locked);
    for (AccountState &state : *states)
        state.lockedUntil = locked->value(state.account.name);
    return states;
}

Result<> StaffDesk::grantIfNeeded(const Session &by, const Account &account, const QByteArray &publicKey)
{
    if (!needsOfficeKey(account.roles) || account.hasOfficeKey || !by.m_officeKey)
        return {};
    return m_officeKeys.grant(*by.m_officeKey, account.id, publicKey);
}

Result<Account> StaffDesk::add(const Session &by, const QString &name, Roles roles,
                               const SecretBytes &password)
{
    if (const Result<> allowed = needAdministrator(by); !allowed)
        return passOn(allowed);
    const KeyPair keys = KeyPair::generate();
    const Result<WrappedKey> key = m_passwords.wrap(keys, password);
    if (!key)
        return passOn(key);
    Account account;
    const Result<> added = m_change.run(by.account().name, u"staff.add"_s, name.simplified(), [&]() -> Result<> {
        const Result<Account> inserted = m_accounts.insert(name, roles, *key, m_clock.now());
        if (!inserted)
            return passOn(inserted);
        account = *inserted;
        return grantIfNeeded(by, account, keys.publicKey);
    });
    if (!added)
        return passOn(added);
    account.hasOfficeKey = needsOfficeKey(roles) && by.office();
    return account;
}

Result<> StaffDesk::grantOfficeKey(const Session &by, const QString &name)
{
    if (!by.office())
        return fail(
            ErrorCode::Refused,
            Tr::tr("To grant the office key you have to hold it yourself: please ask a colleague who does."));
    const Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    const Account &account = stored->account;
    if (account.disabled)
        return isDisabled();
    if (!needsOfficeKey(account.roles))
        return fail(ErrorCode::Conflict,
                    Tr::tr("Only the notices and approval roles need the office key. Please give "
                           "the account one of them first."));
    if (account.hasOfficeKey)
        return fail(ErrorCode::Conflict, Tr::tr("This account holds the office key already."));
    return m_change.run(by.account().name, u"key.grant"_s, account.name, [&] {
        return m_officeKeys.grant(*by.m_officeKey, account.id, stored->key.publicKey);
    });
}

Result<> StaffDesk::disable(Session &by, const QString &name)
{
    if (const Result<> allowed = needAdministrator(by); !allowed)
        return allowed;
    const Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    if (stored->account.disabled)
        return isDisabled();
    Result<> disabled = m_change.run(by.account().name, u"staff.disable"_s, stored->account.name,
                                     [&] { return m_accounts.setDisabled(stored->account.id, true); });
    if (disabled)
        changeKeyIfDue(by);
    return disabled;
}

Result<> StaffDesk::enable(const Session &by, const QString &name)
{
    if (const Result<> allowed = needAdministrator(by); !allowed)
        return allowed;
    const Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    const Account &account = stored->account;
    if (!account.disabled)
        return fail(ErrorCode::Conflict, Tr::tr("This account is not disabled."));
    return m_change.run(by.account().name, u"staff.enable"_s, account.name, [&]() -> Result<> {
        if (const Result<> enabled = m_accounts.setDisabled(account.id, false); !enabled)
            return enabled;
        return grantIfNeeded(by, account, stored->key.publicKey);
    });
}

Result<> StaffDesk::endPause(const Session &by, const QString &name)
{
    if (const Result<> allowed = needAdministrator(by); !allowed)
        return allowed;
    const Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    const QString &account = stored->account.name;
    const auto locked = m_guard.lockedUntil({account});
    if (!locked)
        return passOn(locked);
    if (locked->isEmpty())
        return fail(ErrorCode::Conflict, Tr::tr("This account can log in: there is no pause to end."));
    return m_change.run(by.account().name, u"staff.unlock"_s, account,
                        [&] { return m_guard.forgetEverywhere(account); });
}

Result<> StaffDesk::setRoles(Session &by, const QString &name, Roles roles, std::optional<Roles> seen)
{
    if (const Result<> allowed = needAdministrator(by); !allowed)
        return allowed;
    Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    Account &account = stored->account;
    if (account.disabled)
        return isDisabled();
    account.roles = roles;
    const QString subject = account.name + u": "_s + toText(roles);
    Result<> done = m_change.run(by.account().name, u"staff.roles"_s, subject, [&]() -> Result<> {
        const Result<StoredAccount> now = m_accounts.find(name);
        if (!now)
            return passOn(now);
        if (seen && now->account.roles != *seen)
            return hasOtherRoles();
        if (const Result<> set = m_accounts.setRoles(account.id, roles); !set)
            return set;
        return grantIfNeeded(by, account, stored->key.publicKey);
    });
    if (done)
        changeKeyIfDue(by);
    return done;
}

// Should it fail, the right is gone all the same: the change stays due, and the next holder's log-in makes up
// for it.
void StaffDesk::changeKeyIfDue(Session &by)
{
    if (!by.m_officeKey || !isKeyChangeDue().value_or(false))
        return;
    std::ignore = changeOfficeKey(by, {});
}

Result<> StaffDesk::changeOfficeKey(Session &by, const std::optional<QByteArray> &freshSheet)
{
    Result<OfficeKey> next = m_officeKeys.change(by.account().name, *by.m_officeKey, freshSheet);
    if (!next)
        return passOn(next);
    by.m_officeKey = std::move(*next);
    const Result<StoredAccount> stored = m_accounts.find(by.account().name);
    if (!stored)
        return passOn(stored);
    if (!stored->account.hasOfficeKey) // somebody has just disabled their own account, or given up the role
        by.m_officeKey.reset();
    return {};
}

Result<> StaffDesk::changePassword(const QString &name, const SecretBytes &old, const SecretBytes &fresh)
{
    if (const Result<> good = Passwords::check(fresh); !good)
        return good;
    const Result<UnlockedAccount> unlocked = m_passwords.unlock(name, old, Passwords::Purpose::Change);
    if (!unlocked)
        return passOn(unlocked);
    const Result<WrappedKey> key = m_passwords.wrap(unlocked->keys, fresh);
    if (!key)
        return passOn(key);
    const QString &account = unlocked->stored.account.name;
    return m_change.run(account, u"staff.passwd"_s, account,
                        [&] { return m_accounts.setKey(unlocked->stored, *key); });
}

// What was sealed to the key before cannot be opened with this one.
Result<> StaffDesk::replaceKey(const StoredAccount &stored, const WrappedKey &key)
{
    if (const Result<> set = m_accounts.setKey(stored, key); !set)
        return set;
    if (const Result<> forgotten = m_guard.forgetEverywhere(stored.account.name); !forgotten)
        return forgotten;
    return m_officeKeys.withdraw(stored.account.id);
}

Result<> StaffDesk::resetPassword(const Session &by, const QString &name, const SecretBytes &fresh)
{
    if (const Result<> allowed = needAdministrator(by); !allowed)
        return allowed;
    Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    if (stored->account.disabled)
        return isDisabled();
    const KeyPair keys = KeyPair::generate();
    const Result<WrappedKey> key = m_passwords.wrap(keys, fresh);
    if (!key)
        return passOn(key);
    return m_change.run(by.account().name, u"staff.reset"_s, stored->account.name, [&]() -> Result<> {
        if (const Result<> replaced = replaceKey(*stored, *key); !replaced)
            return replaced;
        stored->account.hasOfficeKey = false;
        return grantIfNeeded(by, stored->account, keys.publicKey);
    });
}

Result<> StaffDesk::noteRefusedRecovery(const QString &account)
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    if (const Result<> noted = m_audit.add(actors::system, u"staff.recover.refuse"_s, account); !noted)
        return noted;
    return transaction->commit();
}

Result<StaffDesk::Recovery> StaffDesk::proveRecovery(const QString &name, const QString &code)
{
    Result<KeyPair> sheet = recoveryCode::keys(code);
    if (!sheet)
        return passOn(sheet);
    Result<StoredAccount> stored = m_accounts.find(name);
    if (!stored)
        return passOn(stored);
    if (stored->account.disabled)
        return isDisabled();
    Result<std::optional<OfficeKey>> office = m_officeKeys.open(OfficeKeys::recoverySheet, std::move(*sheet));
    if (!office && office.error().code != ErrorCode::Corrupt)
        return passOn(office);
    if (!office || !*office) {
        std::ignore = noteRefusedRecovery(stored->account.name);
        return fail(ErrorCode::Refused,
                    Tr::tr("This is not the recovery code of this Shirase, or it has been used "
                           "before. Please take the newest recovery sheet."));
    }
    return Recovery{std::move(*stored), std::move(**office)};
}

Result<> StaffDesk::checkRecovery(const QString &name, const QString &code, const SecretBytes &fresh)
{
    if (const Result<> good = Passwords::check(fresh); !good)
        return good;
    if (const Result<Recovery> proven = proveRecovery(name, code); !proven)
        return passOn(proven);
    return {};
}

Result<> StaffDesk::recover(const QString &name, const QString &code, const SecretBytes &fresh,
                            const QString &nextCode)
{
    const Result<KeyPair> nextSheet = recoveryCode::keys(nextCode);
    if (!nextSheet)
        return passOn(nextSheet);
    const KeyPair keys = KeyPair::generate();
    const Result<WrappedKey> key = m_passwords.wrap(keys, fresh);
    if (!key)
        return passOn(key);
    const Result<Recovery> proven = proveRecovery(name, code);
    if (!proven)
        return passOn(proven);

    // The account first: should the rest be interrupted, the old sheet is still good.
    const Account &account = proven->stored.account;
    const Result<> given = m_change.run(account.name, u"staff.recover"_s, account.name, [&]() -> Result<> {
        if (const Result<> replaced = replaceKey(proven->stored, *key); !replaced)
            return replaced;
        return needsOfficeKey(account.roles) ? m_officeKeys.grant(proven->office, account.id, keys.publicKey)
                                             : Result<>();
    });
    if (!given)
        return given;
    if (const auto changed = m_officeKeys.change(account.name, proven->office, nextSheet->publicKey); !changed)
        return passOn(changed);
    return {};
}

Result<> StaffDesk::checkRenewal(const Session &by)
{
    if (const Result<> allowed = needAdministrator(by); !allowed || by.office())
        return allowed;
    return fail(ErrorCode::Refused,
                Tr::tr("Only an administrator who holds the office key can make a new recovery sheet."));
}

Result<> StaffDesk::renewRecoveryCode(Session &by, const QString &nextCode)
{
    if (const Result<> allowed = checkRenewal(by); !allowed)
        return allowed;
    const Result<KeyPair> nextSheet = recoveryCode::keys(nextCode);
    if (!nextSheet)
        return passOn(nextSheet);
    return changeOfficeKey(by, nextSheet->publicKey);
}

} // namespace shirase
