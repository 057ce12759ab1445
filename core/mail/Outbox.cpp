// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/Outbox.h"

#include "core/database/Answers.h"
#include "core/database/InsertMany.h"
#include "core/foundation/CborMap.h"

#include <QCborMap>
#include <QCborValue>

#include <sodium.h>

#include <algorithm>
#include <ranges>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype insertedAtOnce = 50;
constexpr qsizetype referenceSize = 16;
constexpr qsizetype timeDigits = 8;  // hexadecimal: until the year 2106
constexpr qsizetype batchDigits = 6; // hexadecimal: more than anybody writes in a second

QByteArray digits(qint64 number, qsizetype atLeast)
{
    return QByteArray::number(number, 16).rightJustified(atLeast, '0');
}

QByteArray toBytes(const Letter &letter)
{
    if (letter.content.isEmpty())
        return cborOf({{"kind"_L1, letter.kind}, {"to"_L1, letter.recipient}, {"language"_L1, letter.language}});
    return QCborMap{{u"kind"_s, letter.kind},
                    {u"to"_s, letter.recipient},
                    {u"language"_s, letter.language},
                    {u"content"_s, QCborMap::fromJsonObject(letter.content)}}
        .toCborValue()
        .toCbor();
}

Letter letterOf(const QByteArray &bytes)
{
    const QCborMap map = cborMapOf(bytes);
    return {map[u"kind"_s].toString(), map[u"to"_s].toString(), map[u"language"_s].toString(),
            map[u"content"_s].toMap().toJsonObject()};
}

/// The next number of as many hexadecimal digits; behind all of them after the last one.
QString after(QString digits)
{
    static const QString all = u"0123456789abcdef"_s;
    for (QChar &digit : std::ranges::reverse_view(digits)) {
        if (digit != all.back()) {
            digit = all[all.indexOf(digit) + 1];
            return digits;
        }
        digit = all.front();
    }
    return u"g"_s;
}

QByteArray randomReference()
{
    QByteArray reference(referenceSize, Qt::Uninitialized);
    randombytes_buf(reference.data(), size_t(reference.size()));
    return reference;
}

// Such a failure is not the letter's.
bool mayPass(ErrorCode code)
{
    return code == ErrorCode::Busy || code == ErrorCode::StorageFull || code == ErrorCode::Unavailable;
}

} // namespace

Result<MailIdentity> MailIdentity::of(const Settings &settings)
{
    const QString own = settings.value(u"mail.from"_s);
    const auto addressOr = [&](const QString &key) {
        const QString set = settings.value(key);
        return EmailAddress::parse(set.isEmpty() ? own : set);
    };
    const Result<EmailAddress> from = EmailAddress::parse(own);
    const Result<EmailAddress> envelope = addressOr(u"mail.envelope_from"_s);
    const Result<EmailAddress> replyTo = addressOr(u"mail.reply_to"_s);
    for (const Result<EmailAddress> *address : {&from, &envelope, &replyTo}) {
        if (!*address)
            return passOn(*address);
    }
    MailIdentity identity{.names = {}, .from = *from, .envelopeFrom = *envelope, .replyTo = {}};
    if (!settings.value(u"mail.reply_to"_s).isEmpty())
        identity.replyTo = *replyTo;
    for (const QString &language : settings.list(u"web.languages"_s))
        identity.names.insert(language, settings.profile(language).systemName);
    return identity;
}

OutboxWriter::OutboxWriter(Database &database, QByteArray queuePublicKey, const Clock &clock, QByteArray messageIdDomain)
    : m_database(database)
    , m_queuePublicKey(std::move(queuePublicKey))
    , m_clock(clock)
    , m_messageIdDomain(std::move(messageIdDomain))
{
}

QByteArray OutboxWriter::newMessageId(const QByteArray &domain)
{
    return randomReference().toHex() + '@' + domain;
}

QList<QByteArray> OutboxWriter::newMessageIds(qsizetype number) const
{
    QList<QByteArray> ids;
    ids.reserve(number);
    for (qsizetype i = 0; i < number; ++i)
        ids.append(newMessageId(m_messageIdDomain));
    std::ranges::sort(ids);
    return ids;
}

QByteArray OutboxWriter::nextBatch(qint64 now)
{
    m_batch = now == m_second ? m_batch + 1 : 0;
    m_second = now;
    return digits(m_batch, batchDigits);
}

// Message-IDs begin with the time and the batch, so that those of a batch lie together in the index of them, behind those
// before. With the reference alone, each registration wrote a page of its own: half of its bytes, and a fifth of its time
// (measured).
QByteArray OutboxWriter::messageIdOf(const Letter &letter, qint64 now, const QByteArray &batch) const
{
    const bool isReferred = !letter.reference.isEmpty();
    return digits(isReferred ? letter.referenceTime : now, timeDigits) + batch +
           (isReferred ? letter.reference : randomReference()).toHex() + '@' + m_messageIdDomain;
}

