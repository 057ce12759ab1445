// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/vault/SecretBytes.h"
#include "widgets/settings/SettingEdit.h"

class QLabel;
class QLineEdit;

namespace shirase {

/// A password that is typed here and kept in a file, or a file that has it already. Its value is the file's path, and
/// typedMark while a password has been typed.
class PasswordFileEdit final : public SettingEdit
{
    Q_OBJECT
public:
    static const QString typedMark;

    PasswordFileEdit(const SettingDefinition &definition, Dialogs &dialogs, QWidget *parent = nullptr);
    [[nodiscard]] QString value() const override;
    void setValue(const QString &value) override;

    /// What has been typed; empty if nothing has.
    [[nodiscard]] SecretBytes typed() const;

private:
    void present();

    QString m_file;
    QLineEdit *m_password;
    QLabel *m_where;
};

} // namespace shirase
