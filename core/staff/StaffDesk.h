// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/staff/AccountChange.h"
#include "core/staff/AccountStore.h"
#include "core/staff/AuditLog.h"
#include "core/staff/OfficeKeys.h"
#include "core/staff/Passwords.h"
#include "core/staff/Session.h"

#include <QList>

#include <memory>
#include <optional>

namespace shirase {

/// Accounts, log-in and passwords; who may do what with the office key. One object per connection.
///
/// Whoever loses the right to the office key makes a change of it due: at once if the session that takes the
/// right holds the key, else at the next log-in of somebody who does. Other sessions of holders are not
/// current then.
class StaffDesk
{
public:
    /// @param place where its log-ins come from
    StaffDesk(Database &database, Database &vault, const Clock &clock, PasswordCost cost, LogInPlace place)
        : m_database(database)
        , m_clock(clock)
        , m_audit(database, vault, clock)
        , m_accounts(database)
        , m_change(database, m_accounts, m_audit)
        , m_guard(database, clock, std::move(place))
        , m_passwords({database, m_accounts, m_guard, m_audit, clock}, cost)
        , m_officeKeys(database, vault, m_audit, clock)
    {}
    Q_DISABLE_COPY_MOVE(StaffDesk)

    struct Founding
    {
        OfficePublicKey office;
        QString recoveryCode; ///< to be printed and locked away; it is stored nowhere
    };
    /// First start: makes the office key, its recovery code, and the first account with every role, in one
    /// transaction of the caller. Fails with Conflict if there is an office key already.
    /// @param printedCode a recovery code that is on paper already (recoveryCode::generate()); empty: a new one
    [[nodiscard]] Result<Founding> found(const QString &name, const SecretBytes &password,
                                         const QString &printedCode = {});

    /// Fails with Refused for a wrong name or password, the same sentence for both, or during a pause after
    /// wrong tries (the sentence says how long).
    [[nodiscard]] Result<std::unique_ptr<Session>> logIn(const QString &name, const SecretBytes &password);
    /// Whether a log-in now would give the same session: not if the account has been disabled or given other
    /// roles or another key, or the office key has been changed.
    [[nodiscard]] Result<bool> isCurrent(const Session &session);

    [[nodiscard]] Result<QList<Account>> list() { return m_accounts.list(); }
    /// Whether this account may do anything here with other accounts.
    [[nodiscard]] static bool mayManage(const Session &by)
    {
        return by.has(Role::Administrator) || by.office();
    }
    /// The accounts with what only those see who manage them. Needs administrator or the office key.
    [[nodiscard]] Result<QList<AccountState>> states(const Session &by);

    /// Adds an account. With the notices or approval role it is granted the office key if the session holds
    /// that; else a holder has to grant it. Needs administrator, as everything does here that names no other
    /// right.
    [[nodiscard]] Result<Account> add(const Session &by, const QString &name, Roles roles,
                                      const SecretBytes &password);
    /// Grants the office key to an account whose roles need it. Needs the office key.
    [[nodiscard]] Result<> grantOfficeKey(const Session &by, const QString &name);
    /// The account cannot log in any more. Fails with Conflict if it is the last administrator or the last
    /// holder of the office key. If the session holds the office key, that is changed, and the session holds
    /// the new one afterwards.
    [[nodiscard]] Result<> disable(Session &by, const QString &name);
    /// The same for roles: those that need the office key grant it as add() does, the others take it away. Fails with
    /// Conflict, too, if the account has other roles than were seen.
    /// @param seen its roles when somebody decided so; nothing: whatever they are
    [[nodiscard]] Result<> setRoles(Session &by, const QString &name, Roles roles, std::optional<Roles> seen = {});
    /// A disabled account can log in again; the office key is granted to it as add() does.
    [[nodiscard]] Result<> enable(const Session &by, const QString &name);
    /// Ends the pause after wrong tries. Fails with Conflict if there is none.
    [[nodiscard]] Result<> endPause(const Session &by, const QString &name);
    /// Whether a change of the office key waits for a holder's log-in.
    [[nodiscard]] Result<bool> isKeyChangeDue() { return m_officeKeys.isChangeDue(); }

    /// By the account itself.
    [[nodiscard]] Result<> changePassword(const QString &name, const SecretBytes &old,
                                          const SecretBytes &fresh);
    /// By an administrator. The account gets a fresh key pair; the office key is granted anew as add() does.
    [[nodiscard]] Result<> resetPassword(const Session &by, const QString &name, const SecretBytes &fresh);
    /// Whether recover() would go ahead, so that the next sheet is made only for who holds this one. Gives nothing
    /// away and changes nothing. Fails as recover() does.
    [[nodiscard]] Result<> checkRecovery(const QString &name, const QString &code, const SecretBytes &fresh);
    /// By the recovery sheet: a fresh key pair, and the office key if the roles need it. The code is good until this is
    /// done, and used up then, even against an old backup: the office key is changed. Fails with Refused if it is another
    /// code.
    /// @param nextCode that of the sheet that takes its place, which is on paper already (recoveryCode::generate())
    [[nodiscard]] Result<> recover(const QString &name, const QString &code, const SecretBytes &fresh,
                                   const QString &nextCode);
    /// Whether renewRecoveryCode() is for this account.
    [[nodiscard]] static Result<> checkRenewal(const Session &by);
    /// A new recovery sheet, for one that was lost or seen; until this is done, the old one is good. Needs administrator
    /// and the office key.
    /// @param nextCode as for recover()
    [[nodiscard]] Result<> renewRecoveryCode(Session &by, const QString &nextCode);

    /// The current office key's public half. Fails with NotFound before the set-up.
    [[nodiscard]] Result<OfficePublicKey> officePublicKey() { return m_officeKeys.current(); }

    [[nodiscard]] AuditLog &audit() { return m_audit; }

private:
    /// An account that its holder gets back, and the office key that the sheet has opened.
    struct Recovery
    {
        StoredAccount stored;
        OfficeKey office;
    };

    [[nodiscard]] Result<> grantIfNeeded(const Session &by, const Account &account,
                                         const QByteArray &publicKey);
    [[nodiscard]] Result<Recovery> proveRecovery(const QString &name, const QString &code);
    [[nodiscard]] Result<> noteRefusedRecovery(const QString &account);
    [[nodiscard]] Result<> replaceKey(const StoredAccount &stored, const WrappedKey &key);
    void changeKeyIfDue(Session &by);
    [[nodiscard]] Result<> changeOfficeKey(Session &by, const std::optional<QByteArray> &freshSheet);

    Database &m_database;
    const Clock &m_clock;
    AuditLog m_audit;
    AccountStore m_accounts;
    AccountChange m_change;
    LogInGuard m_guard;
    Passwords m_passwords;
    OfficeKeys m_officeKeys;
};

} // namespace shirase
