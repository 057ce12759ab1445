// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/RecoveryPage.h"

#include "core/vault/AccountKey.h"
#include "widgets/staff/RecoverySheetForm.h"

#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

RecoveryPage::RecoveryPage(std::function<RecoverySheet()> frame, Dialogs &dialogs)
    : SetUpPage(u"Recovery"_s, tr("The recovery sheet"),
                tr("If every password is lost, this sheet is the only way back to the registrations. Its code is stored nowhere: "
                   "please print it now, and lock it away."))
    , m_frame(std::move(frame))
    , m_form(new RecoverySheetForm(dialogs))
{
    content()->addWidget(m_form);
    content()->addStretch(1);
    connect(m_form, &RecoverySheetForm::keptChanged, this, &QWizardPage::completeChanged);
}

// Going back and forth changes no code that may be on paper already.
void RecoveryPage::initializePage()
{
    if (m_code.isEmpty())
        m_code = recoveryCode::generate();
    RecoverySheet sheet = m_frame();
    sheet.code = m_code;
    m_form->present(sheet);
}

bool RecoveryPage::isComplete() const
{
    return m_form->isKept();
}

} // namespace shirase
