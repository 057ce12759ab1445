// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/LogInQuestion.h"

#include "widgets/common/Texts.h"
#include "widgets/staff/LogInDialog.h"
#include "widgets/staff/StaffActions.h"

namespace shirase {

LogInQuestion::LogInQuestion(const PageContext &context, StaffActions &ownAccount, QWidget &window)
    : QObject(&window)
    , m_context(context)
    , m_ownAccount(ownAccount)
    , m_window(window)
{}

LogInQuestion::~LogInQuestion()
{
    delete m_dialog;
}

void LogInQuestion::ask(const QString &name, Reason reason, bool cutOff)
{
    m_dialog = new LogInDialog(m_context.worker, Texts::systemName(m_context.office.settings), &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setName(name);
    m_reason = sentenceAbout(reason, cutOff);
    m_dialog->setReason(m_reason);
    connect(m_dialog, &LogInDialog::loggedIn, this, &LogInQuestion::loggedIn);
    connect(m_dialog, &LogInDialog::quitAsked, this, &LogInQuestion::quitAsked);
    connect(m_dialog, &LogInDialog::recoveryAsked, &m_ownAccount,
            [this](const QString &typed) { m_ownAccount.recover(m_dialog, typed); });
    connect(&m_ownAccount, &StaffActions::done, m_dialog, &LogInDialog::setReason);
    connect(&m_ownAccount, &StaffActions::failed, m_dialog, &LogInDialog::report);
    m_dialog->open();
}

void LogInQuestion::add(const QString &sentence)
{
    if (m_dialog)
        m_dialog->setReason(QStringList{m_reason, sentence}.join(u' ').trimmed());
}

void LogInQuestion::withdraw()
{
    if (m_dialog)
        m_dialog->done(QDialog::Rejected);
}

QString LogInQuestion::sentenceAbout(Reason reason, bool cutOff)
{
    QStringList sentences;
    switch (reason) {
    case Reason::Asked:
        break;
    case Reason::Idle:
        sentences << tr("The window was locked, as nobody had used it for a while.");
        break;
    case Reason::Desktop:
        sentences << tr("The window was locked together with the desktop.");
        break;
    case Reason::Outdated:
        sentences << tr("The window was locked, as your account, its roles or the office key have been changed.");
        break;
    }
    if (cutOff)
        sentences << tr("What was under way was cancelled. What of it was finished stays; please begin the rest anew.");
    return sentences.join(u' ');
}

} // namespace shirase
