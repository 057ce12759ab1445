// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/Sender.h"
#include "tests/support/FakeMailSource.h"
#include "tests/support/FixedClock.h"
#include "tests/support/ScriptedTransport.h"
#include "tests/support/TestDatabase.h"

namespace shirase {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

inline MailIdentity identity()
{
    const EmailAddress from = must(EmailAddress::parse(u"shirase@example.jp"_s));
    return {.names = {}, .from = from, .envelopeFrom = from, .replyTo = {}};
}

inline const DeliveryOutcome deferred{0, DeliveryOutcome::Kind::Deferred, 451, "4.7.1", {}};
inline const DeliveryOutcome refused{0, DeliveryOutcome::Kind::Refused, 550, "5.1.1", "no such user"};
inline const DeliveryOutcome relayDown{.ticket = 0,
                                       .kind = DeliveryOutcome::Kind::RelayFailed,
                                       .fault = DeliveryOutcome::Fault::TimedOut};

/// A sender between a source of mails and a relay, both of which do as the test says.
struct SenderOffice
{
    explicit SenderOffice(std::size_t connections = 4, int perDomain = 0, Pace pace = {})
        : transport(connections)
        , source(pace)
        , sender(*files.main, transport, {&source}, identity(), clock, {}, perDomain)
    {}
    /// Turns until nothing more leaves at this second.
    void settle()
    {
        size_t before = 0;
        do {
            before = transport.submitted().size();
            steps(3);
        } while (transport.submitted().size() > before);
    }
    void steps(int number = 1)
    {
        for (int i = 0; i < number; ++i)
            must(sender.step(0ms));
    }

    TestDatabase files;
    FixedClock clock;
    ScriptedTransport transport;
    FakeMailSource source;
    Sender sender;
};

} // namespace shirase
