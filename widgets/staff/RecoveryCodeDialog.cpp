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

RecoveryCodeDialog::RecoveryCodeDialog(Dialogs &dialogs, const RecoverySheet &sheet, Validity validity, QWidget *parent)
    : QDialog(parent)
    , m_validity(validity)
    , m_form(new RecoverySheetForm(dialogs))
    , m_close(new QPushButton(validity == Validity::Now ? tr("&Close") : tr("Make it &valid")))
{
    setObjectName(u"recoveryCodeDialog"_s);
    setWindowTitle(tr("New recovery sheet"));
    auto *text = new QLabel(explanation(validity));
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

QString RecoveryCodeDialog::explanation(Validity validity)
{
    if (validity == Validity::Now)
        return tr("With this code an account can be opened again when nobody can log in any more. It is stored nowhere and is "
                  "shown only now. The old sheet opens only backups from before: please make a new backup, then destroy it.");
    return tr("With this code an account can be opened again when nobody can log in any more. It is stored nowhere and is "
              "shown only now. The old sheet stays valid until you make this one valid: please keep it until then.");
}

void RecoveryCodeDialog::addButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_close->setObjectName(u"recoveryCodeClose"_s);
    buttons->addButton(m_close, QDialogButtonBox::AcceptRole);
    if (m_validity == Validity::OnceKept)
        buttons->addButton(QDialogButtonBox::Cancel);
    layout()->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RecoveryCodeDialog::adapt()
{
    m_close->setEnabled(m_form->isKept());
}

bool RecoveryCodeDialog::mayLeave() const
{
    return m_validity == Validity::OnceKept || m_form->isKept();
}

// A code that is good already is not lost by Escape or the frame's cross; the lock of the window closes it all the same.
void RecoveryCodeDialog::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Cancel) || mayLeave())
        QDialog::keyPressEvent(event);
}

void RecoveryCodeDialog::closeEvent(QCloseEvent *event)
{
    if (event->spontaneous() && !mayLeave())
        event->ignore();
    else
        QDialog::closeEvent(event);
}

} // namespace shirase
