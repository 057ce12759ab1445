// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/MailLine.h"

namespace shirase {

namespace {

constexpr size_t atOnce = 250; // numbers of mails read in one go, beyond those that are known

} // namespace

std::optional<qint64> MailLine::next(DomainRate &rate, qint64 now)
{
    if (const std::optional<qint64> waited = fromAside(rate, now))
        return waited;
    if (m_line.empty())
        return std::nullopt;
    const qint64 id = m_line.front();
    m_line.pop_front();
    return id;
}

std::optional<qint64> MailLine::fromAside(DomainRate &rate, qint64 now)
{
    for (auto lane = m_aside.begin(); lane != m_aside.end(); ++lane) {
        if (!rate.hasRoom(lane->first, now))
            continue;
        const qint64 id = lane->second.front();
        lane->second.pop_front();
        if (lane->second.empty())
            m_aside.erase(lane);
        return id;
    }
    return std::nullopt;
}

void MailLine::putAside(qint64 id, const QByteArray &domain)
{
    m_aside[domain].push_back(id);
}

Result<> MailLine::refill(qint64 now)
{
    if (!m_line.empty())
        return {};
    // With many aside each look reads past them: once a second is enough where the last one found nothing.
    const bool many = m_known.size() > atOnce;
    if (m_known.size() >= lookAhead || (many && now == m_foundNothingAt))
        return {};
    const Result<std::vector<qint64>> due = m_source->due(now, int(m_known.size() + atOnce));
    if (!due)
        return passOn(due);
    for (const qint64 id : *due) {
        if (m_known.insert(id).second)
            m_line.push_back(id);
    }
    if (m_line.empty())
        m_foundNothingAt = now;
    return {};
}

} // namespace shirase