QByteArray OutboxWriter::sealed(const Letter &letter)
{
    if (!m_sealer)
        m_sealer.emplace(m_queuePublicKey);
    return m_sealer->seal(toBytes(letter));
}

Result<> OutboxWriter::putAll(const QList<Letter> &letters)
{
    const qint64 now = m_clock.now();
    for (qsizetype first = 0; first < letters.size(); first += insertedAtOnce) {
        const QList<Letter> some = letters.mid(first, insertedAtOnce);
        const QByteArray batch = nextBatch(now);
        QVariantList values;
        for (const Letter &letter : some)
            values << QString::fromLatin1(messageIdOf(letter, now, batch)) << letter.kind << now << now << sealed(letter);
        const Result<Rows> inserted = m_database.run(
            insertMany(m_database.dialect(),
                       u"outbox (message_id, kind, created_at, due_at, attempts, state, reply, sealed)"_s,
                       u"(?, ?, ?, ?, 0, 'waiting', '', ?)"_s, some.size()),
            values);
        if (!inserted)
            return passOn(inserted);
    }
    return {};
}

Outbox::Outbox(Database &database, Opener queue, std::map<QString, Composer> composers)
    : m_database(database)
    , m_queue(std::move(queue))
    , m_composers(std::move(composers))
{
}

struct Outbox::Row
{
    qint64 id;
    QByteArray messageId;
    qint64 createdAt;
    int attempts;
    QByteArray sealed;
};

Result<std::vector<qint64>> Outbox::due(qint64 now, int atMost)
{
    Result<Rows> rows = m_database.run(
        u"SELECT id FROM outbox WHERE state = 'waiting' AND due_at <= ? ORDER BY due_at, id LIMIT ?"_s, {now, atMost});
    if (!rows)
        return passOn(rows);
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->number(0));
    return ids;
}

Result<std::optional<Outbox::Row>> Outbox::find(qint64 id, qint64 now)
{
    Result<Rows> rows = m_database.run(u"SELECT message_id, created_at, attempts, sealed FROM outbox "
                                       "WHERE id = ? AND state = 'waiting' AND due_at <= ?"_s,
                                       {id, now});
    if (!rows)
        return passOn(rows);
    if (!rows->next())
        return std::nullopt;
    return Row{id, rows->text(0).toLatin1(), rows->number(1), int(rows->number(2)), rows->bytes(3)};
}

Result<std::optional<DueMail>> Outbox::compose(qint64 id, qint64 now, const MailIdentity &identity)
{
    const Result<std::optional<Row>> row = find(id, now);
    if (!row)
        return passOn(row);
    if (!*row)
        return std::nullopt;
    Result<DueMail> mail = compose(**row, identity);
    if (mail)
        return std::move(*mail);
    if (mayPass(mail.error().code))
        return std::nullopt; // it stays due
    if (const Result<> failed = record({{id, MailRecord::State::Failed, (*row)->attempts, 0, now, u"unreadable"_s}});
        !failed)
        return passOn(failed);
    return std::nullopt;
}

Result<DueMail> Outbox::compose(const Row &row, const MailIdentity &identity)
{
    const Result<QByteArray> opened = m_queue.open(row.sealed);
    if (!opened)
        return passOn(opened);
    const Letter letter = letterOf(*opened);
    const Result<EmailAddress> to = EmailAddress::parse(letter.recipient);
    if (!to)
        return passOn(to);
    const auto composer = m_composers.find(letter.kind);
    if (composer == m_composers.end())
        return fail(ErrorCode::Corrupt, u"Nobody composes letters of this kind."_s, letter.kind);
    Message message{.messageId = row.messageId,
                    .date = row.createdAt,
                    .fromName = identity.name(letter.language),
                    .from = identity.from,
                    .replyTo = identity.replyTo,
                    .to = *to,
                    .subject = {},
                    .body = {},
                    .language = letter.language,
                    .attachments = {}};
    if (const Result<> composed = composer->second(letter, message); !composed)
        return passOn(composed);
    // A letter without content of its own says the same to everybody.
    const Result<QByteArray> mime = letter.content.isEmpty() ? m_encoder.toMime(message) : toMime(message);
    if (!mime)
        return passOn(mime);
    return DueMail{row.id, row.attempts, to->wire(), to->domain(), *mime};
}

Result<> Outbox::record(const std::vector<MailRecord> &records)
{
    for (const MailRecord &record : records) {
        if (const Result<> written = write(record); !written)
            return written;
    }
    return {};
}

