// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/Account.h"
#include "widgets/staff/Secrets.h"
#include "widgets/staff/StoringDialog.h"

#include <functional>

namespace shirase {

class PasswordFields;
class RoleBoxes;

/// A new account.
class AccountDialog final : public StoringDialog
{
    Q_OBJECT
public:
    using Store = std::function<Result<>(const QString &name, Roles roles, const SharedSecret &password)>;
    AccountDialog(Dialogs &dialogs, Store store, QWidget *parent = nullptr);

protected:
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] Result<> store() override;

private:
    Store m_store;
    QLineEdit *m_name;
    RoleBoxes *m_roles;
    PasswordFields *m_password;
};

/// The roles of an account.
class RolesDialog final : public StoringDialog
{
    Q_OBJECT
public:
    using Store = std::function<Result<>(Roles roles)>;
    RolesDialog(Dialogs &dialogs, const Account &account, Store store, QWidget *parent = nullptr);

protected:
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString problem() const override { return {}; }
    [[nodiscard]] Result<> store() override;

private:
    Roles m_before;
    Store m_store;
    RoleBoxes *m_roles;
};

/// A new password: one's own, which takes the old one, or that of somebody who has forgotten it.
class PasswordDialog final : public StoringDialog
{
    Q_OBJECT
public:
    enum class Whose { Own, AnothersAccount };
    /// @param old null for another's account
    using Store = std::function<Result<>(const SharedSecret &old, const SharedSecret &fresh)>;
    PasswordDialog(Dialogs &dialogs, Whose whose, const QString &account, Store store, QWidget *parent = nullptr);

protected:
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] Result<> store() override;

private:
    Store m_store;
    QLineEdit *m_old = nullptr;
    PasswordFields *m_fresh;
};

/// A new password by the code of the recovery sheet, for who cannot log in. What it calls to store checks it all, and goes
/// on with the next sheet.
class RecoveryDialog final : public StoringDialog
{
    Q_OBJECT
public:
    using Store = std::function<Result<>(const QString &name, const QString &code, const SharedSecret &fresh)>;
    /// @param name what was typed so far
    RecoveryDialog(Dialogs &dialogs, const QString &name, Store store, QWidget *parent = nullptr);

protected:
    [[nodiscard]] bool isChanged() const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] Result<> store() override;

private:
    Store m_store;
    QLineEdit *m_name;
    QLineEdit *m_code;
    PasswordFields *m_fresh;
};

} // namespace shirase
