// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/staff/RecoverySheet.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace shirase {

class FindingLabel;

/// The recovery sheet as people get it: its picture and its code, ways to print and to save it, and the proof that it is
/// kept: a group of the code, typed from the sheet, or a tick.
class RecoverySheetForm final : public QWidget
{
    Q_OBJECT
public:
    explicit RecoverySheetForm(Dialogs &dialogs, QWidget *parent = nullptr);

    /// Another code asks for its proof anew.
    void present(const RecoverySheet &sheet);
    /// Whether it is proven that the code is kept outside this computer.
    [[nodiscard]] bool isKept() const;

Q_SIGNALS:
    void keptChanged();

private:
    [[nodiscard]] QWidget *makeSheet();
    [[nodiscard]] QWidget *makeProof();
    void print();
    void save();
    void judge();

    Dialogs &m_dialogs;
    RecoverySheet m_sheet;
    int m_asked = 0; ///< the group that is to be typed
    QLabel *m_picture;
    QLabel *m_code;
    FindingLabel *m_finding;
    QLabel *m_question;
    QLineEdit *m_typed;
    FindingLabel *m_verdict;
    QCheckBox *m_safe;
};

} // namespace shirase
