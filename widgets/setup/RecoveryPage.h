// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/RecoverySheet.h"
#include "widgets/setup/SetUpPage.h"

#include <functional>

class QCheckBox;
class QLineEdit;

namespace shirase {

class FindingLabel;

/// The recovery sheet, printed or saved. The step is done once a group of the code has been typed from the sheet, or it is
/// ticked that the sheet is safe.
class RecoveryPage final : public SetUpPage
{
    Q_OBJECT
public:
    /// @param frame the sheet without its code, as the steps before have it
    RecoveryPage(std::function<RecoverySheet()> frame, Dialogs &dialogs);

    void addTo(SetUpRequest &request) const override { request.recoveryCode = m_sheet.code; }
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    [[nodiscard]] QWidget *makeSheet();
    [[nodiscard]] QWidget *makeProof();
    void print();
    void save();
    void judge();

    std::function<RecoverySheet()> m_frame;
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
