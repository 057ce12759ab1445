// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/foundation/Clock.h"
#include "core/mail/MailSource.h"
#include "core/mail/Message.h"
#include "core/settings/Settings.h"
#include "core/vault/SealedBox.h"

#include <QJsonObject>
#include <QMap>

#include <functional>
#include <map>
#include <optional>

namespace shirase {

/// A single mail before it is written: what it is about and to whom. It is composed when it leaves.
struct Letter
{
    QString kind;        ///< which composer writes it: "confirmation", "poster"
    QString recipient;   ///< EmailAddress::display()
    QString language;    ///< BCP 47
    QJsonObject content; ///< what the composer needs, such as a facility's id
    /// 16 bytes, one letter's own, by which it can be withdrawn (withdrawLetter); in the left side of its Message-ID, which
    /// is random where there is none. It is not in the letter that a composer gets.
    QByteArray reference = {};
    /// Of what the reference stands for, with which the Message-ID begins then: seconds since the epoch, UTC.
    qint64 referenceTime = 0;

    bool operator==(const Letter &) const = default;
};

/// Who a mail comes from, as the settings say.
struct MailIdentity
{
    QMap<QString, QString> names; ///< the system's name by language
    EmailAddress from;
    EmailAddress envelopeFrom;
    std::optional<EmailAddress> replyTo;

    /// The settings' identity. Fails with Invalid if an address of theirs cannot be used.
    [[nodiscard]] static Result<MailIdentity> of(const Settings &settings);
    /// The name in a language; Japanese where there is none.
    [[nodiscard]] QString name(const QString &language) const { return names.value(language, names.value(QStringLiteral("ja"))); }
};

/// Puts single mails into the queue, inside the caller's transaction. Rows are sealed whole to the queue key, and each
/// gets the Message-ID that it keeps through every try (REQUIREMENTS M2). One object per connection. It makes one key
/// agreement for all that it writes: whoever finds that in the program's memory finds the key of the queue there too.
class OutboxWriter
{
public:
    /// @param messageIdDomain the right side of Message-IDs, a domain of ours
    OutboxWriter(Database &database, QByteArray queuePublicKey, const Clock &clock, QByteArray messageIdDomain);

    [[nodiscard]] Result<> put(const Letter &letter) { return putAll({letter}); }
    /// Many in few statements.
    [[nodiscard]] Result<> putAll(const QList<Letter> &letters);

    /// The queue key, for others that seal to the queue.
    [[nodiscard]] const QByteArray &queuePublicKey() const { return m_queuePublicKey; }
    /// New Message-IDs, without brackets, in ascending order: rows that are written in it lie together in their index.
    [[nodiscard]] QList<QByteArray> newMessageIds(qsizetype number) const;
    /// A new one before there is a queue. @param domain its right side, one of ours
    [[nodiscard]] static QByteArray newMessageId(const QByteArray &domain);

private:
    [[nodiscard]] QByteArray sealed(const Letter &letter);
    [[nodiscard]] QByteArray nextBatch(qint64 now);
    [[nodiscard]] QByteArray messageIdOf(const Letter &letter, qint64 now, const QByteArray &batch) const;

    Database &m_database;
    QByteArray m_queuePublicKey;
    std::optional<Sealer> m_sealer; ///< since the first letter
    const Clock &m_clock;
    QByteArray m_messageIdDomain;
    qint64 m_second = 0; ///< in which the last batch was written
    qint64 m_batch = 0;  ///< its number in that second
};

/// The queue of single mails, as a source for the Sender.
class Outbox final : public MailSource
{
public:
    /// Writes subject, body and attachments of a letter; the rest of the message is filled in already.
    using Composer = std::function<Result<>(const Letter &, Message &)>;

    Outbox(Database &database, Opener queue, std::map<QString, Composer> composers);

    [[nodiscard]] Result<std::vector<qint64>> due(qint64 now, int atMost) override;
    [[nodiscard]] Result<std::optional<DueMail>> compose(qint64 id, qint64 now, const MailIdentity &identity) override;
    [[nodiscard]] Result<> record(const std::vector<MailRecord> &records) override;

private:
    struct Row;
    [[nodiscard]] Result<std::optional<Row>> find(qint64 id, qint64 now);
    [[nodiscard]] Result<DueMail> compose(const Row &row, const MailIdentity &identity);
    [[nodiscard]] Result<> write(const MailRecord &record);

    Database &m_database;
    Opener m_queue;
    std::map<QString, Composer> m_composers;
    MessageEncoder m_encoder;
};

/// How the queue stands, for the status bar and the metrics.
struct OutboxState
{
    int waiting = 0;
    int failed = 0;
    int held = 0; ///< since the database was restored from a backup (RestoreGuard)
    qint64 oldestWaiting = 0; ///< when it was made: seconds since the epoch, UTC; 0 if none waits
};
[[nodiscard]] Result<OutboxState> outboxState(Database &database);
/// How many letters are held: of that state alone, for those who ask every second.
[[nodiscard]] Result<int> lettersHeld(Database &database);
/// How many letters wait, by Letter::kind.
[[nodiscard]] Result<QMap<QString, int>> lettersWaiting(Database &database);
/// Since when the letter waits that should have left longest ago: seconds since the epoch, UTC; 0 where each that may
/// leave by now has left. One that is to be tried again later is not meant.
[[nodiscard]] Result<qint64> oldestOverdue(Database &database, qint64 now);

/// Erases the letter with that reference (Letter), whether it waits or is held, inside the caller's transaction if there is
/// one; false if it has left, has failed or there never was one. What leaves at this moment cannot be held back. By no
/// clock: who wrote it may have had another one.
/// @param time Letter::referenceTime
[[nodiscard]] Result<bool> withdrawLetter(Database &database, const QByteArray &reference, qint64 time);

/// Holds the letters that wait and were written until then: they may have been sent already. Inside the caller's
/// transaction; returns how many.
/// @param until seconds since the epoch, UTC
[[nodiscard]] Result<int> holdLetters(Database &database, qint64 until);
/// Sends the letters that are held after all; returns how many.
[[nodiscard]] Result<int> releaseLetters(Database &database, qint64 now);
/// Gives up the letters that are held; returns how many.
[[nodiscard]] Result<int> discardLetters(Database &database);

} // namespace shirase
