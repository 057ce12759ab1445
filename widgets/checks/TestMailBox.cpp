// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checks/TestMailBox.h"

#include "widgets/checks/CheckLine.h"
#include "widgets/common/BringIntoView.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;
using State = FindingLabel::State;

TestMailBox::TestMailBox(const Installation &checks, Errands &errands, std::function<Result<TestMail>()> prepare,
                         QWidget *parent)
    : QGroupBox(tr("Test mail"), parent)
    , m_checks(checks)
    , m_errands(errands)
    , m_prepare(std::move(prepare))
    , m_recipient(new QLineEdit)
    , m_send(new QPushButton(tr("Send a &test mail")))
    , m_steps(new QVBoxLayout)
    , m_finding(new FindingLabel)
{
    m_recipient->setObjectName(u"testMailRecipient"_s);
    m_recipient->setAccessibleName(tr("Mail address for the test mail"));
    m_recipient->setPlaceholderText(tr("your own mail address"));
    m_send->setObjectName(u"testMailSend"_s);
    m_send->setAutoDefault(false);
    m_finding->label()->setObjectName(u"testMailFinding"_s);
    m_finding->setAccessibleName(tr("What became of the test mail"));
    auto *label = new QLabel(tr("De&liver to:", "recipient of a test mail"));
    label->setBuddy(m_recipient);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_recipient, 1);
    row->addWidget(m_send);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(row);
    layout->addLayout(m_steps);
    layout->addWidget(m_finding);
    connect(m_send, &QPushButton::clicked, this, &TestMailBox::send);
}

void TestMailBox::setRecipient(const QString &address)
{
    if (m_recipient->text().isEmpty())
        m_recipient->setText(address);
}

void TestMailBox::forget()
{
    ++m_run;
    for (const auto &[step, label] : std::as_const(m_shown))
        delete label;
    m_shown.clear();
    m_finding->clear();
    m_send->setEnabled(true);
}

void TestMailBox::send()
{
    forget();
    Result<TestMail> prepared = m_prepare();
    if (!prepared) {
        m_finding->present(passOn(prepared));
        return;
    }
    prepared->recipient = m_recipient->text();
    m_relay = prepared->settings.value(u"mail.url"_s);
    m_user = prepared->settings.value(u"mail.user"_s);
    const bool hadFocus = m_send->hasFocus();
    m_send->setEnabled(false);
    m_finding->present(State::Working, tr("The mail is on its way…"));
    const auto onStep = m_errands.poster<MailStep>(this, [this, run = m_run](MailStep step) {
        if (run == m_run)
            begin(step);
    });
    auto mail = std::make_shared<const TestMail>(std::move(*prepared));
    m_errands.run<QString>(
        this,
        [&checks = m_checks, mail, onStep](const Errands::Cancelled &isCancelled) {
            return checks.sendTestMail(*mail, onStep, isCancelled);
        },
        [this, run = m_run, hadFocus](const Result<QString> &found) {
            if (run != m_run)
                return;
            finish(found);
            if (hadFocus)
                m_send->setFocus();
        });
}

// A step is done when the next one begins; the relay is greeted twice where TLS comes in between.
void TestMailBox::begin(MailStep step)
{
    if (step == MailStep::Data
        || std::ranges::any_of(m_shown, [step](const auto &shown) { return shown.first == step; }))
        return;
    if (!m_shown.isEmpty())
        m_shown.last().second->present(State::Good, stepText(m_shown.last().first));
    auto *line = new FindingLabel(this); // without a parent it would be shown as a window, and take the keyboard
    m_steps->addWidget(line);
    line->present(State::Working, stepText(step));
    m_shown.append({step, line});
}

void TestMailBox::finish(const Result<QString> &found)
{
    if (!m_shown.isEmpty())
        m_shown.last().second->present(found ? State::Good : State::Bad, stepText(m_shown.last().first));
    m_send->setEnabled(true);
    m_finding->present(found);
    QTimer::singleShot(0, m_finding,
                       [this] { bringIntoView(*m_finding); }); // once the steps above have their places
}

QString TestMailBox::stepText(MailStep step) const
{
    switch (step) {
    case MailStep::Connect:
        return tr("Connect to %1").arg(m_relay);
    case MailStep::Hello:
        return tr("Greet the mail relay");
    case MailStep::StartTls:
        return tr("Encrypt the connection (STARTTLS)");
    case MailStep::LogIn:
        return tr("Log in as %1").arg(m_user);
    case MailStep::Sender:
        return tr("Name the sender");
    case MailStep::Recipient:
        return tr("Name the recipient");
    case MailStep::Data:
    case MailStep::Content:
        return tr("Hand over the mail");
    }
    Q_UNREACHABLE();
}

} // namespace shirase
