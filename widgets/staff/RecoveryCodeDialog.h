// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QPushButton;

namespace shirase {

class Dialogs;
class RecoverySheet;
class RecoverySheetForm;

/// A new recovery sheet, to be printed or saved: its code is stored nowhere, and shown this once. It is not valid yet: the
/// dialog is accepted, for that to be done, once it is proven that the sheet is kept.
class RecoveryCodeDialog final : public QDialog
{
    Q_OBJECT
public:
    RecoveryCodeDialog(Dialogs &dialogs, const RecoverySheet &sheet, QWidget *parent = nullptr);

private:
    void addButtons();
    void adapt();

    RecoverySheetForm *m_form;
    QPushButton *m_makeValid;
};

} // namespace shirase
