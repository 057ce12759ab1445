// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/mail/EmailAddress.h"

#include <QByteArray>

#include <vector>

namespace shirase {

struct MailIdentity;

/// A mail that is due, composed and ready to leave.
struct DueMail
{
    qint64 id = 0;          ///< the source's own
    int attempts = 0;       ///< before this one
    QByteArray recipient;   ///< EmailAddress::wire()
    QByteArray domain;      ///< EmailAddress::domain()
    QByteArray mime;
};

/// What is to be remembered of a try.
struct MailRecord
{
    enum class State { Accepted, TryAgain, Failed };
    qint64 id = 0;
    State state = State::TryAgain;
    int attempts = 0;      ///< including this one
    qint64 dueAt = 0;      ///< of the next try; seconds since the epoch, UTC
    qint64 at = 0;         ///< now
    QString reply;         ///< SMTP code and enhanced status, "550 5.1.1"; never the reply's text
};

/// Where the Sender finds mails: the outbox, or a notice that is being sent.
class MailSource
{
public:
    virtual ~MailSource() = default;

    /// The next mails that are due. What was handed out and not recorded yet is handed out again: the Sender drops those.
    /// A mail that cannot be composed or opened is recorded as failed here, so that it never stops the others.
    [[nodiscard]] virtual Result<std::vector<DueMail>> due(qint64 now, int atMost, const MailIdentity &identity) = 0;

    /// Records a try, inside the Sender's transaction. The address leaves its row when the mail was accepted or failed.
    [[nodiscard]] virtual Result<> record(const MailRecord &record) = 0;
};

} // namespace shirase
