// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/setup/SetUpPage.h"
#include "widgets/staff/RecoverySheet.h"

#include <functional>

namespace shirase {

class RecoverySheetForm;

/// The recovery sheet, printed or saved. The step is done once it is proven that the sheet is kept.
class RecoveryPage final : public SetUpPage
{
    Q_OBJECT
public:
    /// @param frame the sheet without its code, as the steps before have it
    RecoveryPage(std::function<RecoverySheet()> frame, Dialogs &dialogs);

    void addTo(SetUpRequest &request) const override { request.recoveryCode = m_code; }
    void initializePage() override;
    [[nodiscard]] bool isComplete() const override;

private:
    std::function<RecoverySheet()> m_frame;
    QString m_code;
    RecoverySheetForm *m_form;
};

} // namespace shirase
