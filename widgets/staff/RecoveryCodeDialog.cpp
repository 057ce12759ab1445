// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/RecoveryCodeDialog.h"

#include "widgets/staff/RecoverySheetForm.h"

#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

RecoveryCodeDialog::RecoveryCodeDialog(Dialogs &dialogs, const RecoverySheet &sheet, QWidget *parent)
    : QDialog(parent)
    , m_form(new RecoverySheetForm(dialogs))
{
    setObjectName(u"recoveryCodeDialog"_s);
    setWindowTitle(tr("New recovery sheet"));
    auto *explanation = new QLabel(tr("With this code an account can be opened again when nobody can log in any more. "
                                      "It is stored nowhere and is shown only now. The old sheet opens nothing any "
                                      "more: please destroy it."));
    explanation->setWordWrap(true);
    m_form->present(sheet);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"recoveryCodeClose"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addWidget(explanation);
    layout->addWidget(m_form, 1);
    layout->addWidget(buttons);
    setMinimumWidth(760);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(m_form, &RecoverySheetForm::keptChanged, this, &RecoveryCodeDialog::adapt);
    adapt();
}

void RecoveryCodeDialog::adapt()
{
    m_close->setEnabled(m_form->isKept());
}

// Escape and the frame's cross close it no sooner than the button would; the lock of the window does.
void RecoveryCodeDialog::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Cancel) || m_form->isKept())
        QDialog::keyPressEvent(event);
}

void RecoveryCodeDialog::closeEvent(QCloseEvent *event)
{
    if (event->spontaneous() && !m_form->isKept())
        event->ignore();
    else
        QDialog::closeEvent(event);
}

} // namespace shirase
