// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStatusBar>

class QLabel;
class QToolButton;

namespace shirase {

class Account;
class IconLabel;
class ServerStatus;
struct Error;
struct OfficeFigures;

/// The window's last line: the server with its address, the mail that waits, the last erasure, who is logged in, and
/// the lock.
class StatusLine : public QStatusBar
{
    Q_OBJECT
public:
    explicit StatusLine(const ServerStatus &server, QWidget *parent = nullptr);

    void setFigures(const OfficeFigures &figures);
    /// They cannot be read; why shows as a tool tip.
    void setFiguresUnknown(const Error &error);
    void setUser(const Account &account);
    /// Nobody is logged in: only the server is left.
    void clear();

Q_SIGNALS:
    void lockAsked();
    void mailAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showServer();
    void showErasure(const OfficeFigures &figures);

    const ServerStatus &m_server;
    IconLabel *m_serverIcon;
    QLabel *m_serverText;
    QToolButton *m_copy;
    QToolButton *m_mail;
    QLabel *m_erasure;
    QLabel *m_user;
    QToolButton *m_lock;
};

} // namespace shirase