Result<> Outbox::write(const MailRecord &record)
{
    const Result<Rows> done = [&]() -> Result<Rows> {
        switch (record.state) {
        case MailRecord::State::Accepted:
            return m_database.run(u"DELETE FROM outbox WHERE id = ?"_s, {record.id});
        case MailRecord::State::TryAgain:
            return m_database.run(u"UPDATE outbox SET attempts = ?, due_at = ?, reply = ? WHERE id = ?"_s,
                                  {record.attempts, record.dueAt, record.reply, record.id});
        case MailRecord::State::Failed:
        case MailRecord::State::Refused:
            return m_database.run(
                u"UPDATE outbox SET state = 'failed', attempts = ?, reply = ?, sealed = NULL WHERE id = ?"_s,
                {record.attempts, record.reply, record.id});
        }
        Q_UNREACHABLE();
    }();
    if (!done)
        return passOn(done);
    return {};
}

Result<OutboxState> outboxState(Database &database)
{
    // Each from the index on the state alone: behind a relay that is down there may be a million.
    OutboxState state;
    qint64 first = 0;
    {
        Result<Rows> waiting = database.run(u"SELECT count(*), min(id) FROM outbox WHERE state = 'waiting'"_s);
        if (!waiting)
            return passOn(waiting);
        if (waiting->next()) {
            state.waiting = int(waiting->number(0));
            first = waiting->number(1);
        }
    }
    {
        Result<Rows> oldest = database.run(u"SELECT created_at FROM outbox WHERE id = ?"_s, {first});
        if (!oldest)
            return passOn(oldest);
        state.oldestWaiting = oldest->next() ? oldest->number(0) : 0;
    }
    Result<Rows> failed = database.run(u"SELECT count(*), count(sealed) FROM outbox WHERE state = 'failed'"_s);
    if (!failed)
        return passOn(failed);
    if (failed->next()) {
        state.held = int(failed->number(1));
        state.failed = int(failed->number(0)) - state.held;
    }
    return state;
}

Result<int> lettersHeld(Database &database)
{
    return countFrom(database, u"SELECT count(sealed) FROM outbox WHERE state = 'failed'"_s);
}

Result<QMap<QString, int>> lettersWaiting(Database &database)
{
    Result<Rows> rows = database.run(u"SELECT kind, count(*) FROM outbox WHERE state = 'waiting' GROUP BY kind"_s);
    if (!rows)
        return passOn(rows);
    QMap<QString, int> waiting;
    while (rows->next())
        waiting.insert(rows->text(0), int(rows->number(1)));
    return waiting;
}

Result<qint64> oldestOverdue(Database &database, qint64 now)
{
    return numberFrom(database, u"SELECT min(due_at) FROM outbox WHERE state = 'waiting' AND due_at <= ?"_s, {now});
}

// By the index of the Message-IDs, whatever was on their right sides then. Hexadecimal digits come in this order in every
// collation that a database may have.
Result<bool> withdrawLetter(Database &database, const QByteArray &reference, qint64 time)
{
    const QString own = QString::fromLatin1(reference.toHex());
    const Result<int> gone = changedBy(database,
                                       u"DELETE FROM outbox WHERE message_id >= ? AND message_id < ? "
                                       "AND substr(message_id, ?, ?) = ? AND sealed IS NOT NULL"_s,
                                       {QString::fromLatin1(digits(time, timeDigits)),
                                        QString::fromLatin1(digits(time + 1, timeDigits)), timeDigits + batchDigits + 1,
                                        own.size(), own});
    if (!gone)
        return passOn(gone);
    // Written before Message-IDs began with the time.
    const Result<int> older = changedBy(
        database, u"DELETE FROM outbox WHERE message_id >= ? AND message_id < ? AND sealed IS NOT NULL"_s, {own, after(own)});
    if (!older)
        return passOn(older);
    return *gone + *older > 0;
}

// A letter that has failed has lost its address: one that still has it is held.
Result<int> holdLetters(Database &database, qint64 until)
{
    return changedBy(database,
                     u"UPDATE outbox SET state = 'failed', reply = 'restored' WHERE state = 'waiting' AND created_at <= ?"_s,
                     {until});
}

Result<int> releaseLetters(Database &database, qint64 now)
{
    return changedBy(database,
                     u"UPDATE outbox SET state = 'waiting', reply = '', due_at = ? "
                     "WHERE state = 'failed' AND sealed IS NOT NULL"_s,
                     {now});
}

Result<int> discardLetters(Database &database)
{
    return changedBy(database, u"DELETE FROM outbox WHERE state = 'failed' AND sealed IS NOT NULL"_s, {});
}

} // namespace shirase
