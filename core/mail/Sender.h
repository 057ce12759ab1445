// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/mail/MailLine.h"
#include "core/mail/MailTransport.h"
#include "core/mail/Outbox.h"

#include <map>
#include <vector>

namespace shirase {

/// Takes due mails from its sources, hands them to the transport and records what became of them: the record
/// moves when the relay has accepted, never before (REQUIREMENTS M2). It runs in one thread with its own
/// connection.
class Sender
{
public:
    /// How a try that did not succeed goes on (REQUIREMENTS M3).
    struct Pauses
    {
        std::vector<qint64> afterAttempt{60, 300, 900, 3600, 4 * 3600}; ///< seconds; the last one repeats
        qint64 giveUpAfter =
            48 * 3600;             ///< seconds of such pauses; what a mail waits for other reasons is no try
        qint64 relayFirst = 5;     ///< seconds of rest after a failure of the relay; doubles …
        qint64 relayLongest = 300; ///< … up to this
    };

    /// @param sources take turns, so that the mails of a notice do not hold up the confirmations
    /// @param perDomain mails a minute for one recipient domain, over all sources; 0 for no limit
    Sender(Database &database, MailTransport &transport, const std::vector<MailSource *> &sources,
           MailIdentity identity, const Clock &clock, Pauses pauses, int perDomain = 0);

    /// One turn: start what is due, wait at most that long, and record what has come back; the next mails of the
    /// connections that are free go ahead meanwhile, as far as they can without being delivered. Fails if the database
    /// does; the outcomes that could not be recorded are kept and recorded by the next turn, before anything is started.
    [[nodiscard]] Result<> step(std::chrono::milliseconds atMost);
    /// The same without starting anything: brings home what is under way.
    [[nodiscard]] Result<> bringHome(std::chrono::milliseconds atMost);

    /// Nothing under way and nothing left in hand: a good moment to stop.
    [[nodiscard]] bool idle() const { return m_inFlight.empty() && m_unrecorded.empty(); }

    /// Why nothing leaves now: the relay's failure, for people; empty while all is well.
    [[nodiscard]] QString relayProblem() const { return m_relayProblem; }
    /// Whether it starts nothing for a while, after a failure of the relay.
    [[nodiscard]] bool rests(qint64 now) const;
    [[nodiscard]] qint64 restsUntil() const { return m_restsUntil; }

private:
    struct Flight
    {
        MailLine *line = nullptr;
        qint64 id = 0;
        int attempts = 0;
        qint64 group = 0;
    };

    [[nodiscard]] Result<> startAndRecord();
    [[nodiscard]] Result<> launch(qint64 now);
    /// False if there is nothing to look at.
    [[nodiscard]] Result<bool> launchFrom(MailLine &line, qint64 now);
    void submit(MailLine &line, const DueMail &mail);
    void take(const DeliveryOutcome &outcome, qint64 now);
    [[nodiscard]] Result<> recordAll();
    [[nodiscard]] Result<> commitRecords();
    [[nodiscard]] MailRecord recordOf(const DeliveryOutcome &outcome, const Flight &flight, qint64 now) const;
    void restAfterRelayFailure(const DeliveryOutcome &outcome, qint64 now);
    [[nodiscard]] bool givesUpAfter(int attempts) const;

    Database &m_database;
    MailTransport &m_transport;
    std::vector<MailLine> m_lines; ///< one for each source
    MailIdentity m_identity;
    const Clock &m_clock;
    Pauses m_pauses;
    DomainRate m_perDomain;

    size_t m_turn = 0; ///< whose line is next
    std::map<std::int64_t, Flight> m_inFlight;
    std::map<MailLine *, std::vector<MailRecord>> m_unrecorded; ///< never with an empty list
    bool m_recordingFailed = false; ///< of these, the last time
    std::int64_t m_nextTicket = 1;
    qint64 m_restsUntil = 0;
    qint64 m_rest = 0;
    QString m_relayProblem;
};

} // namespace shirase
