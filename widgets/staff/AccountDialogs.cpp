// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/AccountDialogs.h"

#include "widgets/staff/PasswordFields.h"
#include "widgets/staff/RoleBoxes.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// A sentence if nothing was typed there, where the cursor goes then.
QString missing(QLineEdit *field, const QString &sentence)
{
    if (!field->text().trimmed().isEmpty())
        return {};
    field->setFocus();
    return sentence;
}

} // namespace

AccountDialog::AccountDialog(Dialogs &dialogs, Store store, QWidget *parent)
    : StoringDialog(dialogs, tr("New account"), parent)
    , m_store(std::move(store))
    , m_name(new QLineEdit)
    , m_roles(new RoleBoxes)
{
    setObjectName(u"accountDialog"_s);
    m_name->setObjectName(u"accountName"_s);
    m_name->setToolTip(tr("As the colleague will type it to log in. It stands in the record of actions, and cannot be "
                          "changed later."));
    m_name->setAccessibleDescription(m_name->toolTip());
    form().addRow(tr("Na&me"), m_name);
    form().addRow(tr("Roles"), m_roles);
    m_password = new PasswordFields(form(), this);
    addText(tr("Give the colleague the password in person. It can be changed after the first log-in."));
    addButtons(tr("&Add account"), m_name);
}

bool AccountDialog::isChanged() const
{
    return !m_name->text().isEmpty() || m_roles->roles() != Roles() || !m_password->isEmpty();
}

QString AccountDialog::problem() const
{
    const QString unnamed = missing(m_name, tr("Please give the account a name."));
    return unnamed.isEmpty() ? m_password->problem() : unnamed;
}

Result<> AccountDialog::store()
{
    const Store store = m_store;
    return store(m_name->text(), m_roles->roles(), m_password->password());
}

RolesDialog::RolesDialog(Dialogs &dialogs, const Account &account, Store store, QWidget *parent)
    : StoringDialog(dialogs, tr("Roles of %1").arg(account.name), parent)
    , m_before(account.roles)
    , m_store(std::move(store))
    , m_roles(new RoleBoxes)
{
    setObjectName(u"rolesDialog"_s);
    m_roles->setRoles(account.roles);
    form().addRow(m_roles);
    addText(tr("Any window in which %1 is logged in will lock, so that the new roles apply at once.").arg(account.name));
    addButtons(tr("&Save"), m_roles);
}

bool RolesDialog::isChanged() const
{
    return m_roles->roles() != m_before;
}

Result<> RolesDialog::store()
{
    const Store store = m_store;
    return isChanged() ? store(m_roles->roles()) : Result<>();
}

PasswordDialog::PasswordDialog(Dialogs &dialogs, Whose whose, const QString &account, Store store, QWidget *parent)
    : StoringDialog(dialogs, whose == Whose::Own ? tr("Change your password") : tr("New password for %1").arg(account),
                    parent)
    , m_store(std::move(store))
{
    setObjectName(u"passwordDialog"_s);
    if (whose == Whose::Own) {
        m_old = new QLineEdit;
        m_old->setObjectName(u"passwordOld"_s);
        m_old->setEchoMode(QLineEdit::Password);
        form().addRow(tr("C&urrent password"), m_old);
    } else {
        addText(tr("The current password of %1 stops working. Give them the new one in person: whoever knows it can "
                   "act in their name.")
                    .arg(account));
    }
    m_fresh = new PasswordFields(form(), this);
    addButtons(tr("&Change password"), m_old ? m_old : m_fresh->first());
}

bool PasswordDialog::isChanged() const
{
    return !m_fresh->isEmpty();
}

QString PasswordDialog::problem() const
{
    const QString unproven = m_old ? missing(m_old, tr("Please type the current password.")) : QString();
    return unproven.isEmpty() ? m_fresh->problem() : unproven;
}

Result<> PasswordDialog::store()
{
    const Store store = m_store;
    return store(m_old ? secretOf(*m_old) : SharedSecret(), m_fresh->password());
}

RecoveryDialog::RecoveryDialog(Dialogs &dialogs, const QString &name, Store store, QWidget *parent)
    : StoringDialog(dialogs, tr("Log in with the recovery sheet"), parent)
    , m_store(std::move(store))
    , m_name(new QLineEdit(name))
    , m_code(new QLineEdit)
{
    setObjectName(u"recoveryDialog"_s);
    m_name->setObjectName(u"recoveryName"_s);
    m_code->setObjectName(u"recoveryCode"_s);
    m_code->setPlaceholderText(u"XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"_s);
    m_code->setMinimumWidth(m_code->fontMetrics().horizontalAdvance(m_code->placeholderText()) + 24);
    form().addRow(tr("Na&me"), m_name);
    form().addRow(tr("&Recovery code"), m_code);
    m_fresh = new PasswordFields(form(), this);
    addText(tr("An administrator can give you a new password at once, and nothing else changes. Use the code of the "
               "recovery sheet only when no administrator can log in: it works once. The next step shows the sheet that takes "
               "its place; your password is set once you make that one valid."));
    addButtons(tr("Ne&xt"), name.isEmpty() ? m_name : m_code);
}

bool RecoveryDialog::isChanged() const
{
    return !m_code->text().isEmpty() || !m_fresh->isEmpty();
}

QString RecoveryDialog::problem() const
{
    QString unnamed = missing(m_name, tr("Please type the name of your account."));
    if (!unnamed.isEmpty())
        return unnamed;
    const QString uncoded = missing(m_code, tr("Please type the code as it stands on the recovery sheet."));
    return uncoded.isEmpty() ? m_fresh->problem() : uncoded;
}

Result<> RecoveryDialog::store()
{
    const Store store = m_store;
    return store(m_name->text().trimmed(), m_code->text(), m_fresh->password());
}

} // namespace shirase
