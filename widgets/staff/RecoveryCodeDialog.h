// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace shirase {

class Dialogs;
class RecoverySheet;
class RecoverySheetForm;

/// A new recovery sheet, to be printed or saved: its code is stored nowhere, and shown this once. The dialog closes once it
/// is proven that the sheet is kept.
class RecoveryCodeDialog final : public QDialog
{
    Q_OBJECT
public:
    RecoveryCodeDialog(Dialogs &dialogs, const RecoverySheet &sheet, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void adapt();

    RecoverySheetForm *m_form;
    QPushButton *m_close;
};

} // namespace shirase
