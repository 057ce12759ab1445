// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Sender.h"

#include "core/mail/RelayTexts.h"
#include "core/mail/SendingMark.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Mails looked at in one turn, most of which may have to stand aside: a few milliseconds of opening and
// composing.
constexpr int mostLooks = 100;

QString replyOf(const DeliveryOutcome &outcome)
{
    QString reply = outcome.replyCode > 0 ? QString::number(outcome.replyCode) : QString();
    if (!outcome.enhancedStatus.empty())
        reply += u' ' + QString::fromStdString(outcome.enhancedStatus);
    return reply;
}

} // namespace

Sender::Sender(Database &database, MailTransport &transport, const std::vector<MailSource *> &sources,
               MailIdentity identity, const Clock &clock, Pauses pauses, int perDomain)
    : m_database(database)
    , m_transport(transport)
    , m_identity(std::move(identity))
    , m_clock(clock)
    , m_pauses(std::move(pauses))
    , m_perDomain(perDomain)
{
    for (MailSource *source : sources)
        m_lines.emplace_back(*source);
}

Result<> Sender::step(std::chrono::milliseconds atMost)
{
    if (const Result<> done = startAndRecord(); !done)
        return done;
    for (const DeliveryOutcome &outcome : m_transport.wait(atMost))
        take(outcome, m_clock.now());
    return startAndRecord();
}

Result<> Sender::bringHome(std::chrono::milliseconds atMost)
{
    if (const Result<> recorded = recordAll(); !recorded)
        return recorded;
    for (const DeliveryOutcome &outcome : m_transport.wait(atMost))
        take(outcome, m_clock.now());
    return recordAll();
}

// A connection has its next mail, up to the end, by the time that the last one's outcome is on the disk: where an fsync
// takes 3 ms, half as many mails again leave a second (measured).
Result<> Sender::startAndRecord()
{
    if (m_recordingFailed) {
        if (const Result<> recorded = recordAll(); !recorded)
            return recorded;
    }
    const qint64 now = m_clock.now();
    const Result<> launched = rests(now) ? Result<>() : launch(now);
    const Result<> recorded = recordAll(); // whatever keeps others from starting
    return recorded ? launched : recorded;
}

Result<> Sender::launch(qint64 now)
{
    if (m_transport.freeSlots() == 0)
        return {};
    for (MailLine &line : m_lines) {
        if (const Result<> refilled = line.refill(now); !refilled)
            return refilled;
    }
    size_t exhausted = 0; // lines in a row that had nothing to start
    for (int look = 0; look < mostLooks && m_transport.freeSlots() > 0 && exhausted < m_lines.size();
         ++look) {
        const Result<bool> looked = launchFrom(m_lines[m_turn], now);
        if (!looked)
            return passOn(looked);
        exhausted = *looked ? 0 : exhausted + 1;
        m_turn = (m_turn + 1) % m_lines.size();
    }
    return {};
}

Result<bool> Sender::launchFrom(MailLine &line, qint64 now)
{
    if (line.source().pace().room(now) <= 0)
        return false;
    const std::optional<qint64> id = line.next(m_perDomain, now);
    if (!id)
        return false;
    Result<std::optional<DueMail>> mail = line.source().compose(*id, now, m_identity);
    if (!mail || !*mail)
        line.forget(*id);
    if (!mail)
        return passOn(mail);
    if (!*mail)
        return true;
    if (!m_perDomain.hasRoom((*mail)->domain, now)) {
        line.putAside(*id, (*mail)->domain);
        return true;
    }
    m_perDomain.take((*mail)->domain, now);
    line.source().pace().take(now);
    submit(line, **mail);
    return true;
}

void Sender::submit(MailLine &line, const DueMail &mail)
{
    const std::int64_t ticket = m_nextTicket++;
    m_inFlight.emplace(ticket, Flight{&line, mail.id, mail.attempts, mail.group});
    m_transport.submit({.ticket = ticket,
                        .sender = m_identity.envelopeFrom.wire().toStdString(),
                        .recipient = mail.recipient.toStdString(),
                        .mime = mail.mime.toStdString(),
                        .held = true});
}

void Sender::take(const DeliveryOutcome &outcome, qint64 now)
{
    const auto found = m_inFlight.find(outcome.ticket);
    if (found == m_inFlight.end())
        return;
    const Flight flight = found->second;
    m_inFlight.erase(found);
    if (outcome.kind != DeliveryOutcome::Kind::Accepted)
        flight.line->source().pace().giveBack();
    if (outcome.kind == DeliveryOutcome::Kind::Withdrawn || outcome.kind == DeliveryOutcome::Kind::RelayFailed) {
        flight.line->forget(flight.id);
        if (outcome.kind == DeliveryOutcome::Kind::RelayFailed)
            restAfterRelayFailure(outcome, now);
        return;
    }
    m_rest = 0;
    m_relayProblem.clear();
    m_unrecorded[flight.line].push_back(recordOf(outcome, flight, now));
}

// A clock that was set back to before the rest began does not prolong it.
bool Sender::rests(qint64 now) const
{
    return now < m_restsUntil && now >= m_restsUntil - m_rest;
}

// The relay is to blame, not the mail: nothing is counted against it, and it stays due.
void Sender::restAfterRelayFailure(const DeliveryOutcome &outcome, qint64 now)
{
    m_relayProblem = relayText(outcome);
    if (rests(now))
        return; // the other connections of the same failure
    m_rest = m_rest == 0 ? m_pauses.relayFirst : std::min(m_rest * 2, m_pauses.relayLongest);
    m_restsUntil = now + m_rest;
}

MailRecord Sender::recordOf(const DeliveryOutcome &outcome, const Flight &flight, qint64 now) const
{
    MailRecord record{flight.id, MailRecord::State::Accepted, flight.attempts + 1, 0, now, replyOf(outcome), flight.group};
    if (outcome.kind == DeliveryOutcome::Kind::Refused) {
        record.state = MailRecord::State::Refused;
    } else if (outcome.kind == DeliveryOutcome::Kind::Deferred) {
        const auto &pauses = m_pauses.afterAttempt;
        record.dueAt = now + pauses[std::min(size_t(flight.attempts), pauses.size() - 1)];
        record.state =
            givesUpAfter(record.attempts) ? MailRecord::State::Failed : MailRecord::State::TryAgain;
    }
    return record;
}

bool Sender::givesUpAfter(int attempts) const
{
    qint64 waited = 0;
    for (int attempt = 0; attempt < attempts && waited <= m_pauses.giveUpAfter; ++attempt)
        waited += m_pauses.afterAttempt[std::min(size_t(attempt), m_pauses.afterAttempt.size() - 1)];
    return waited > m_pauses.giveUpAfter;
}

Result<> Sender::recordAll()
{
    Result<> recorded = m_unrecorded.empty() ? Result<>() : commitRecords();
    m_recordingFailed = !recorded;
    if (recorded)
        m_transport.letGo();
    return recorded;
}

Result<> Sender::commitRecords()
{
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    for (const auto &[line, records] : m_unrecorded) {
        if (const Result<> recorded = line->source().record(records); !recorded)
            return recorded;
    }
    if (const Result<> advanced = SendingMark::advance(m_database); !advanced)
        return advanced;
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    for (const auto &[line, records] : m_unrecorded) {
        for (const MailRecord &record : records)
            line->forget(record.id);
    }
    m_unrecorded.clear();
    return {};
}

} // namespace shirase
