// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/StatusLine.h"

#include "core/staff/Account.h"
#include "widgets/common/IconLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/OfficeWatch.h"
#include "widgets/common/Texts.h"
#include "widgets/shell/ServerStatus.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QToolButton>

namespace shirase {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const ServerStatus &server, QWidget *parent)
    : QStatusBar(parent)
    , m_server(server)
    , m_serverIcon(new IconLabel)
    , m_serverText(new QLabel)
    , m_copy(new QToolButton)
    , m_mail(new QToolButton)
    , m_erasure(new QLabel)
    , m_user(new QLabel)
    , m_lock(new QToolButton)
{
    setObjectName(u"statusLine"_s);
    m_serverText->setObjectName(u"serverState"_s);
    m_serverText->setTextFormat(Qt::RichText);
    m_serverText->setOpenExternalLinks(true);
    m_serverText->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_copy->setObjectName(u"serverCopy"_s);
    m_copy->setIcon(icons::themed(u"edit-copy"_s, u"copy"_s));
    m_copy->setAccessibleName(tr("Copy the server's address"));
    m_copy->setToolTip(m_copy->accessibleName());
    m_mail->setObjectName(u"mailState"_s);
    m_mail->setToolTip(tr("Show the mail queue"));
    m_erasure->setObjectName(u"lastErasure"_s);
    m_user->setObjectName(u"userName"_s);
    m_lock->setObjectName(u"lock"_s);
    m_lock->setIcon(icons::own(u"lock"_s));
    m_lock->setAccessibleName(tr("Lock the window"));
    m_lock->setToolTip(tr("Lock the window (Ctrl+L)"));
    for (QToolButton *button : {m_copy, m_mail, m_lock})
        button->setAutoRaise(true);

    addWidget(m_serverIcon);
    addWidget(m_serverText);
    addWidget(m_copy);
    addPermanentWidget(m_mail);
    addPermanentWidget(m_erasure);
    addPermanentWidget(m_user);
    addPermanentWidget(m_lock);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_server.url()); });
    connect(m_lock, &QToolButton::clicked, this, &StatusLine::lockAsked);
    connect(m_mail, &QToolButton::clicked, this, &StatusLine::mailAsked);
    connect(&m_server, &ServerStatus::changed, this, &StatusLine::showServer);
    showServer();
    clear();
}

void StatusLine::showServer()
{
    m_copy->setVisible(m_server.state() == ServerStatus::State::Running);
    m_serverText->setToolTip(m_server.problem());
    if (!m_server.storageProblem().isEmpty()) {
        m_serverIcon->present(u"warning"_s);
        m_serverText->setText(m_server.storageProblem().toHtmlEscaped());
        return;
    }
    switch (m_server.state()) {
    case ServerStatus::State::Starting:
        m_serverIcon->present(u"working"_s);
        m_serverText->setText(tr("Starting…", "the web server"));
        return;
    case ServerStatus::State::Running:
        m_serverIcon->present(u"done"_s);
        // In the colour of the text: Qt gives links the same blue on a dark palette, where nobody can read it.
        m_serverText->setText(tr("Open to visitors: %1")
                                  .arg(u"<a href=\"%1\" style=\"color: %2\">%1</a>"_s.arg(
                                      m_server.url().toHtmlEscaped(), palette().color(QPalette::WindowText).name())));
        return;
    case ServerStatus::State::Stopped:
        m_serverIcon->present(u"warning"_s);
        m_serverText->setText(m_server.problem().isEmpty()
                                  ? tr("Closed to visitors")
                                  : tr("Closed to visitors: %1").arg(m_server.problem().toHtmlEscaped()));
        return;
    }
}

void StatusLine::setFigures(const OfficeFigures &figures)
{
    const OutboxState &mail = figures.mail;
    QStringList parts{tr("Mail waiting: %1").arg(Texts::number(mail.waiting))};
    if (mail.failed > 0)
        parts << tr("failed: %1", "mails").arg(Texts::number(mail.failed));
    if (mail.held > 0)
        parts << tr("held: %1", "mails").arg(Texts::number(mail.held));
    m_mail->setText(parts.join(tr(", ", "between counts of mails")));
    m_mail->setToolTip(tr("Show the mail queue"));
    m_mail->show();
    showErasure(figures);
}

void StatusLine::showErasure(const OfficeFigures &figures)
{
    m_erasure->setVisible(figures.erasure.has_value());
    if (!figures.erasure)
        return;
    m_erasure->setText(tr("Last erasure: %1").arg(Texts::recentTime(figures.erasure->at, figures.at)));
    m_erasure->setToolTip(tr("Registrations up to %1 are gone.").arg(Texts::day(figures.erasure->untilDay)));
}

void StatusLine::setFiguresUnknown(const Error &error)
{
    m_mail->setText(tr("Mail waiting: unknown"));
    m_mail->setToolTip(error.message);
    m_mail->show();
    m_erasure->hide();
}

void StatusLine::setUser(const Account &account)
{
    const QString roles = Texts::of(account.roles);
    m_user->setText(tr("%1 (%2)", "name of an account, its roles").arg(account.name, account.roles == everyRole ? tr("every role") : roles));
    m_user->setToolTip(tr("Roles: %1").arg(roles));
    m_user->show();
    m_lock->show();
}

void StatusLine::clear()
{
    m_user->clear();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_mail, m_erasure, m_user, m_lock})
        widget->hide();
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showServer();
}

} // namespace shirase
