// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/StoringDialog.h"

#include "widgets/common/GrowToFit.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

StoringDialog::StoringDialog(Dialogs &dialogs, const QString &title, QWidget *parent)
    : CarefulDialog(dialogs, parent)
    , m_layout(new QVBoxLayout(this))
    , m_form(new QFormLayout)
    , m_problem(new QLabel)
{
    setWindowTitle(title);
    m_problem->setObjectName(u"storingProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_problem->hide();
    m_layout->setSpacing(12);
    m_layout->addLayout(m_form);
    m_layout->addWidget(m_problem);
    m_layout->addStretch(1);
    setMinimumWidth(460);
}

void StoringDialog::addButtons(const QString &action, QWidget *first)
{
    // Each box of buttons has its dialog from the start: put there later, Tab goes past its first button (Qt 6.4).
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *storing = buttons->addButton(action, QDialogButtonBox::AcceptRole);
    storing->setObjectName(u"storingStore"_s);
    m_layout->addWidget(buttons);
    storing->setDefault(true);
    first->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &StoringDialog::tryToStore);
    connect(buttons, &QDialogButtonBox::rejected, this, &StoringDialog::closeCarefully);
}

void StoringDialog::addText(const QString &sentence)
{
    auto *text = new QLabel(sentence);
    text->setWordWrap(true);
    m_layout->insertWidget(m_layout->indexOf(m_form), text);
}

void StoringDialog::tryToStore()
{
    const QString wrong = problem();
    if (!wrong.isEmpty())
        return say(wrong, {});
    m_problem->hide();
    const QPointer<StoringDialog> self(this); // the window may be locked meanwhile
    const Result<> stored = store();
    if (!self || !isVisible())
        return;
    if (!stored)
        return say(stored.error().message, stored.error().detail);
    accept();
}

void StoringDialog::say(const QString &problem, const QString &detail)
{
    m_problem->setText(problem);
    m_problem->setToolTip(detail);
    m_problem->show();
    growToFit(*this);
}

void StoringDialog::showEvent(QShowEvent *event)
{
    CarefulDialog::showEvent(event);
    growToFit(*this);
}

} // namespace shirase
