// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/SetUpPage.h"

class QFormLayout;
class QLineEdit;

namespace shirase {

class ProblemLabel;

/// The first account, which gets every role.
class AccountPage final : public SetUpPage
{
    Q_OBJECT
public:
    AccountPage();

    void addTo(SetUpRequest &request) const override;
    [[nodiscard]] bool isTouched() const override;
    [[nodiscard]] bool validatePage() override;
    [[nodiscard]] QString accountName() const;

private:
    struct Field
    {
        QLineEdit *edit = nullptr;
        ProblemLabel *problem = nullptr;
    };
    [[nodiscard]] Field addField(QFormLayout *form, const QString &name, const QString &label);
    [[nodiscard]] SecretBytes password() const;
    void showStrength();

    Field m_name;
    Field m_password;
    Field m_again;
    QLabel *m_strength;
};

} // namespace shirase
