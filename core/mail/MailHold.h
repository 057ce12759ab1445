// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>

/// Uses no Qt, as SmtpTransport does.
namespace shirase {

/// Keeps one mail at a time from its end until it may be delivered. One thread puts it on and takes it off, another one
/// waits.
class MailHold
{
public:
    void put(bool on)
    {
        const std::lock_guard lock(m_mutex);
        m_on = on;
        m_changed.notify_one();
    }
    /// False if it was not taken off in time, or a stop was asked for first.
    [[nodiscard]] bool waitUntilOff(const std::stop_token &stop, std::chrono::milliseconds atMost)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, stop, atMost, [this] { return !m_on; });
    }

private:
    std::mutex m_mutex; ///< for m_on
    std::condition_variable_any m_changed;
    bool m_on = false;
};

} // namespace shirase
