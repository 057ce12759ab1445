// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/ExpiringTable.h"
#include "core/mail/MailboxLimit.h"
#include "core/settings/Settings.h"
#include "core/visits/ScanToken.h"

#include <QVarLengthArray>

#include <utility>
#include <vector>

namespace shirase {

/// Keeps one scan from registering a crowd (setting limits.people_per_token), and a mailbox from being
/// flooded with confirmations by somebody who types its address again and again
/// (limits.mails_per_address_per_hour). Counts are in memory, for one server and until it ends. When more is
/// under way than it remembers, newcomers pass. For one thread.
class SignupLimits
{
public:
    /// The settings are asked each time, so that changes count at once. @param mostRows of each of the two
    /// tables
    explicit SignupLimits(const Settings &settings, qsizetype mostRows = 100'000);

    /// The counts of one transaction. They go back unless the transaction is kept, so that pressing again
    /// after a failure costs a visitor nothing. One at a time.
    class Attempt
    {
        Q_DISABLE_COPY_MOVE(Attempt)
    public:
        /// @param now seconds since the epoch, UTC
        Attempt(SignupLimits &limits, qint64 now)
            : m_limits(limits)
            , m_now(now)
        {}
        ~Attempt();

        /// Whether this person may register with this scan. Whoever has done so may again.
        /// @param who the person's index value, as in VisitKey
        [[nodiscard]] bool mayShare(const ScanToken &scan, const QByteArray &who);
        /// Whether a confirmation may go to this address now.
        [[nodiscard]] bool mayMail(const EmailAddress &address);
        /// The transaction is committed.
        void keep();

    private:
        SignupLimits &m_limits;
        qint64 m_now;
        std::vector<std::pair<quint64, quint64>> m_shares; ///< scan and person
        std::vector<EmailAddress> m_mails;
    };

private:
    /// The people of a scan, by the beginning of their index values: most often one. Kept in the row itself, as are the
    /// mails of a mailbox; with lists of byte arrays the two tables would take 45 MB instead of 16, by their sizes.
    using People = QVarLengthArray<quint64, 1>;

    const Settings &m_settings;
    ExpiringTable<quint64, People> m_scans; ///< by their random part
    MailboxLimit m_mailboxes;
};

} // namespace shirase
