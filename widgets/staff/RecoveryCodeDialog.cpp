// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/RecoveryCodeDialog.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Page.h"

#include <QCheckBox>
#include <QCloseEvent>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPrinter>
#include <QPushButton>
#include <QTextDocument>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

RecoveryCodeDialog::RecoveryCodeDialog(Dialogs &dialogs, const QString &systemName, const QString &code,
                                       QWidget *parent)
    : QDialog(parent)
    , m_dialogs(dialogs)
    , m_systemName(systemName)
    , m_code(code)
    , m_kept(new QCheckBox(tr("I &have the code on paper, and the old sheet is destroyed")))
{
    setObjectName(u"recoveryCodeDialog"_s);
    setWindowTitle(tr("New recovery sheet"));
    auto *explanation = new QLabel(tr("With this code an account can be opened again when nobody can log in any more. "
                                      "It is stored nowhere and is shown only now. The old sheet opens nothing any "
                                      "more."));
    explanation->setWordWrap(true);
    auto *label = new QLabel(code);
    label->setObjectName(u"recoveryCodeText"_s);
    label->setAccessibleName(tr("Recovery code"));
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(font.pointSizeF() * 1.5);
    label->setFont(font);
    label->setAlignment(Qt::AlignCenter);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_kept->setObjectName(u"recoveryCodeKept"_s);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_close = buttons->button(QDialogButtonBox::Close);
    m_close->setObjectName(u"recoveryCodeClose"_s);
    auto *printButton = buttons->addButton(tr("&Print…"), QDialogButtonBox::ActionRole);
    printButton->setObjectName(u"recoveryCodePrint"_s);
    printButton->setIcon(icons::themed(u"document-print"_s, u"print"_s));
    printButton->setDefault(true);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(14);
    layout->addWidget(explanation);
    layout->addWidget(label);
    layout->addWidget(m_kept);
    layout->addWidget(buttons);
    connect(printButton, &QPushButton::clicked, this, &RecoveryCodeDialog::print);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    connect(m_kept, &QCheckBox::toggled, this, &RecoveryCodeDialog::adapt);
    adapt();
}

void RecoveryCodeDialog::adapt()
{
    m_close->setEnabled(m_kept->isChecked());
}

// Escape and the frame's cross close it no sooner than the button would; the lock of the window does.
void RecoveryCodeDialog::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Cancel) || m_kept->isChecked())
        QDialog::keyPressEvent(event);
}

void RecoveryCodeDialog::closeEvent(QCloseEvent *event)
{
    if (event->spontaneous() && !m_kept->isChecked())
        event->ignore();
    else
        QDialog::closeEvent(event);
}

void RecoveryCodeDialog::print()
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(windowTitle());
    if (!m_dialogs.setUpPrinter(this, printer))
        return;
    QTextDocument sheet;
    sheet.setHtml(u"<h2>%1</h2><h1>%2</h1><p style='font-size:24pt'><tt>%3</tt></p><p>%4</p><p>%5</p>"_s.arg(
        m_systemName.toHtmlEscaped(), windowTitle().toHtmlEscaped(), m_code.toHtmlEscaped(),
        tr("With this code an account can be opened again when nobody can log in any more: choose \"Password "
           "forgotten\" where Shirase asks for the log-in.")
            .toHtmlEscaped(),
        tr("Please lock this sheet away, and destroy the one before. Whoever has it can read visitors' addresses.")
            .toHtmlEscaped()));
    sheet.print(&printer);
}

} // namespace shirase
