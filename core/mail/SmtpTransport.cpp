// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/SmtpTransport.h"

#include "core/mail/SmtpConnection.h"

#include <curl/curl.h>
#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <utility>

namespace shirase {

SmtpTransport::SmtpTransport(SmtpOptions options)
    : m_options(std::move(options))
    , m_slots(std::max(1U, m_options.connections))
{
    static std::once_flag curlStarted;
    std::call_once(curlStarted, curl_global_init, CURL_GLOBAL_DEFAULT);
}

SmtpTransport::~SmtpTransport()
{
    for (const Slot &slot : m_slots) {
        if (slot.connection)
            slot.connection->stop();
    }
    m_slots.clear();
    sodium_memzero(m_options.password.data(), m_options.password.size());
}

std::size_t SmtpTransport::freeSlots() const
{
    return static_cast<std::size_t>(std::ranges::count(m_slots, false, &Slot::busy));
}

void SmtpTransport::submit(OutgoingMail mail)
{
    // The first that is free, so that no more connections are opened than there is work for.
    const auto free = std::ranges::find(m_slots, false, &Slot::busy);
    assert(free != m_slots.end());
    if (!free->connection) {
        const auto index = static_cast<std::size_t>(free - m_slots.begin());
        free->connection =
            std::make_unique<SmtpConnection>(m_options, [this, index](DeliveryOutcome outcome) {
                const std::lock_guard lock(m_mutex);
                m_finished.push_back({index, std::move(outcome)});
                m_changed.notify_one();
            });
    }
    free->busy = true;
    free->held = mail.held;
    free->connection->start(std::move(mail));
}

void SmtpTransport::letGo()
{
    for (Slot &slot : m_slots) {
        if (std::exchange(slot.held, false))
            slot.connection->letGo();
    }
}

std::vector<DeliveryOutcome> SmtpTransport::wait(std::chrono::milliseconds atMost)
{
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24); // the clock must not overflow
    std::vector<Finished> finished;
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, std::clamp(atMost, std::chrono::milliseconds(0), longest),
                           [this] { return !m_finished.empty() || m_woken; });
        finished = std::exchange(m_finished, {});
        m_woken = false;
    }
    std::vector<DeliveryOutcome> outcomes;
    for (Finished &each : finished) {
        m_slots[each.slot].busy = false;
        outcomes.push_back(std::move(each.outcome));
    }
    return outcomes;
}

void SmtpTransport::wake()
{
    const std::lock_guard lock(m_mutex);
    m_woken = true;
    m_changed.notify_one();
}

} // namespace shirase
