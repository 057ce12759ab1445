// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/StaffActions.h"

#include "core/foundation/JapaneseTime.h"
#include "core/vault/AccountKey.h"
#include "widgets/common/JobDialog.h"
#include "widgets/common/Texts.h"
#include "widgets/staff/AccountDialogs.h"
#include "widgets/staff/AccountModel.h"
#include "widgets/staff/RecoveryCodeDialog.h"
#include "widgets/staff/RecoverySheet.h"

#include <QScopedValueRollback>

namespace shirase {

using namespace Qt::StringLiterals;

StaffActions::StaffActions(PageContext context, QWidget *window)
    : QObject(window)
    , m_context(context)
    , m_window(window)
{}

Result<> StaffActions::run(const Act &act)
{
    return JobDialog::run<void>(m_context.worker, m_window, tr("The account is being changed."),
                                [by = m_session, act](Office &office, const Job::Report &) {
                                    return act(office.staff, *by);
                                });
}

// In the worker, a copy of the session takes the new key: the window goes on reading the old one meanwhile.
Result<> StaffActions::runChangingKey(const KeyAct &act)
{
    using Changed = std::unique_ptr<Session>;
    const QScopedValueRollback changing(m_changingKey, true);
    Result<Changed> changed = JobDialog::run<Changed>(
        m_context.worker, m_window, tr("The account is being changed."),
        [by = m_session, act](Office &office, const Job::Report &) -> Result<Changed> {
            Changed own = by->copy();
            if (const Result<> done = act(office.staff, *own); !done)
                return passOn(done);
            return own;
        });
    if (!changed)
        return passOn(changed);
    if (m_session) // else the window was locked meanwhile
        Q_EMIT sessionChanged(SharedSession(std::move(*changed)));
    return {};
}

QString StaffActions::withRest(const QString &sentence, const QString &name)
{
    QStringList sentences{sentence};
    const Result<QList<Account>> accounts = m_context.office.staff.list();
    for (const Account &account : accounts.value_or(QList<Account>())) {
        if (account.name == name.simplified() && AccountModel::waitsForKey(account))
            sentences << tr("It cannot count or approve yet: somebody who holds the office key has to grant it.");
    }
    if (m_context.office.staff.isKeyChangeDue().value_or(false))
        sentences << tr("The office key is changed as soon as somebody who holds it logs in.");
    return sentences.join(u' ');
}

void StaffActions::report(const Result<> &result, const QString &sentence)
{
    if (!m_session)
        return; // locked meanwhile
    Q_EMIT changed();
    if (result)
        Q_EMIT done(sentence);
    else
        Q_EMIT failed(result.error());
}

void StaffActions::add()
{
    auto *dialog = new AccountDialog(
        m_context.dialogs,
        [this](const QString &name, Roles roles, const SharedSecret &password) {
            Result<> added = run([=](StaffDesk &staff, const Session &by) -> Result<> {
                if (const Result<Account> account = staff.add(by, name, roles, *password); !account)
                    return passOn(account);
                return {};
            });
            if (added)
                report(added, withRest(tr("The account %1 is there.").arg(name.simplified()), name));
            return added;
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void StaffActions::changeRoles(const Account &account)
{
    auto *dialog = new RolesDialog(
        m_context.dialogs, account,
        [this, account](Roles roles) {
            Result<> set = runChangingKey([=](StaffDesk &staff, Session &by) {
                return staff.setRoles(by, account.name, roles, account.roles);
            });
            if (set) {
                const QString sentence = tr("The roles of %1 are: %2.").arg(account.name, Texts::of(roles));
                report(set, withRest(sentence, account.name));
            }
            return set;
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void StaffActions::resetPassword(const Account &account)
{
    auto *dialog = new PasswordDialog(
        m_context.dialogs, PasswordDialog::Whose::AnothersAccount, account.name,
        [this, account](const SharedSecret &, const SharedSecret &fresh) {
            Result<> reset = run([=](StaffDesk &staff, const Session &by) {
                return staff.resetPassword(by, account.name, *fresh);
            });
            if (reset)
                report(reset, withRest(tr("%1 has a new password.").arg(account.name), account.name));
            return reset;
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void StaffActions::changeOwnPassword()
{
    if (!m_session)
        return;
    const QString name = m_session->account().name;
    auto *dialog = new PasswordDialog(
        m_context.dialogs, PasswordDialog::Whose::Own, name,
        [this, name](const SharedSecret &old, const SharedSecret &fresh) {
            Result<> set = run([=](StaffDesk &staff, const Session &) {
                return staff.changePassword(name, *old, *fresh);
            });
            if (set)
                report(set, tr("Your password is changed."));
            return set;
        },
        m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void StaffActions::grantOfficeKey(const Account &account)
{
    const bool go = m_context.dialogs.confirm(
        m_window, {.title = tr("Grant the office key"),
                   .text = tr("Grant the office key to %1?").arg(account.name),
                   .explanation = tr("Whoever holds it can count people, and approve notices if the role allows. Grant it "
                                     "only to a colleague whom you know to be the owner of this account."),
                   .action = tr("&Grant")});
    if (!go || !m_session)
        return;
    const Result<> granted = run(
        [account](StaffDesk &staff, const Session &by) { return staff.grantOfficeKey(by, account.name); });
    report(granted, tr("%1 holds the office key from the next log-in on.").arg(account.name));
}

void StaffActions::endPause(const Account &account)
{
    const Result<> ended =
        run([account](StaffDesk &staff, const Session &by) { return staff.endPause(by, account.name); });
    report(ended, tr("%1 can log in again.").arg(account.name));
}

void StaffActions::disable(const Account &account)
{
    const bool go = m_context.dialogs.confirm(
        m_window, {.title = tr("Disable account"),
                   .text = tr("Disable the account %1?").arg(account.name),
                   .explanation = tr("It cannot log in any more, and its open windows lock. If it holds the office key, "
                                     "that is changed. The account can be enabled again."),
                   .action = tr("&Disable"),
                   .grave = true});
    if (!go || !m_session)
        return;
    const Result<> disabled = runChangingKey(
        [account](StaffDesk &staff, Session &by) { return staff.disable(by, account.name); });
    report(disabled, withRest(tr("The account %1 is disabled.").arg(account.name), account.name));
}

void StaffActions::enable(const Account &account)
{
    const Result<> enabled =
        run([account](StaffDesk &staff, const Session &by) { return staff.enable(by, account.name); });
    report(enabled, withRest(tr("The account %1 can log in again.").arg(account.name), account.name));
}

void StaffActions::renewRecoverySheet()
{
    const bool go = m_context.dialogs.confirm(
        m_window, {.title = tr("New recovery sheet"),
                   .text = tr("Make a new recovery sheet?"),
                   .explanation = tr("Once you make the new sheet valid, the old one opens only backups from before. Have a printer "
                                     "or a pen at hand: the new code is shown only once. Other windows that hold the office key "
                                     "lock then."),
                   .action = tr("&Make new sheet")});
    if (!go || !m_session)
        return;
    showSheet(m_window, m_session->account().name, [this](const QString &code) {
        return runChangingKey([code](StaffDesk &staff, Session &by) { return staff.renewRecoveryCode(by, code); });
    });
}

void StaffActions::recover(QWidget *over, const QString &name)
{
    auto *dialog = new RecoveryDialog(
        m_context.dialogs, name,
        [this, over](const QString &account, const QString &code, const SharedSecret &fresh) {
            return checkRecovery(over, account, code, fresh);
        },
        over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

Result<> StaffActions::checkRecovery(const QPointer<QWidget> &over, const QString &name, const QString &code,
                                     const SharedSecret &fresh)
{
    Result<> good = JobDialog::run<void>(
        m_context.worker, over, tr("The recovery code is being checked."),
        [=](Office &office, const Job::Report &) { return office.staff.checkRecovery(name, code, *fresh); });
    if (!good || !over)
        return good;
    showSheet(over, name.simplified(), [=, this](const QString &next) {
        return JobDialog::run<void>(
            m_context.worker, over, tr("The account is being changed."),
            [=](Office &office, const Job::Report &) { return office.staff.recover(name, code, *fresh, next); });
    });
    return good;
}

// Only once the sheet is kept is it made valid: a lock of the window or a power cut before leaves the old one good.
void StaffActions::showSheet(QWidget *over, const QString &account, const MakeValid &makeValid)
{
    RecoverySheet sheet = RecoverySheet::of(m_context.office.settings, account, japan::dayOf(m_context.office.clock.now()));
    sheet.code = recoveryCode::generate();
    auto *dialog = new RecoveryCodeDialog(m_context.dialogs, sheet, over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, code = sheet.code, makeValid, wasLoggedIn = m_session != nullptr] {
        const Result<> valid = makeValid(code);
        const bool lockedMeanwhile = wasLoggedIn && !m_session;
        if (!valid) { // it may have been between the two
            const Error error = OfficeKeys::keepBothSheets(valid.error());
            return lockedMeanwhile ? Q_EMIT doneWhileLocked(error.message) : Q_EMIT failed(error);
        }
        QStringList sentences;
        if (!wasLoggedIn)
            sentences << tr("Your new password is set: please log in with it.");
        sentences << tr("The new recovery sheet is valid now. The old one opens only backups from before: please make a new "
                        "backup, then destroy it.");
        const QString said = sentences.join(u' ');
        lockedMeanwhile ? Q_EMIT doneWhileLocked(said) : Q_EMIT done(said);
    });
    connect(dialog, &QDialog::rejected, this,
            [this] { Q_EMIT done(tr("Nothing was changed: the old recovery sheet stays the valid one.")); });
    dialog->open();
}

} // namespace shirase
