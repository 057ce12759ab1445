// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QThread>

#include <atomic>
#include <mutex>
#include <optional>

/// A mail relay that goes wrong once, at one step of a session, and is a good one before and after: it wants STARTTLS and a
/// log-in. In a thread of its own, on a free loopback port.
class ScriptedRelay
{
public:
    /// What the relay speaks at, in order. The first EHLO is answered before TLS, the second after it.
    enum class Step { Greeting, Hello, StartTls, SecureHello, LogIn, Password, Sender, Recipient, Data, Content };
    enum class Then { GoesOn, HangsUp, FallsSilent };

    struct Fault
    {
        Step step = Step::Greeting;
        std::optional<QByteArray> says = {}; ///< in the place of what it should say, byte for byte
        Then then = Then::GoesOn;
        bool takesTheMail = false; ///< at Step::Content, whatever it says
        QString certificate = {};  ///< another PEM file for this handshake
    };
    struct Mail
    {
        QByteArray recipient; ///< as in RCPT TO
        QByteArray messageId;
    };

    /// @param certificate PEM file with key and certificate
    ScriptedRelay(QString certificate, Fault fault);
    ~ScriptedRelay();
    Q_DISABLE_COPY_MOVE(ScriptedRelay)

    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }
    /// Whether the fault has happened.
    [[nodiscard]] bool wentWrong() const { return m_wentWrong; }
    /// The mails that it has taken.
    [[nodiscard]] QList<Mail> taken() const;
    /// How often somebody has logged in with a password, whether or not TLS was spoken.
    [[nodiscard]] int passwordsSeen() const { return m_passwordsSeen; }

private:
    class Listener;
    class Session;

    QString m_certificate;
    Fault m_fault;
    quint16 m_port = 0;
    std::atomic<bool> m_wentWrong = false;
    std::atomic<int> m_passwordsSeen = 0;
    mutable std::mutex m_mutex; ///< for m_taken
    QList<Mail> m_taken;
    QThread m_thread;
};
