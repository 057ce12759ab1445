// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Announcer.h"

#include <QWidget>

namespace shirase {

Announcer::Announcer(NoticeStore &notices, const ServerStatus &server, Notifier &notifier, QWidget &window)
    : QObject(&window)
    , m_notices(notices)
    , m_server(server)
    , m_notifier(notifier)
    , m_window(window)
{
    connect(&server, &ServerStatus::changed, this, &Announcer::warn);
}

void Announcer::setSession(const SharedSession &session)
{
    m_account = session && session->has(Role::Approval) ? session->account().name : QString();
    m_waiting.reset();
}

void Announcer::look()
{
    lookForApprovals();
    lookForSent();
}

// While the database cannot be read there is nothing new.
void Announcer::lookForApprovals()
{
    if (m_account.isEmpty())
        return;
    const Result<int> waiting = m_notices.countWaiting(m_account);
    if (!waiting)
        return;
    if (m_waiting && *waiting > *m_waiting)
        announce(tr("A notice waits for your approval"), tr("Please open Shirase to read and decide on it."));
    m_waiting = *waiting;
}

void Announcer::lookForSent()
{
    const Result<int> sent = m_notices.countSent();
    if (!sent)
        return;
    if (m_sent && *sent > *m_sent)
        announce(tr("A notice has been sent"), tr("Its report is ready in Shirase."));
    m_sent = *sent;
}

void Announcer::warn()
{
    QSet<QString> warnings{m_server.problem(), m_server.relayProblem(), m_server.held()};
    warnings.remove(QString());
    for (const QString &warning : std::as_const(warnings)) {
        if (!m_warnings.contains(warning))
            announce(tr("Shirase needs attention"), warning);
    }
    m_warnings = warnings;
}

void Announcer::announce(const QString &title, const QString &text)
{
    if (!m_window.isActiveWindow())
        m_notifier.show(title, text);
}

} // namespace shirase
