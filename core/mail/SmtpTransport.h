// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailTransport.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace shirase {

class SmtpConnection;

/// When the way to the relay has to be encrypted. With smtps:// it always is.
enum class SmtpEncryption {
    Required,           ///< STARTTLS, or nothing is sent
    RequiredBeyondHost, ///< the same, but a relay on a loopback address is spoken to in plain text
    PlainText,          ///< plain text; only where the organisation trusts the network in between
};

struct SmtpOptions
{
    std::string url; ///< smtp://host:port or smtps://host:port; anything else in it is ignored
    SmtpEncryption encryption = SmtpEncryption::RequiredBeyondHost;
    std::string user; ///< empty: no log-in
    std::string password;
    std::string caFile;       ///< PEM file of certificate authorities; empty: the system's
    std::string heloName;     ///< how we introduce ourselves; empty: the host's name
    unsigned connections = 4; ///< at least 1
    std::chrono::milliseconds connectTimeout{30'000}; ///< until log-in and all are done
    /// For each reply. There is no limit on low speed beside it: waiting for a reply is slow, not broken, and
    /// RFC 5321 §4.5.3.2 grants the relay minutes; giving up early would double the mail.
    std::chrono::seconds replyTimeout{300};
    std::chrono::milliseconds mailTimeout{900'000}; ///< from the first byte of a connection or mail to the last reply
    /// Of a mail that is held. Shorter than a busy relay's patience (Postfix: 10 s), and than what is left of the
    /// sender's lease when a mail is begun.
    std::chrono::milliseconds longestHold{5000};
    std::function<void(MailStep)> onStep{}; ///< told of each step as it begins, in a connection's thread; may be empty
};

/// Sends over SMTP with libcurl (REQUIREMENTS M1). Uses no Qt. Connections are made when there is mail for
/// them and stay open.
///
/// Each connection has a thread of its own. libcurl's multi interface would do with one for all, but waits
/// for the reply to the final dot without letting go of it, so that the relay's slowest step would go one
/// mail after the other.
///
/// Destruction drops what is under way before its final dot and takes leave of the relay; outcomes that were
/// not waited for are lost.
class SmtpTransport final : public MailTransport
{
public:
    explicit SmtpTransport(SmtpOptions options);
    ~SmtpTransport() override;
    SmtpTransport(const SmtpTransport &) = delete;
    SmtpTransport &operator=(const SmtpTransport &) = delete;

    [[nodiscard]] std::size_t freeSlots() const override;
    void submit(OutgoingMail mail) override;
    void letGo() override;
    [[nodiscard]] std::vector<DeliveryOutcome> wait(std::chrono::milliseconds atMost) override;
    void wake() override;

private:
    struct Slot
    {
        std::unique_ptr<SmtpConnection> connection; ///< made with the first mail
        bool busy = false;                          ///< until wait() has returned the outcome
        bool held = false;                          ///< its mail is
    };
    struct Finished
    {
        std::size_t slot = 0;
        DeliveryOutcome outcome;
    };

    SmtpOptions m_options;
    std::mutex m_mutex; ///< for m_finished and m_woken; all else belongs to the caller's thread
    std::condition_variable m_changed;
    std::vector<Finished> m_finished;
    bool m_woken = false;
    std::vector<Slot> m_slots; ///< last, so that the threads end first
};

} // namespace shirase
