// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/staff/LogInDialog.h"

#include "widgets/common/GrowToFit.h"
#include "widgets/common/Icons.h"
#include "widgets/staff/Secrets.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

LogInDialog::LogInDialog(Worker &worker, const QString &systemName, QWidget *parent)
    : QDialog(parent)
    , m_worker(worker)
    , m_reason(new QLabel)
    , m_name(new QLineEdit)
    , m_password(new QLineEdit)
    , m_problem(new QLabel)
    , m_busy(new QProgressBar)
    , m_forgotten(new QPushButton(tr("&Forgot password…")))
{
    setObjectName(u"logInDialog"_s);
    setWindowTitle(tr("Log in"));
    m_name->setObjectName(u"logInName"_s);
    m_password->setObjectName(u"logInPassword"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_reason->setObjectName(u"logInReason"_s);
    m_reason->setWordWrap(true);
    m_reason->hide();
    m_problem->setObjectName(u"logInProblem"_s);
    m_problem->setWordWrap(true);
    m_busy->setRange(0, 0);
    m_busy->setTextVisible(false);
    m_busy->setMaximumHeight(6);
    m_busy->setAccessibleName(tr("The password is being checked"));

    auto *form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Password"), m_password);

    auto *buttons = new QDialogButtonBox;
    buttons->addButton(m_forgotten, QDialogButtonBox::ResetRole);
    m_forgotten->setObjectName(u"logInForgotten"_s);
    m_forgotten->setAutoDefault(false);
    m_logIn = buttons->addButton(tr("&Log in"), QDialogButtonBox::AcceptRole);
    m_logIn->setObjectName(u"logInButton"_s);
    QPushButton *quit = buttons->addButton(tr("&Quit"), QDialogButtonBox::RejectRole);
    quit->setObjectName(u"logInQuit"_s);
    quit->setAutoDefault(false); // the focus may rest on it while the password is checked; Enter never quits

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(makeMark(), 0, Qt::AlignHCenter);
    auto *name = headingLabel(systemName, 1.2);
    name->setWordWrap(true);
    name->setAlignment(Qt::AlignCenter);
    layout->addWidget(name);
    layout->addWidget(m_reason);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addWidget(m_busy);
    layout->addWidget(buttons);
    m_logIn->setDefault(true); // heeded only once the button is the dialog's
    setMinimumWidth(440);

    connect(m_forgotten, &QPushButton::clicked, this, [this] { Q_EMIT recoveryAsked(m_name->text().trimmed()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &LogInDialog::logIn);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_problem->hide();
    setWorking(false);
}

void LogInDialog::setName(const QString &name)
{
    m_name->setText(name);
    (name.isEmpty() ? m_name : m_password)->setFocus();
}

void LogInDialog::setReason(const QString &reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    growToFit(*this);
}

QLabel *LogInDialog::makeMark() const
{
    auto *mark = new QLabel;
    const QSize size(48, 48);
    mark->setPixmap(QIcon(u":/shirase/brand/shirase.svg"_s).pixmap(size, devicePixelRatioF()));
    mark->setFixedSize(size);
    return mark;
}

// Checking a password takes most of a second on purpose (Argon2id), so the worker does it.
void LogInDialog::logIn()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty() || m_password->text().isEmpty()) {
        (name.isEmpty() ? m_name : m_password)->setFocus();
        return;
    }
    const SharedSecret password = secretOf(*m_password);
    m_password->clear();
    m_problem->hide();
    setWorking(true);
    m_worker.run<std::unique_ptr<Session>>(
        this,
        [name, password](Office &office, const Job::Report &) { return office.staff.logIn(name, *password); },
        [this](Result<std::unique_ptr<Session>> result) { finish(std::move(result)); });
}

void LogInDialog::finish(Result<std::unique_ptr<Session>> result)
{
    setWorking(false);
    if (result) {
        Q_EMIT loggedIn(SharedSession(std::move(*result)));
        accept();
        return;
    }
    report(result.error());
    m_password->setFocus();
}

void LogInDialog::report(const Error &error)
{
    m_problem->setText(error.message);
    m_problem->setToolTip(error.detail);
    m_problem->show();
    growToFit(*this);
}

void LogInDialog::setWorking(bool working)
{
    m_name->setEnabled(!working);
    m_password->setEnabled(!working);
    m_logIn->setEnabled(!working);
    m_forgotten->setEnabled(!working);
    m_busy->setVisible(working);
}

} // namespace shirase
