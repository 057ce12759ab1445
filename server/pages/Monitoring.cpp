// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pages/Monitoring.h"

#include "core/backup/BackupRecords.h"
#include "core/erasure/ErasureReports.h"
#include "core/mail/Outbox.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

http::Response plain(int status, const QByteArray &contentType, const QByteArray &body)
{
    http::Response response;
    response.status = status;
    response.contentType = contentType;
    response.body = body;
    response.headers = {{"Cache-Control", "no-store"}};
    return response;
}

/// Lines of the text format, https://prometheus.io/docs/instrumenting/exposition_formats/
class Exposition
{
public:
    void family(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text.append("# HELP ").append(name).append(' ').append(help);
        m_text.append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
    }
    /// @param more what follows the family's name: a suffix, or labels in braces
    template <typename Number>
    void sample(Number value, const QByteArray &more = {})
    {
        m_text.append(m_name).append(more).append(' ').append(QByteArray::number(value)).append('\n');
    }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

/// What the database is asked for.
struct Stored
{
    OutboxState outbox;
    qint64 overdueSince = 0; ///< oldestOverdue()
    std::optional<ErasureReport> erasure; ///< the last one that came to its end
    std::optional<BackupRecord> backup;   ///< the last one
};

Result<Stored> readStored(Database &database, qint64 now)
{
    Result<OutboxState> outbox = outboxState(database);
    if (!outbox)
        return passOn(outbox);
    const Result<qint64> overdueSince = oldestOverdue(database, now);
    if (!overdueSince)
        return passOn(overdueSince);
    Result<std::optional<ErasureReport>> erasure = ErasureReports(database).lastFinished();
    if (!erasure)
        return passOn(erasure);
    Result<std::optional<BackupRecord>> backup = BackupRecords(database).last();
    if (!backup)
        return passOn(backup);
    return Stored{*outbox, *overdueSince, *std::move(erasure), *std::move(backup)};
}

void addBuild(Exposition &out)
{
    out.family("shirase_build_info", "gauge", "What is running; always 1.");
    out.sample(1, "{version=\"" SHIRASE_VERSION "\",qt=\"" + QByteArray(qVersion()) + "\"}");
}

void addWeb(Exposition &out, const http::HttpCounters &web)
{
    out.family("shirase_http_connections", "gauge", "Connections that are open.");
    out.sample(web.open);
    out.family("shirase_http_connections_total", "counter", "Connections so far, with those turned away.");
    out.sample(web.connections);
    out.family("shirase_http_requests_total", "counter", "Answers by the class of their status.");
    for (std::size_t hundreds = 1; hundreds < web.answers.size(); ++hundreds)
        out.sample(web.answers[hundreds], "{status=\"" + QByteArray::number(quint64(hundreds)) + "xx\"}");
}

/// What the guard has turned away or cut off; nothing of it is logged.
void addGuard(Exposition &out, const http::HttpCounters &web)
{
    const std::pair<const char *, quint64> reasons[] = {
        {"bad_request", web.badRequests},
        {"head_size", web.headsTooLarge},
        {"body_size", web.bodiesTooLarge},
        {"request_time", web.timedOut},
        {"handshake", web.handshakesFailed},
        {"idle", web.idleClosed},
        {"gave_way", web.gaveWay},
        {"slow_reader", web.slowReaders},
        {"host", web.foreignHosts},
        {"method", web.methodsRefused},
        {"unanswered", web.unanswered},
        {"descriptors", web.outOfDescriptors},
        {"misread", web.misread},
    };
    out.family("shirase_http_guard_total", "counter", "Requests refused and connections closed by the guard, by reason.");
    for (const auto &[reason, count] : reasons)
        out.sample(count, QByteArray("{reason=\"") + reason + "\"}");
}

void addLimits(Exposition &out, const Monitoring::Sources &sources)
{
    out.family("shirase_refused_total", "counter", "What a limit has refused.");
    out.sample(sources.forms.refused(), "{limit=\"forms_per_network\"}");
    out.sample(sources.pages.refused(), "{limit=\"pages_per_network\"}");
    out.sample(sources.signups.counts().sharedScans, "{limit=\"people_per_token\"}");
    out.sample(sources.web.tooMany, "{limit=\"connections\"}");
    out.sample(sources.web.tooManyOfNetwork, "{limit=\"connections_per_network\"}");
}

void addSignups(Exposition &out, const SignupBook::Counts &counts)
{
    out.family("shirase_registrations_total", "counter", "Visits that were registered.");
    out.sample(counts.registrations);
    out.family("shirase_confirmations_left_out_total", "counter",
               "Confirmation mails that did not go because the address had enough of them.");
    out.sample(counts.mailsLeftOut);
    out.family("shirase_commit_seconds", "summary", "Time to seal and store the registrations of one turn.");
    out.sample(counts.commitSeconds, "_sum");
    out.sample(counts.commits, "_count");
}

void addOutbox(Exposition &out, const Stored &stored, qint64 now)
{
    const OutboxState &state = stored.outbox;
    out.family("shirase_outbox_waiting", "gauge", "Single mails that wait to be sent.");
    out.sample(state.waiting);
    out.family("shirase_outbox_failed", "gauge", "Single mails that could not be sent.");
    out.sample(state.failed);
    out.family("shirase_outbox_held", "gauge", "Single mails that wait for a decision since the database was put back.");
    out.sample(state.held);
    out.family("shirase_outbox_oldest_seconds", "gauge", "How long the oldest mail has been waiting.");
    out.sample(state.oldestWaiting > 0 ? now - state.oldestWaiting : 0);
    out.family("shirase_outbox_overdue_seconds", "gauge",
               "How long the mail is overdue that should have left first; one that is tried again later is not.");
    out.sample(stored.overdueSince > 0 ? now - stored.overdueSince : 0);
}

/// Before the first time there is no sample, so that no time of 1970 gets into a graph.
void addLastTimes(Exposition &out, const Stored &stored)
{
    if (stored.erasure) {
        out.family("shirase_last_erasure_timestamp_seconds", "gauge", "When the daily erasure last came to its end.");
        out.sample(stored.erasure->finishedAt.value_or(0));
    }
    if (stored.backup) {
        out.family("shirase_last_backup_timestamp_seconds", "gauge", "Of when the last backup is.");
        out.sample(stored.backup->at);
    }
}

http::Response healthIs(bool healthy)
{
    if (healthy)
        return plain(200, "text/plain; charset=utf-8", "ok");
    http::Response response = plain(503, "text/plain; charset=utf-8", "registrations cannot be stored");
    response.headers.emplace_back("Retry-After", "5"); // seconds
    return response;
}

} // namespace

