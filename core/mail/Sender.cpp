// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Sender.h"

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Composed mails held in hand at most: enough to keep every connection busy for a turn, little enough to be cheap.
constexpr int handful = 64;

QString replyOf(const DeliveryOutcome &outcome)
{
    QString reply = outcome.replyCode > 0 ? QString::number(outcome.replyCode) : QString();
    if (!outcome.enhancedStatus.empty())
        reply += u' ' + QString::fromStdString(outcome.enhancedStatus);
    return reply;
}

} // namespace

Sender::Sender(Database &database, MailTransport &transport, std::vector<MailSource *> sources, MailIdentity identity,
               const Clock &clock, Pauses pauses)
    : m_database(database)
    , m_transport(transport)
    , m_sources(std::move(sources))
    , m_identity(std::move(identity))
    , m_clock(clock)
    , m_pauses(std::move(pauses))
{
}

Result<> Sender::step(std::chrono::milliseconds atMost)
{
    // First what is owed: a connection gets its next mail only after the last one's outcome is on the disk.
    if (const Result<> recorded = recordAll(); !recorded)
        return recorded;
    if (!m_finishing && m_clock.now() >= m_restsUntil) {
        if (const Result<> refilled = refill(m_clock.now()); !refilled)
            return refilled;
        launch();
    }
    for (const DeliveryOutcome &outcome : m_transport.wait(atMost))
        take(outcome, m_clock.now());
    return recordAll();
}

Result<> Sender::refill(qint64 now)
{
    // What lies in hand is read again every second, so that a pause or a cancellation takes hold.
    if (!m_ready.empty() && now == m_readySince)
        return {};
    m_ready.clear();
    m_readySince = now;
    for (MailSource *source : m_sources) {
        const int underWay = int(std::ranges::count(m_inFlight, source, [](const auto &f) { return f.second.source; }));
        Result<std::vector<DueMail>> due = source->due(now, handful + underWay, m_identity);
        if (!due)
            return passOn(due);
        for (DueMail &mail : *due) {
            if (!isUnderWay(source, mail.id))
                m_ready.push_back({source, std::move(mail)});
        }
    }
    return {};
}

bool Sender::isUnderWay(const MailSource *source, qint64 id) const
{
    return std::ranges::any_of(m_inFlight, [&](const auto &flight) {
        return flight.second.source == source && flight.second.mail.id == id;
    });
}

void Sender::launch()
{
    while (!m_ready.empty() && m_transport.freeSlots() > 0) {
        Flight flight = std::move(m_ready.front());
        m_ready.pop_front();
        const std::int64_t ticket = m_nextTicket++;
        OutgoingMail mail{ticket, m_identity.envelopeFrom.wire().toStdString(), flight.mail.recipient.toStdString(),
                          flight.mail.mime.toStdString()};
        flight.mail.mime.clear(); // the transport has it now
        m_inFlight.emplace(ticket, std::move(flight));
        m_transport.submit(std::move(mail));
    }
}

void Sender::take(const DeliveryOutcome &outcome, qint64 now)
{
    const auto flight = m_inFlight.find(outcome.ticket);
    if (flight == m_inFlight.end())
        return;
    if (outcome.kind == DeliveryOutcome::Kind::RelayFailed) {
        restAfterRelayFailure(outcome, now);
    } else {
        m_rest = 0;
        m_relayProblem.clear();
        m_unrecorded.push_back({flight->second.source, recordOf(outcome, flight->second.mail, now)});
    }
    m_inFlight.erase(flight);
}

// The relay is to blame, not the mail: nothing is counted against it, and it stays due.
void Sender::restAfterRelayFailure(const DeliveryOutcome &outcome, qint64 now)
{
    m_ready.clear();
    m_relayProblem = QString::fromStdString(outcome.reason);
    if (now < m_restsUntil)
        return; // the other connections of the same failure
    m_rest = m_rest == 0 ? m_pauses.relayFirst : std::min(m_rest * 2, m_pauses.relayLongest);
    m_restsUntil = now + m_rest;
}

MailRecord Sender::recordOf(const DeliveryOutcome &outcome, const DueMail &mail, qint64 now) const
{
    MailRecord record{mail.id, MailRecord::State::Accepted, mail.attempts + 1, 0, now, replyOf(outcome)};
    if (outcome.kind == DeliveryOutcome::Kind::Refused) {
        record.state = MailRecord::State::Failed;
    } else if (outcome.kind == DeliveryOutcome::Kind::Deferred) {
        const auto &pauses = m_pauses.afterAttempt;
        record.dueAt = now + pauses[std::min(size_t(mail.attempts), pauses.size() - 1)];
        record.state = givesUpAfter(record.attempts) ? MailRecord::State::Failed : MailRecord::State::TryAgain;
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
    if (m_unrecorded.empty())
        return {};
    Result<Transaction> transaction = Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    for (const Outcome &outcome : m_unrecorded) {
        if (const Result<> recorded = outcome.source->record(outcome.record); !recorded)
            return recorded;
    }
    if (const Result<> committed = transaction->commit(); !committed)
        return committed;
    m_unrecorded.clear();
    return {};
}

} // namespace shirase
