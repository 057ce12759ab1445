// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

/// The relay of smtp_peer.py in a process of its own, on a free loopback port; ends with this object.
class SmtpPeer
{
public:
    /// Why the peer cannot run here; empty if it can.
    static QString whatIsMissing();

    /// Starts the relay and waits until it listens.
    explicit SmtpPeer(const QStringList &arguments = {});
    ~SmtpPeer();

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] std::string url(const char *scheme = "smtp") const;

    /// What the relay has told so far of this kind ("connect", "mail", "quit", "lost").
    [[nodiscard]] QList<QJsonObject> events(const QString &kind);
    /// The mail of such an event, without dot-stuffing, as it came.
    [[nodiscard]] static QByteArray content(const QJsonObject &mail);
    /// Recipients of the mails that it took, as the RCPT command named them, sorted.
    [[nodiscard]] QStringList recipients();

private:
    void read();

    QTemporaryDir m_folder;
    QProcess m_process;
    QList<QJsonObject> m_events;
    quint16 m_port = 0;
};
