// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mail/DomainRate.h"
#include "core/mail/MailSource.h"

#include <deque>
#include <map>
#include <unordered_set>

namespace shirase {

/// The mails of one source that are due, in their order; those of a domain that has to wait stand aside, so
/// that ten thousand of one carrier hold up nobody else.
///
/// Which domain a mail goes to is known only once it is opened, and is kept here, in memory, alone: in the
/// database even a keyed hash of it would show who shares a domain. A bounded number of mails is looked at
/// ahead.
class MailLine
{
public:
    static constexpr size_t lookAhead = 20'000;

    explicit MailLine(MailSource &source)
        : m_source(&source)
    {}

    [[nodiscard]] MailSource &source() const { return *m_source; }

    /// Reads on where the line has come to its end: once in a turn of the Sender.
    [[nodiscard]] Result<> refill(qint64 now);
    /// The next mail to look at: one that stood aside and whose domain has room again, else the first of the
    /// line. It counts as taken until forget() or putAside().
    [[nodiscard]] std::optional<qint64> next(DomainRate &rate, qint64 now);
    /// A mail that was taken waits until its domain has room.
    void putAside(qint64 id, const QByteArray &domain);
    /// A mail that was taken is gone, or will be found again as due.
    void forget(qint64 id) { m_known.erase(id); }

private:
    [[nodiscard]] std::optional<qint64> fromAside(DomainRate &rate, qint64 now);

    MailSource *m_source;
    std::deque<qint64> m_line;
    std::map<QByteArray, std::deque<qint64>> m_aside; ///< by domain
    std::unordered_set<qint64> m_known;               ///< in the line, aside or taken
    qint64 m_foundNothingAt = -1;
};

} // namespace shirase
