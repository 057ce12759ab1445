// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeQueue.h"

#include "core/database/Answers.h"
#include "core/foundation/CborMap.h"
#include "core/notices/NoticeStore.h"
#include "core/vault/Digest.h"
#include "core/wording/Wordings.h"

#include <QCborMap>
#include <QCborValue>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

struct NoticeQueue::Row
{
    qint64 id;
    NoticeId notice;
    QByteArray messageId;
    int attempts;
    qint64 date; ///< when it was to leave
    QByteArray sealed;
};

QByteArray recipientToBytes(const QString &address, const QString &language)
{
    return cborOf({{"to"_L1, address}, {"language"_L1, language}});
}

QByteArray hashOf(const QMap<QString, NoticeText> &texts)
{
    QList<QByteArray> parts;
    for (const auto &[language, text] : texts.asKeyValueRange())
        parts << language.toUtf8() << text.subject.toUtf8() << text.body.toUtf8();
    return digest(parts).toHex();
}

NoticeQueue::NoticeQueue(Database &database, Opener queue, AuditLog &audit, const Limits &limits)
    : MailSource(limits.pace)
    , m_database(database)
    , m_queue(std::move(queue))
    , m_audit(audit)
    , m_quietHours(limits.quietHours)
{}

bool NoticeQueue::isQuiet(qint64 now) const
{
    return m_quietHours && m_quietHours->endsAfter(now) > now;
}

Result<std::vector<qint64>> NoticeQueue::due(qint64 now, int atMost)
{
    std::vector<qint64> ids;
    if (isQuiet(now))
        return ids;
    Result<Rows> rows = m_database.run(
        u"SELECT r.id FROM notice n JOIN notice_recipient r ON r.notice_id = n.id "
        "WHERE n.state = 'sending' AND n.send_at <= ? AND r.state = 'waiting' AND r.due_at <= ? "
        "ORDER BY n.id, r.due_at, r.id LIMIT ?"_s,
        {now, now, atMost});
    if (!rows)
        return passOn(rows);
    while (rows->next())
        ids.push_back(rows->number(0));
    return ids;
}

Result<std::optional<NoticeQueue::Row>> NoticeQueue::find(qint64 id, qint64 now)
{
    Result<Rows> rows = m_database.run(
        u"SELECT r.notice_id, r.message_id, r.attempts, n.started_at, n.send_at, r.sealed "
        "FROM notice_recipient r JOIN notice n ON n.id = r.notice_id "
        "WHERE r.id = ? AND r.state = 'waiting' AND r.due_at <= ? AND n.state = 'sending' AND n.send_at <= ?"_s,
        {id, now, now});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return std::nullopt;
    return Row{id,
               rows->number(0),
               rows->text(1).toLatin1(),
               int(rows->number(2)),
               std::max(rows->number(3), rows->number(4)),
               rows->bytes(5)};
}

Result<std::optional<DueMail>> NoticeQueue::compose(qint64 id, qint64 now, const MailIdentity &identity)
{
    if (isQuiet(now))
        return std::nullopt;
    const Result<std::optional<Row>> row = find(id, now);
    if (!row)
        return passOn(row);
    if (!*row)
        return std::nullopt;
    const Result<const QMap<QString, NoticeText> *> texts = textsOf((*row)->notice);
    if (!texts)
        return passOn(texts);
    if (!*texts)
        return std::nullopt;
    Result<DueMail> mail = compose(**row, **texts, identity);
    if (mail)
        return std::move(*mail);
    // It must not stop the others.
    if (const Result<> failed =
            record({{id, MailRecord::State::Failed, (*row)->attempts, 0, now, u"unreadable"_s, (*row)->notice}});
        !failed)
        return passOn(failed);
    return std::nullopt;
}

// Null if the texts are not the approved ones any more: then the notice is held and nothing of it leaves.
Result<const QMap<QString, NoticeText> *> NoticeQueue::textsOf(NoticeId id)
{
    if (const auto known = m_texts.find(id); known != m_texts.end())
        return &known->second;
    const Result<Notice> notice = NoticeStore(m_database).find(id);
    if (!notice)
        return passOn(notice);
    if (hashOf(notice->texts) != notice->textHash) {
        if (const Result<> held = hold(id, {HoldReason::Kind::TextChanged, {}}); !held)
            return passOn(held);
        return nullptr;
    }
    return &m_texts.emplace(id, notice->texts).first->second;
}

Result<DueMail> NoticeQueue::compose(const Row &row, const QMap<QString, NoticeText> &texts,
                                     const MailIdentity &identity)
{
    const Result<QByteArray> opened = m_queue.open(row.sealed);
    if (!opened)
        return passOn(opened);
    const QCborMap map = cborMapOf(*opened);
    const Result<EmailAddress> to = EmailAddress::parse(map[u"to"_s].toString());
    if (!to)
        return passOn(to);
    const auto [language, text] = textFor(map[u"language"_s].toString(), texts);
    const Result<QByteArray> mime = m_encoder.toMime({.messageId = row.messageId,
                                                      .date = row.date,
                                                      .fromName = identity.name(language),
                                                      .from = identity.from,
                                                      .replyTo = identity.replyTo,
                                                      .to = *to,
                                                      .subject = text.subject,
                                                      .body = text.body,
                                                      .language = language,
                                                      .attachments = {}});
    if (!mime)
        return passOn(mime);
    return DueMail{row.id, row.attempts, to->wire(), to->domain(), *mime, row.notice};
}

