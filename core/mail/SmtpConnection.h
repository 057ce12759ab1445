// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailHold.h"
#include "core/mail/SmtpTransport.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace shirase {

/// One connection to the relay with its thread: takes one mail at a time.
class SmtpConnection
{
public:
    /// Called in the connection's thread, once for each mail unless stop() came first.
    using Finished = std::function<void(DeliveryOutcome)>;

    /// @param options must outlive the connection
    SmtpConnection(const SmtpOptions &options, Finished finished);
    /// Waits for the thread: at most about a second after stop() unless the name of the relay is being looked
    /// up.
    ~SmtpConnection() = default;
    SmtpConnection(const SmtpConnection &) = delete;
    SmtpConnection &operator=(const SmtpConnection &) = delete;

    /// Requires that the mail before is finished.
    void start(OutgoingMail mail);
    /// Lets a mail that is held end.
    void letGo() { m_hold.put(false); }
    /// Drops a mail that is under way and takes leave of the relay, without waiting for either.
    void stop();

private:
    void run(const std::stop_token &stop);

    const SmtpOptions &m_options;
    Finished m_finished;
    MailHold m_hold;
    std::mutex m_mutex; ///< for m_next
    std::condition_variable_any m_changed;
    std::optional<OutgoingMail> m_next;
    std::jthread m_thread; ///< last, so that it ends first
};

} // namespace shirase
