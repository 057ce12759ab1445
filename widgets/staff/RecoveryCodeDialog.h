// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace shirase {

class Dialogs;
class RecoverySheet;
class RecoverySheetForm;

/// A new recovery sheet, to be printed or saved: its code is stored nowhere, and shown this once. The dialog is accepted
/// once it is proven that the sheet is kept.
class RecoveryCodeDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Whether the code is good already, or will be once the dialog is accepted: such a one can be cancelled.
    enum class Validity { Now, OnceKept };
    RecoveryCodeDialog(Dialogs &dialogs, const RecoverySheet &sheet, Validity validity, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    [[nodiscard]] static QString explanation(Validity validity);
    void addButtons();
    void adapt();
    [[nodiscard]] bool mayLeave() const;

    Validity m_validity;
    RecoverySheetForm *m_form;
    QPushButton *m_close;
};

} // namespace shirase
