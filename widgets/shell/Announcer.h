// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"
#include "widgets/desktop/Notifier.h"
#include "widgets/shell/ServerStatus.h"

#include <QSet>

#include <optional>

namespace shirase {

/// Has the desktop tell what staff would miss while they look elsewhere: an approval that waits for them, a notice
/// that has been sent, a warning. Where the window is looked at it shows these things by itself. Names no facility
/// and nobody.
class Announcer : public QObject
{
    Q_OBJECT
public:
    /// All of them outlive the announcer. @param window the one that people look at, or not
    Announcer(NoticeStore &notices, const ServerStatus &server, Notifier &notifier, QWidget &window);

    /// What waited before somebody logged in is nothing new.
    void setSession(const SharedSession &session);
    /// Looks for what is new; to be called now and then.
    void look();

private:
    void lookForApprovals();
    void lookForSent();
    void warn();
    void announce(const QString &title, const QString &text);

    NoticeStore &m_notices;
    const ServerStatus &m_server;
    Notifier &m_notifier;
    QWidget &m_window;
    QString m_account; ///< of whoever may approve; empty while nobody does
    std::optional<int> m_waiting;
    std::optional<int> m_sent;
    QSet<QString> m_warnings; ///< those that hold now
};

} // namespace shirase
