// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/SmtpTransport.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <map>

/// What the tests of SmtpTransport send, and to whom.
namespace shirase {

using namespace std::chrono_literals;

inline SmtpOptions plain(const std::string &url)
{
    SmtpOptions options;
    options.url = url;
    options.encryption = SmtpEncryption::PlainText;
    options.heloName = "shirase.example.jp";
    return options;
}

inline OutgoingMail mail(std::int64_t ticket, const std::string &recipient = "taro@example.jp")
{
    return {ticket, "bounce@example.jp", recipient,
            "From: notice@example.jp\r\nTo: " + recipient + "\r\nSubject: test\r\n\r\nHello.\r\n"};
}

/// Sends all, as many at a time as there are slots; the outcomes by ticket.
inline std::map<std::int64_t, DeliveryOutcome> sendAll(SmtpTransport &transport, std::vector<OutgoingMail> mails)
{
    std::map<std::int64_t, DeliveryOutcome> outcomes;
    const std::size_t count = mails.size();
    auto next = mails.begin();
    QElapsedTimer timer;
    timer.start();
    while (outcomes.size() < count && timer.elapsed() < 60'000) {
        for (; next != mails.end() && transport.freeSlots() > 0; ++next)
            transport.submit(std::move(*next));
        for (DeliveryOutcome &outcome : transport.wait(1s)) {
            const auto ticket = outcome.ticket;
            if (!outcomes.emplace(ticket, std::move(outcome)).second)
                qFatal("two outcomes for one mail");
        }
    }
    return outcomes;
}

inline DeliveryOutcome send(SmtpTransport &transport, OutgoingMail outgoing)
{
    const auto ticket = outgoing.ticket;
    std::vector<OutgoingMail> mails;
    mails.push_back(std::move(outgoing));
    return sendAll(transport, std::move(mails))[ticket];
}

/// As a relay that takes the commands, and then reads no further.
inline void takeUpToTheContent(QTcpSocket &socket)
{
    socket.write("220 relay.example.jp\r\n");
    QByteArray command;
    while (!command.startsWith("DATA")) {
        QTRY_VERIFY(socket.canReadLine());
        command = socket.readLine();
        socket.write(command.startsWith("DATA") ? "354 Go on\r\n" : "250 OK\r\n");
    }
}

inline quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace shirase
