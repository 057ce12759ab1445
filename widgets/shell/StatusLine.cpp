// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/StatusLine.h"

#include "core/mail/Outbox.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Texts.h"
#include "widgets/shell/ServerStatus.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace shirase {

using namespace Qt::StringLiterals;

StatusLine::StatusLine(const ServerStatus &server, QWidget *parent)
    : QStatusBar(parent)
    , m_server(server)
    , m_serverIcon(new QLabel)
    , m_serverText(new QLabel)
    , m_copy(new QToolButton)
    , m_mail(new QToolButton)
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
    addPermanentWidget(m_user);
    addPermanentWidget(m_lock);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_server.url()); });
    connect(m_lock, &QToolButton::clicked, this, &StatusLine::lockAsked);
    connect(m_mail, &QToolButton::clicked, this, &StatusLine::mailAsked);
    connect(&m_server, &ServerStatus::changed, this, &StatusLine::showServer);
    showServer();
    setUser({}, {});
}

void StatusLine::showServer()
{
    m_copy->setVisible(m_server.state() == ServerStatus::State::Running);
    m_serverText->setToolTip(m_server.problem());
    if (!m_server.storageProblem().isEmpty()) {
        setServerIcon(u"warning"_s);
        m_serverText->setText(m_server.storageProblem().toHtmlEscaped());
        return;
    }
    switch (m_server.state()) {
    case ServerStatus::State::Starting:
        setServerIcon(u"working"_s);
        m_serverText->setText(tr("Starting…", "the web server"));
        return;
    case ServerStatus::State::Running:
        setServerIcon(u"done"_s);
        // In the colour of the text: Qt gives links the same blue on a dark palette, where nobody can read it.
        m_serverText->setText(tr("Open to visitors: %1")
                                  .arg(u"<a href=\"%1\" style=\"color: %2\">%1</a>"_s.arg(
                                      m_server.url().toHtmlEscaped(), palette().color(QPalette::WindowText).name())));
        return;
    case ServerStatus::State::Stopped:
        setServerIcon(u"warning"_s);
        m_serverText->setText(m_server.problem().isEmpty()
                                  ? tr("Closed to visitors")
                                  : tr("Closed to visitors: %1").arg(m_server.problem().toHtmlEscaped()));
        return;
    }
}

void StatusLine::setServerIcon(const QString &name)
{
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_serverIcon->setPixmap(icons::own(name).pixmap(QSize(side, side), devicePixelRatioF()));
}

void StatusLine::setMail(const OutboxState &state)
{
    m_mail->setText(state.failed > 0 ? tr("Mail waiting: %1, failed: %2")
                                           .arg(Texts::number(state.waiting), Texts::number(state.failed))
                                     : tr("Mail waiting: %1").arg(Texts::number(state.waiting)));
    m_mail->setToolTip(tr("Show the mail queue"));
}

void StatusLine::setMailUnknown(const QString &why)
{
    m_mail->setText(tr("Mail waiting: unknown"));
    m_mail->setToolTip(why);
}

void StatusLine::setUser(const QString &name, const QString &roles)
{
    m_user->setText(name);
    m_user->setToolTip(roles);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_mail, m_user, m_lock})
        widget->setVisible(!name.isEmpty());
}

void StatusLine::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showServer();
}

} // namespace shirase
