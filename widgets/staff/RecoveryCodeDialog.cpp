// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/RecoveryCodeDialog.h"

#include "widgets/staff/RecoverySheetForm.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

RecoveryCodeDialog::RecoveryCodeDialog(Dialogs &dialogs, const RecoverySheet &sheet, QWidget *parent)
    : QDialog(parent)
    , m_form(new RecoverySheetForm(dialogs))
    , m_makeValid(new QPushButton(tr("Make it &valid")))
{
    setObjectName(u"recoveryCodeDialog"_s);
    setWindowTitle(tr("New recovery sheet"));
    auto *text = new QLabel(tr("With this code an account can be opened again when nobody can log in any more. It is stored "
                               "nowhere and is shown only now. The old sheet stays valid until you make this one valid: please "
                               "keep it until then."));
    text->setWordWrap(true);
    m_form->present(sheet);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addWidget(text);
    layout->addWidget(m_form, 1);
    addButtons();
    layout->addStrut(740); // not as the dialog's minimum: the height would be that of a narrower one
    connect(m_form, &RecoverySheetForm::keptChanged, this, &RecoveryCodeDialog::adapt);
    adapt();
}

void RecoveryCodeDialog::addButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_makeValid->setObjectName(u"recoveryMakeValid"_s);
    buttons->addButton(m_makeValid, QDialogButtonBox::AcceptRole);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RecoveryCodeDialog::adapt()
{
    m_makeValid->setEnabled(m_form->isKept());
}

} // namespace shirase