// Inside the caller's transaction where there is one.
Result<> NoticeQueue::hold(NoticeId notice, const HoldReason &reason)
{
    std::optional<Transaction> transaction;
    if (!m_database.inTransaction()) {
        Result<Transaction> begun = Transaction::begin(m_database);
        if (!begun)
            return passOn(begun);
        transaction.emplace(std::move(*begun));
    }
    if (const Result<bool> held = holdNotice(m_database, m_audit, notice, reason); !held)
        return passOn(held);
    return transaction ? transaction->commit() : Result<>();
}

// What is the same for all mails of a notice is asked and concluded once for those of one commit.
Result<> NoticeQueue::record(const std::vector<MailRecord> &records)
{
    std::map<NoticeId, std::vector<MailRecord>> over; ///< those that are not tried again, by notice
    for (const MailRecord &record : records) {
        if (const Result<> written = write(record); !written)
            return written;
        if (record.state != MailRecord::State::TryAgain)
            over[record.group].push_back(record);
    }
    for (const auto &[notice, theirs] : over) {
        if (const Result<> concluded = conclude(notice, theirs); !concluded)
            return concluded;
    }
    return {};
}

// A recipient who was erased meanwhile has no row, and nothing to record. Told by RETURNING, the notice would cost half as
// much again: SQLite makes a table for it each time (measured).
Result<> NoticeQueue::write(const MailRecord &record)
{
    const auto end = [&](const QString &state, bool mayBeTriedAgain) {
        return m_database.run(
            u"UPDATE notice_recipient SET state = ?, attempts = ?, reply = ?, finished_at = ?, "
            "sealed = CASE WHEN ? AND EXISTS (SELECT 1 FROM notice WHERE notice.id = notice_recipient.notice_id "
            "AND notice.state IN ('sending', 'paused')) THEN sealed END WHERE id = ?"_s,
            {state, record.attempts, record.reply, record.at, mayBeTriedAgain, record.id});
    };
    const Result<Rows> written = [&]() -> Result<Rows> {
        switch (record.state) {
        case MailRecord::State::Accepted:
            return end(u"sent"_s, false);
        case MailRecord::State::Failed:
            return end(u"failed"_s, false);
        case MailRecord::State::Refused:
            return end(u"failed"_s, true);
        case MailRecord::State::TryAgain:
            return m_database.run(u"UPDATE notice_recipient SET attempts = ?, reply = ?, due_at = ? "
                                  "WHERE id = ? AND state = 'waiting'"_s,
                                  {record.attempts, record.reply, record.dueAt, record.id});
        }
        Q_UNREACHABLE();
    }();
    if (!written)
        return passOn(written);
    return {};
}

Result<> NoticeQueue::conclude(NoticeId notice, const std::vector<MailRecord> &over)
{
    const Result<bool> sending = isSending(notice);
    if (!sending)
        return passOn(sending);
    if (!*sending)
        return {};
    for (const MailRecord &record : over) {
        const Result<bool> stops = stopsAfter(notice, record);
        if (!stops)
            return passOn(stops);
        if (*stops)
            return hold(notice, {HoldReason::Kind::Refusals, record.reply});
    }
    if (const Result<bool> closed = NoticeStore(m_database).closeIfDone(notice, over.back().at); !closed)
        return passOn(closed);
    return {};
}

Result<bool> NoticeQueue::isSending(NoticeId notice)
{
    Result<Rows> rows = m_database.run(u"SELECT 1 FROM notice WHERE id = ? AND state = 'sending'"_s, {notice});
    if (!rows)
        return passOn(rows);
    return rows->next();
}

// REQUIREMENTS M3: pause after a burst of errors.
Result<bool> NoticeQueue::stopsAfter(NoticeId notice, const MailRecord &record)
{
    const bool refused = record.state == MailRecord::State::Refused;
    m_refusals.take(notice, record.id, refused);
    if (!refused)
        return false;
    bool burst = m_refusals.isBurst(notice);
    if (!burst) {
        const Result<bool> nobody = endsWithoutAnybodyReached(notice);
        if (!nobody)
            return passOn(nobody);
        burst = *nobody;
    }
    if (burst)
        m_refusals.forget(notice);
    return burst;
}

Result<bool> NoticeQueue::endsWithoutAnybodyReached(NoticeId notice)
{
    {
        Result<Rows> others = m_database.run(u"SELECT 1 FROM notice_recipient WHERE notice_id = ? "
                                             "AND state IN ('waiting', 'sent') LIMIT 1"_s,
                                             {notice});
        if (!others)
            return passOn(others);
        if (others->next())
            return false;
    }
    Result<Rows> refused = m_database.run(u"SELECT count(sealed) FROM notice_recipient WHERE notice_id = ? "
                                          "AND state = 'failed'"_s,
                                          {notice});
    if (!refused)
        return passOn(refused);
    return refused->next() && refused->number(0) >= RefusalWatch::atTheEnd;
}

Result<qint64> lastNoticeMailAt(Database &database, qint64 since)
{
    // Notice by notice, so that the recipients of old ones are not looked at.
    return numberFrom(
        database,
        u"SELECT max((SELECT max(r.finished_at) FROM notice_recipient r WHERE r.notice_id = n.id AND r.state = 'sent')) "
        "FROM notice n WHERE n.started_at IS NOT NULL AND (n.finished_at IS NULL OR n.finished_at >= ?)"_s,
        {since});
}

} // namespace shirase
