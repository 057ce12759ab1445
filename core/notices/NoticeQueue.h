// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/mail/MailSource.h"
#include "core/mail/Outbox.h"
#include "core/notices/NoticeHold.h"
#include "core/notices/RefusalWatch.h"
#include "core/settings/SettingCheck.h"
#include "core/vault/SealedBox.h"

#include <map>

namespace shirase {

/// The recipients of the notices that are being sent, as a source for the Sender. Nothing is due in the quiet
/// hours.
///
/// When the relay begins to refuse everybody, the notice pauses by itself (HoldReason::Kind::Refusals). The
/// addresses of those who were refused stay in their rows until the notice is over, so that they can be tried
/// again.
class NoticeQueue final : public MailSource
{
public:
    struct Limits
    {
        std::optional<QuietHours> quietHours;
        Pace pace; ///< what the consultation centre can bear
    };
    NoticeQueue(Database &database, Opener queue, AuditLog &audit, const Limits &limits);

    [[nodiscard]] Result<std::vector<qint64>> due(qint64 now, int atMost) override;
    [[nodiscard]] Result<std::optional<DueMail>> compose(qint64 id, qint64 now,
                                                         const MailIdentity &identity) override;
    [[nodiscard]] Result<> record(const std::vector<MailRecord> &records) override;

private:
    struct Row;
    [[nodiscard]] bool isQuiet(qint64 now) const;
    [[nodiscard]] Result<std::optional<Row>> find(qint64 id, qint64 now);
    [[nodiscard]] Result<const QMap<QString, NoticeText> *> textsOf(NoticeId notice);
    [[nodiscard]] Result<DueMail> compose(const Row &row, const QMap<QString, NoticeText> &texts,
                                          const MailIdentity &identity);
    [[nodiscard]] Result<> write(const MailRecord &record);
    [[nodiscard]] Result<> conclude(NoticeId notice, const std::vector<MailRecord> &over);
    [[nodiscard]] Result<bool> isSending(NoticeId notice);
    [[nodiscard]] Result<bool> stopsAfter(NoticeId notice, const MailRecord &record);
    [[nodiscard]] Result<bool> endsWithoutAnybodyReached(NoticeId notice);
    [[nodiscard]] Result<> hold(NoticeId notice, const HoldReason &reason);

    Database &m_database;
    Opener m_queue;
    AuditLog &m_audit;
    std::optional<QuietHours> m_quietHours;
    RefusalWatch m_refusals;
    std::map<NoticeId, QMap<QString, NoticeText>> m_texts;
    MessageEncoder m_encoder;
};

/// When the last mail of a notice was accepted, for the pace after a restart: seconds since the epoch, UTC; 0
/// if none was of late.
/// @param since notices that ended before do not count
[[nodiscard]] Result<qint64> lastNoticeMailAt(Database &database, qint64 since);

/// What a recipient's row seals: to whom, and in which language.
[[nodiscard]] QByteArray recipientToBytes(const QString &address, const QString &language);

/// BLAKE2b-256 of a notice's texts, hex: what was approved is what is sent.
[[nodiscard]] QByteArray hashOf(const QMap<QString, NoticeText> &texts);

} // namespace shirase
