// SPDX-License-Identifier: GPL-3.0-or-later
// What a relay may say: lines that begin with '>' are ours, all others the relay's.
#include "core/mail/SmtpDialogue.h"
#include "tests/fuzz/Fuzz.h"

#include <string_view>

using namespace shirase;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char *>(data), size);
    SmtpDialogue dialogue;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end);
        if (line.starts_with('>'))
            dialogue.sent(line.substr(1));
        else
            dialogue.received(line);
    }
    for (const CURLcode code : {CURLE_OK, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_OPERATION_TIMEDOUT, CURLE_LOGIN_DENIED,
                                CURLE_WEIRD_SERVER_REPLY, CURLE_PEER_FAILED_VERIFICATION}) {
        const DeliveryOutcome outcome = dialogue.outcome(7, code);
        fuzz::require(outcome.ticket == 7, "an outcome is the mail's");
        fuzz::require(code == CURLE_OK || outcome.kind != DeliveryOutcome::Kind::Accepted || !dialogue.brokeBeforeTheMail(),
                      "what the relay has not taken is not accepted");
    }
    return 0;
}
