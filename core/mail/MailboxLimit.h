// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/ExpiringTable.h"
#include "core/mail/EmailAddress.h"
#include "core/settings/Settings.h"
#include "core/vault/SecretBytes.h"

#include <QVarLengthArray>

namespace shirase {

/// How many mails an hour strangers can have sent to one mailbox (setting limits.mails_per_address_per_hour).
/// Counts are in memory, for one server and until it ends, and hold no address: only a hash under a key that
/// dies with the program. When more is under way than it remembers, newcomers pass. For one thread.
class MailboxLimit
{
public:
    /// The setting is asked each time, so that a change counts at once.
    explicit MailboxLimit(const Settings &settings, qsizetype mostRows = 100'000);

    /// Counts a mail; false if the mailbox has had its number. @param now seconds since the epoch, UTC
    [[nodiscard]] bool take(const EmailAddress &address, qint64 now);
    /// Takes one mail of that time back, as it was not sent after all.
    void giveBack(const EmailAddress &address, qint64 takenAt);

private:
    [[nodiscard]] quint64 mailboxOf(const EmailAddress &address) const;

    const Settings &m_settings;
    SecretBytes m_key;
    ExpiringTable<quint64, QVarLengthArray<qint64, 1>> m_mailboxes; ///< when mails went to each
};

} // namespace shirase
