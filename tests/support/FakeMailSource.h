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
    void add(qint64 id, const QByteArray &recipient)
    {
        m_mails[id] = {.id = id,
                       .attempts = 0,
                       .recipient = recipient,
                       .domain = recipient.mid(recipient.indexOf('@') + 1),
                       .mime = "mime of " + recipient};
    }
    void remove(qint64 id) { m_mails.erase(id); }

    [[nodiscard]] Result<std::vector<DueMail>> due(qint64 now, int atMost, const MailIdentity &) override
    {
        std::vector<DueMail> mails;
        for (const auto &[id, mail] : m_mails) {
            if (m_dueAt[id] <= now && int(mails.size()) < atMost)
                mails.push_back(mail);
        }
        return mails;
    }
    [[nodiscard]] Result<> record(const MailRecord &record) override
    {
        if (failing)
            return fail(ErrorCode::StorageFull, QStringLiteral("The disk is full."));
        records.push_back(record);
        m_dueAt[record.id] = record.dueAt;
        if (record.state == MailRecord::State::TryAgain)
            m_mails[record.id].attempts = record.attempts;
        else
            m_mails.erase(record.id);
        return {};
    }

    std::vector<MailRecord> records;
    bool failing = false; ///< the database refuses records

private:
    std::map<qint64, DueMail> m_mails;
    std::map<qint64, qint64> m_dueAt;
};

} // namespace shirase
