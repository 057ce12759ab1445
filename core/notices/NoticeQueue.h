// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"
#include "core/mail/MailSource.h"
#include "core/mail/Outbox.h"
#include "core/notices/Notice.h"
#include "core/settings/SettingCheck.h"
#include "core/vault/SealedBox.h"

#include <map>

namespace shirase {

/// The recipients of the notices that are being sent, as a source for the Sender. Nothing is due in the quiet hours.
class NoticeQueue final : public MailSource
{
public:
    NoticeQueue(Database &database, Opener queue, std::optional<QuietHours> quietHours);

    [[nodiscard]] Result<std::vector<DueMail>> due(qint64 now, int atMost, const MailIdentity &identity) override;
    [[nodiscard]] Result<> record(const MailRecord &record) override;

private:
    struct Row;
    [[nodiscard]] Result<std::vector<Row>> rowsDue(qint64 now, int atMost);
    [[nodiscard]] Result<const QMap<QString, NoticeText> *> textsOf(NoticeId notice);
    [[nodiscard]] Result<DueMail> compose(const Row &row, const QMap<QString, NoticeText> &texts,
                                          const MailIdentity &identity) const;
    [[nodiscard]] Result<> closeIfDone(qint64 recipient, qint64 now);

    Database &m_database;
    Opener m_queue;
    std::optional<QuietHours> m_quietHours;
    std::map<NoticeId, QMap<QString, NoticeText>> m_texts;
};

/// What a recipient's row seals: to whom, and in which language.
[[nodiscard]] QByteArray recipientToBytes(const QString &address, const QString &language);

/// BLAKE2b-256 of a notice's texts, hex: what was approved is what is sent.
[[nodiscard]] QByteArray hashOf(const QMap<QString, NoticeText> &texts);

} // namespace shirase