void Monitoring::addTo(http::Router &router)
{
    router.add(http::Method::Get, u"/healthz",
               [this](const http::Request &, const http::PathParameters &, http::Answer answer) {
                   health(std::move(answer));
               });
    router.add(
        http::Method::Get, u"/metrics",
        [this, &router](const http::Request &request, const http::PathParameters &, http::Answer answer) {
            // A proxy on this machine has a loopback address too, and says so by its headers.
            const bool local = request.client.isLoopback() && !request.forwarded;
            if (local)
                metrics(std::move(answer));
            else
                answer(router.errorPage(404, request));
        });
}

void Monitoring::health(http::Answer answer)
{
    // Each rehearsal is a write to the disk: at most one a second, whoever asks.
    const qint64 now = m_sources.clock.now();
    if (now == m_rehearsedAt && m_asking.empty()) {
        answer(healthIs(m_healthy));
        return;
    }
    m_asking.push_back(std::move(answer));
    if (m_asking.size() > 1)
        return;
    m_sources.signups.rehearse([this, now](const Result<> &rehearsed) {
        m_rehearsedAt = now;
        m_healthy = rehearsed.has_value();
        for (http::Answer &asking : std::exchange(m_asking, {}))
            asking(healthIs(m_healthy));
    });
}

void Monitoring::metrics(http::Answer answer) const
{
    m_sources.database.ask(
        [now = m_sources.clock.now()](Database &database) { return readStored(database, now); },
        [this, answer = std::move(answer)](const Result<Stored> &stored) mutable {
            Exposition out;
            addBuild(out);
            addWeb(out, m_sources.web);
            addGuard(out, m_sources.web);
            addLimits(out, m_sources);
            addSignups(out, m_sources.signups.counts());
            // Without the database the other counts are wanted more than ever.
            if (stored) {
                addOutbox(out, *stored, m_sources.clock.now());
                addLastTimes(out, *stored);
            }
            answer(plain(200, "text/plain; version=0.0.4; charset=utf-8", out.text()));
        });
}

} // namespace shirase
