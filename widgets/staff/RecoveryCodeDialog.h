// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Dialogs.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace shirase {

/// The code of a new recovery sheet, to be printed or written down: it is stored nowhere, and shown this once. It closes
/// once somebody has said that they have it.
class RecoveryCodeDialog final : public QDialog
{
    Q_OBJECT
public:
    /// @param systemName whose system the sheet is for
    RecoveryCodeDialog(Dialogs &dialogs, const QString &systemName, const QString &code, QWidget *parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void print();
    void adapt();

    Dialogs &m_dialogs;
    QString m_systemName;
    QString m_code;
    QCheckBox *m_kept;
    QPushButton *m_close;
};

} // namespace shirase
