// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/NoticeQueue.h"

#include "core/notices/NoticeStore.h"
#include "core/notices/Wordings.h"
#include "core/vault/Digest.h"

#include <QCborMap>
#include <QCborValue>

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
    return QCborMap{{u"to"_s, address}, {u"language"_s, language}}.toCborValue().toCbor();
}

QByteArray hashOf(const QMap<QString, NoticeText> &texts)
{
    QList<QByteArray> parts;
    for (const auto &[language, text] : texts.asKeyValueRange())
        parts << language.toUtf8() << text.subject.toUtf8() << text.body.toUtf8();
    return digest(parts).toHex();
}

NoticeQueue::NoticeQueue(Database &database, Opener queue, std::optional<QuietHours> quietHours)
    : m_database(database)
    , m_queue(std::move(queue))
    , m_quietHours(quietHours)
{
}

Result<std::vector<DueMail>> NoticeQueue::due(qint64 now, int atMost, const MailIdentity &identity)
{
    if (m_quietHours && m_quietHours->endsAfter(now) > now)
        return std::vector<DueMail>();
    const Result<std::vector<Row>> rows = rowsDue(now, atMost);
    if (!rows)
        return passOn(rows);
    std::vector<DueMail> mails;
    for (const Row &row : *rows) {
        const Result<const QMap<QString, NoticeText> *> texts = textsOf(row.notice);
        if (!texts)
            return passOn(texts);
        if (!*texts)
            continue;
        const Result<DueMail> mail = compose(row, **texts, identity);
        if (mail) {
            mails.push_back(*mail);
        } else if (const Result<> failed
                   = record({row.id, MailRecord::State::Failed, row.attempts, 0, now, u"unreadable"_s});
                   !failed) {
            return passOn(failed);
        }
    }
    return mails;
}

Result<std::vector<NoticeQueue::Row>> NoticeQueue::rowsDue(qint64 now, int atMost)
{
    std::vector<Row> found;
    Result<Rows> rows = m_database.run(
        u"SELECT r.id, r.notice_id, r.message_id, r.attempts, max(n.started_at, n.send_at), r.sealed "
        "FROM notice n JOIN notice_recipient r ON r.notice_id = n.id "
        "WHERE n.state = 'sending' AND n.send_at <= ? AND r.state = 'waiting' AND r.due_at <= ? "
        "ORDER BY n.id, r.due_at, r.id LIMIT ?"_s,
        {now, now, atMost});
    if (!rows)
        return passOn(rows);
    while (rows->next()) {
        found.push_back({rows->number(0), rows->number(1), rows->text(2).toLatin1(), int(rows->number(3)),
                         rows->number(4), rows->bytes(5)});
    }
    return found;
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
        const Result<Rows> held = m_database.run(
            u"UPDATE notice SET state = 'paused', reason = 'text changed after approval' "
            "WHERE id = ? AND state = 'sending'"_s, {id});
        if (!held)
            return passOn(held);
        return nullptr;
    }
    return &m_texts.emplace(id, notice->texts).first->second;
}

Result<DueMail> NoticeQueue::compose(const Row &row, const QMap<QString, NoticeText> &texts,
                                     const MailIdentity &identity) const
{
    const Result<QByteArray> opened = m_queue.open(row.sealed);
    if (!opened)
        return passOn(opened);
    const QCborMap map = QCborValue::fromCbor(*opened).toMap();
    const Result<EmailAddress> to = EmailAddress::parse(map[u"to"_s].toString());
    if (!to)
        return passOn(to);
    const auto [language, text] = textFor(map[u"language"_s].toString(), texts);
    const Result<QByteArray> mime = toMime({.messageId = row.messageId,
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
    return DueMail{row.id, row.attempts, to->wire(), to->domain(), *mime};
}

Result<> NoticeQueue::record(const MailRecord &record)
{
    const bool done = record.state != MailRecord::State::TryAgain;
    const Result<Rows> recorded = done
        ? m_database.run(u"UPDATE notice_recipient SET state = ?, attempts = ?, reply = ?, finished_at = ?, "
                         "sealed = NULL WHERE id = ?"_s,
                         {record.state == MailRecord::State::Accepted ? u"sent"_s : u"failed"_s, record.attempts,
                          record.reply, record.at, record.id})
        : m_database.run(u"UPDATE notice_recipient SET attempts = ?, reply = ?, due_at = ? "
                         "WHERE id = ? AND state = 'waiting'"_s,
                         {record.attempts, record.reply, record.dueAt, record.id});
    if (!recorded)
        return passOn(recorded);
    return done ? closeIfDone(record.id, record.at) : Result<>();
}

Result<> NoticeQueue::closeIfDone(qint64 recipient, qint64 now)
{
    const Result<Rows> closed = m_database.run(
        u"UPDATE notice SET state = 'sent', finished_at = ? "
        "WHERE id = (SELECT notice_id FROM notice_recipient WHERE id = ?) AND state = 'sending' "
        "AND NOT EXISTS (SELECT 1 FROM notice_recipient w WHERE w.notice_id = notice.id AND w.state = 'waiting')"_s,
        {now, recipient});
    if (!closed)
        return passOn(closed);
    return {};
}

} // namespace shirase
