// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailTransport.h"

#include <deque>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace shirase {

/// A relay that answers as a test says, and remembers every mail that was started.
class ScriptedTransport final : public MailTransport
{
public:
    using Kind = DeliveryOutcome::Kind;

    explicit ScriptedTransport(std::size_t connections = 4)
        : m_slots(connections)
    {}

    /// What the next mails get, in order; after them everything is accepted.
    void script(std::deque<DeliveryOutcome> outcomes) { m_script = std::move(outcomes); }
    /// The same answer from now on.
    void always(DeliveryOutcome outcome) { m_standard = std::move(outcome); }
    /// While held, nothing comes back.
    void hold(bool held) { m_held = held; }
    /// Called with each mail as it is delivered.
    std::function<void(const OutgoingMail &)> onDelivery;

    [[nodiscard]] const std::vector<OutgoingMail> &submitted() const { return m_submitted; }
    /// How many of them were not held, or let go.
    [[nodiscard]] std::size_t delivered() const { return m_submitted.size() - m_heldBack.size(); }
    [[nodiscard]] int timesSent(const std::string &recipient) const
    {
        int times = 0;
        for (const OutgoingMail &mail : m_submitted)
            times += mail.recipient == recipient ? 1 : 0;
        return times;
    }

    [[nodiscard]] std::size_t freeSlots() const override
    {
        return m_slots - m_underWay.size() - m_heldBack.size();
    }
    void submit(OutgoingMail mail) override
    {
        if (freeSlots() == 0)
            std::abort(); // the interface forbids it
        const bool held = mail.held;
        m_submitted.push_back(std::move(mail));
        m_heldBack.push_back(m_submitted.size() - 1);
        if (!held)
            letGo();
    }
    void letGo() override
    {
        for (const std::size_t index : std::exchange(m_heldBack, {}))
            deliver(m_submitted[index]);
    }
    [[nodiscard]] std::vector<DeliveryOutcome> wait(std::chrono::milliseconds) override
    {
        return m_held ? std::vector<DeliveryOutcome>() : std::exchange(m_underWay, {});
    }
    void wake() override {}

private:
    void deliver(const OutgoingMail &mail)
    {
        if (onDelivery)
            onDelivery(mail);
        DeliveryOutcome outcome = m_standard;
        if (!m_script.empty()) {
            outcome = m_script.front();
            m_script.pop_front();
        }
        outcome.ticket = mail.ticket;
        m_underWay.push_back(std::move(outcome));
    }

    std::size_t m_slots;
    std::deque<DeliveryOutcome> m_script;
    DeliveryOutcome m_standard{
        .ticket = 0, .kind = Kind::Accepted, .replyCode = 250, .enhancedStatus = "2.0.0"};
    bool m_held = false;
    std::vector<DeliveryOutcome> m_underWay;
    std::vector<OutgoingMail> m_submitted;
    std::vector<std::size_t> m_heldBack; ///< which of them
};

} // namespace shirase
