// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailTransport.h"

#include <curl/curl.h>

#include <functional>
#include <string_view>

namespace shirase {

/// What was said between us and the relay about one mail, as far as it takes to judge the outcome. libcurl's
/// result does not tell which command was refused, so that its protocol lines are watched; of them only the
/// command's verb, the reply code and the enhanced status are kept.
class SmtpDialogue
{
public:
    /// @param onStep told of each step as it begins; may be empty
    explicit SmtpDialogue(std::function<void(MailStep)> onStep = {});

    /// A line that we sent, whole or its beginning.
    void sent(std::string_view line);
    /// A line that the relay sent.
    void received(std::string_view line);

    /// What became of the mail when libcurl was done with it.
    [[nodiscard]] DeliveryOutcome outcome(std::int64_t ticket, CURLcode result) const;

    /// Whether a connection that had been idle broke before the relay took anything of this mail.
    [[nodiscard]] bool brokeBeforeTheMail() const;

private:
    using Step = MailStep;

    [[nodiscard]] DeliveryOutcome::Kind kind(CURLcode result) const;
    [[nodiscard]] bool isAboutThisMail() const;
    [[nodiscard]] DeliveryOutcome::Fault relayFault(CURLcode result) const;
    void begin(Step step);

    std::function<void(MailStep)> m_onStep;
    Step m_step = Step::Connect;
    bool m_fresh = false; ///< the relay was greeted for this mail
    bool m_over = false;  ///< we took leave; what follows says nothing about the mail
    int m_code = 0;       ///< of the last reply to m_step, 0 while there is none
    std::string m_enhanced;
};

} // namespace shirase
