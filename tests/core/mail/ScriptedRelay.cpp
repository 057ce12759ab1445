// SPDX-License-Identifier: GPL-3.0-or-later
#include "ScriptedRelay.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>

/// One connection, in the relay's thread.
class ScriptedRelay::Session : public QObject
{
public:
    Session(ScriptedRelay &relay, qintptr descriptor, QObject *parent)
        : QObject(parent)
        , m_relay(relay)
    {
        connect(&m_socket, &QSslSocket::readyRead, this, &Session::read);
        connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
        m_socket.setSocketDescriptor(descriptor);
        reach(Step::Greeting, "220 relay.example.jp ESMTP\r\n");
    }

private:
    void read();
    void answer(const QByteArray &line);
    void takeContent(const QByteArray &line);
    /// Says what belongs to a step, or does what the script has instead.
    void reach(Step step, const QByteArray &usual);
    void startTls(const QString &certificate);

    ScriptedRelay &m_relay;
    QSslSocket m_socket;
    QByteArray m_recipient;
    QByteArray m_content;
    bool m_inContent = false;
    bool m_awaitsPassword = false;
    bool m_silent = false;
};

class ScriptedRelay::Listener final : public QTcpServer
{
public:
    explicit Listener(ScriptedRelay &relay)
        : m_relay(relay)
    {}

protected:
    void incomingConnection(qintptr descriptor) override { new Session(m_relay, descriptor, this); }

private:
    ScriptedRelay &m_relay;
};

void ScriptedRelay::Session::read()
{
    while (!m_silent && m_socket.canReadLine()) {
        const QByteArray line = m_socket.readLine();
        if (m_inContent)
            takeContent(line);
        else
            answer(line);
    }
}

void ScriptedRelay::Session::answer(const QByteArray &line)
{
    if (m_awaitsPassword) {
        m_awaitsPassword = false;
        ++m_relay.m_passwordsSeen;
        reach(Step::Password, "235 2.7.0 Welcome\r\n");
    } else if (line.startsWith("EHLO") || line.startsWith("HELO")) {
        if (m_socket.isEncrypted())
            reach(Step::SecureHello, "250-relay.example.jp\r\n250-AUTH PLAIN\r\n250 ENHANCEDSTATUSCODES\r\n");
        else
            reach(Step::Hello, "250-relay.example.jp\r\n250 STARTTLS\r\n");
    } else if (line.startsWith("STARTTLS")) {
        reach(Step::StartTls, "220 2.0.0 Go on\r\n");
    } else if (line.startsWith("AUTH")) {
        m_awaitsPassword = true;
        reach(Step::LogIn, "334 \r\n");
    } else if (line.startsWith("MAIL")) {
        reach(Step::Sender, "250 2.1.0 Sender OK\r\n");
    } else if (line.startsWith("RCPT")) {
        m_recipient = line.mid(line.indexOf('<') + 1, line.lastIndexOf('>') - line.indexOf('<') - 1);
        reach(Step::Recipient, "250 2.1.5 Recipient OK\r\n");
    } else if (line.startsWith("DATA")) {
        m_content.clear();
        m_inContent = true;
        reach(Step::Data, "354 Go on\r\n");
    } else if (line.startsWith("QUIT")) {
        m_socket.write("221 2.0.0 Bye\r\n");
        m_socket.disconnectFromHost();
    } else {
        m_socket.write("250 2.0.0 OK\r\n");
    }
}

void ScriptedRelay::Session::takeContent(const QByteArray &line)
{
    if (line != ".\r\n") {
        m_content += line;
        return;
    }
    m_inContent = false;
    const bool goesWrong = !m_relay.m_wentWrong && m_relay.m_fault.step == Step::Content;
    if (!goesWrong || m_relay.m_fault.takesTheMail) {
        const qsizetype begin = m_content.indexOf("Message-ID: ");
        const std::lock_guard lock(m_relay.m_mutex);
        m_relay.m_taken.append({m_recipient, m_content.mid(begin, m_content.indexOf("\r\n", begin) - begin)});
    }
    reach(Step::Content, "250 2.0.0 Taken\r\n");
}

void ScriptedRelay::Session::reach(Step step, const QByteArray &usual)
{
    const Fault &fault = m_relay.m_fault;
    const bool goesWrong = step == fault.step && !m_relay.m_wentWrong;
    const QByteArray says = goesWrong ? fault.says.value_or(usual) : usual;
    m_relay.m_wentWrong = m_relay.m_wentWrong || goesWrong; // before the other side can know
    m_socket.write(says);
    m_socket.flush();
    // What is answered with a refusal is not begun.
    m_inContent = m_inContent && says.startsWith('3');
    m_awaitsPassword = m_awaitsPassword && says.startsWith('3');
    if (step == Step::StartTls && says.startsWith("220"))
        startTls(goesWrong && !fault.certificate.isEmpty() ? fault.certificate : m_relay.m_certificate);
    if (!goesWrong)
        return;
    m_silent = fault.then == Then::FallsSilent;
    if (fault.then == Then::HangsUp)
        m_socket.disconnectFromHost();
}

void ScriptedRelay::Session::startTls(const QString &certificate)
{
    QFile pem(certificate);
    if (!pem.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(certificate));
    const QByteArray content = pem.readAll();
    m_socket.setLocalCertificate(QSslCertificate(content));
    m_socket.setPrivateKey(QSslKey(content, QSsl::Ec));
    m_socket.startServerEncryption();
}

ScriptedRelay::ScriptedRelay(QString certificate, Fault fault)
    : m_certificate(std::move(certificate))
    , m_fault(std::move(fault))
{
    auto *listener = new Listener(*this);
    if (!listener->listen(QHostAddress::LocalHost))
        qFatal("the relay does not listen");
    m_port = listener->serverPort();
    listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    m_thread.start();
}

ScriptedRelay::~ScriptedRelay()
{
    m_thread.quit();
    m_thread.wait();
}

QList<ScriptedRelay::Mail> ScriptedRelay::taken() const
{
    const std::lock_guard lock(m_mutex);
    return m_taken;
}
