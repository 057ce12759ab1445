// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace shirase {

class ServerStatus;
struct OutboxState;

/// The window's last line: the server with its address, the mail that waits, who is logged in, and the lock.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const ServerStatus &server, QWidget *parent = nullptr);

    void setMail(const OutboxState &state);
    /// The queue cannot be read. @param why for the tool tip
    void setMailUnknown(const QString &why);
    /// Empty while nobody is logged in.
    void setUser(const QString &name, const QString &roles);

Q_SIGNALS:
    void lockAsked();
    void mailAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showServer();
    void setServerIcon(const QString &name);

    const ServerStatus &m_server;
    QLabel *m_serverIcon;
    QLabel *m_serverText;
    QToolButton *m_copy;
    QToolButton *m_mail;
    QLabel *m_user;
    QToolButton *m_lock;
};

} // namespace shirase
