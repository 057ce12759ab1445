// SPDX-License-Identifier: GPL-3.0-or-later

// SmtpTransport between the threads that use it, without Qt, for ThreadSanitizer: sending, waking from
// another thread, refusals, and destruction while mails are under way. Exits with 1 where an expectation
// fails; the sanitizer adds 66.

#include "core/mail/SmtpTransport.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <thread>

using namespace shirase;
using namespace std::chrono_literals;
using Kind = DeliveryOutcome::Kind;

namespace {

void expect(bool condition, const char *what)
{
    if (!condition) {
        std::cerr << "failed: " << what << '\n';
        std::exit(1);
    }
}

/// A relay that refuses every recipient that starts with "gone" and takes the rest; a thread per connection.
class Relay
{
public:
    Relay()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        expect(bind(m_listener, generic, length) == 0 && listen(m_listener, 100) == 0, "the relay listens");
        getsockname(m_listener, generic, &length);
        m_port = ntohs(address.sin_port);
        m_acceptor = std::jthread([this] { accept(); });
    }

    ~Relay()
    {
        shutdown(m_listener, SHUT_RDWR);
        m_acceptor.join();
        m_talks.clear();
        close(m_listener);
    }

    Relay(const Relay &) = delete;
    Relay &operator=(const Relay &) = delete;

    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + std::to_string(m_port); }
    [[nodiscard]] int taken() const { return m_taken; }

private:
    void accept()
    {
        int connection = 0;
        while ((connection = ::accept(m_listener, nullptr, nullptr)) >= 0)
            m_talks.emplace_back([this, connection] { talk(connection); });
    }

    void talk(int connection)
    {
        std::string input;
        bool content = false;
        say(connection, "220 relay.example.jp\r\n");
        char buffer[4096];
        for (ssize_t got = 0; (got = read(connection, buffer, sizeof buffer)) > 0;) {
            input.append(buffer, static_cast<std::size_t>(got));
            for (auto end = input.find('\n'); end != std::string::npos; end = input.find('\n')) {
                answer(connection, std::string_view(input).substr(0, end + 1), content);
                input.erase(0, end + 1);
            }
        }
        close(connection);
    }

    void answer(int connection, std::string_view line, bool &content)
    {
        if (content && line != ".\r\n")
            return;
        if (content) {
            content = false;
            ++m_taken;
            say(connection, "250 2.0.0 Taken\r\n");
        } else if (line.starts_with("DATA")) {
            content = true;
            say(connection, "354 Go on\r\n");
        } else if (line.starts_with("RCPT TO:<gone")) {
            say(connection, "550 5.1.1 No such user\r\n");
        } else {
            say(connection, "250 OK\r\n");
        }
    }

    static void say(int connection, std::string_view text)
    {
        (void)!send(connection, text.data(), text.size(), MSG_NOSIGNAL);
    }

    int m_listener = socket(AF_INET, SOCK_STREAM, 0);
    int m_port = 0;
    std::atomic<int> m_taken = 0;
    std::vector<std::jthread> m_talks; ///< belongs to m_acceptor's thread while that runs
    std::jthread m_acceptor;
};

OutgoingMail mail(int ticket)
{
    const std::string who = ticket % 7 == 0 ? "gone@example.jp" : "taro@example.jp";
    return {.ticket = ticket,
            .sender = "bounce@example.jp",
            .recipient = who,
            .mime = "To: " + who + "\r\n\r\n" + std::string(static_cast<std::size_t>(ticket) * 200, 'x') + "\r\n",
            .held = ticket % 2 == 1};
}

SmtpOptions optionsFor(const Relay &relay)
{
    SmtpOptions options;
    options.url = relay.url();
    return options;
}

void sendsWhileAnotherThreadWakes()
{
    constexpr int count = 200;
    Relay relay;
    SmtpTransport transport(optionsFor(relay));
    const std::jthread waker([&transport](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            transport.wake();
            std::this_thread::yield();
        }
    });
    std::map<std::int64_t, Kind> outcomes;
    for (int next = 0; outcomes.size() < count;) {
        for (; next < count && transport.freeSlots() > 0; ++next)
            transport.submit(mail(next));
        transport.letGo();
        for (const DeliveryOutcome &outcome : transport.wait(1s))
            expect(outcomes.emplace(outcome.ticket, outcome.kind).second, "one outcome for each mail");
    }
    int accepted = 0;
    for (const auto &[ticket, kind] : outcomes) {
        expect(kind == (ticket % 7 == 0 ? Kind::Refused : Kind::Accepted),
               "the outcome is the relay's reply");
        accepted += kind == Kind::Accepted ? 1 : 0;
    }
    expect(accepted == relay.taken(), "the relay has taken what was reported");
}

void endsWhileMailsAreUnderWay()
{
    for (int round = 0; round < 5; ++round) {
        Relay relay;
        SmtpTransport transport(optionsFor(relay));
        for (int i = 1; transport.freeSlots() > 0; ++i)
            transport.submit(mail(i * round * 100 + 1));
        (void)transport.wait(std::chrono::milliseconds(round));
    }
}

} // namespace

int main()
{
    sendsWhileAnotherThreadWakes();
    endsWhileMailsAreUnderWay();
    std::cout << "done\n";
    return 0;
}
