// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/MailSource.h"

#include <map>
#include <vector>

namespace shirase {

/// Mails in memory. It keeps every record that it was given, in order.
class FakeMailSource final : public MailSource
{
public:
    explicit FakeMailSource(Pace pace = {})
        : MailSource(pace)
    {}

    void add(qint64 id, const QByteArray &recipient)
    {
        m_mails[id] = {.id = id,
                       .attempts = 0,
                       .recipient = recipient,
                       .domain = recipient.mid(recipient.indexOf('@') + 1),
                       .mime = "mime of " + recipient};
    }
    void remove(qint64 id) { m_mails.erase(id); }

    [[nodiscard]] Result<std::vector<qint64>> due(qint64 now, int atMost) override
    {
        std::vector<qint64> ids;
        for (const auto &[id, mail] : m_mails) {
            if (m_dueAt[id] <= now && int(ids.size()) < atMost)
                ids.push_back(id);
        }
        return ids;
    }
    [[nodiscard]] Result<std::optional<DueMail>> compose(qint64 id, qint64 now, const MailIdentity &) override
    {
        const auto mail = m_mails.find(id);
        if (mail == m_mails.end() || m_dueAt[id] > now)
            return std::nullopt;
        return mail->second;
    }
    [[nodiscard]] Result<> record(const std::vector<MailRecord> &tries) override
    {
        if (failing)
            return fail(ErrorCode::StorageFull, QStringLiteral("The disk is full."));
        for (const MailRecord &record : tries) {
            records.push_back(record);
            m_dueAt[record.id] = record.dueAt;
            if (record.state == MailRecord::State::TryAgain)
                m_mails[record.id].attempts = record.attempts;
            else
                m_mails.erase(record.id);
        }
        return {};
    }

    std::vector<MailRecord> records;
    bool failing = false; ///< the database refuses records

private:
    std::map<qint64, DueMail> m_mails;
    std::map<qint64, qint64> m_dueAt;
};

} // namespace shirase
