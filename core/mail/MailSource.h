// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"
#include "core/mail/EmailAddress.h"
#include "core/mail/Pace.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace shirase {

struct MailIdentity;

/// A mail that is due, composed and ready to leave.
struct DueMail
{
    qint64 id = 0;        ///< the source's own
    int attempts = 0;     ///< before this one
    QByteArray recipient; ///< EmailAddress::wire()
    QByteArray domain;    ///< EmailAddress::domain()
    QByteArray mime;
    qint64 group = 0; ///< the source's own: what the mail belongs to; comes back in its MailRecord
};

/// What is to be remembered of a try.
struct MailRecord
{
    enum class State {
        Accepted,
        TryAgain,
        Failed,
        Refused, ///< failed because the other side said no, at once and for good
    };
    qint64 id = 0;
    State state = State::TryAgain;
    int attempts = 0; ///< including this one
    qint64 dueAt = 0; ///< of the next try; seconds since the epoch, UTC
    qint64 at = 0;    ///< now
    QString reply;    ///< SMTP code and enhanced status, "550 5.1.1"; never the reply's text
    qint64 group = 0; ///< DueMail's
};

/// Where the Sender finds mails: the outbox, or a notice that is being sent.
class MailSource
{
public:
    virtual ~MailSource() = default;

    /// The first mails that are due, in the order in which they are to leave. What has not been recorded yet
    /// is named again: the Sender knows what it has.
    [[nodiscard]] virtual Result<std::vector<qint64>> due(qint64 now, int atMost) = 0;

    /// One of them, right before it leaves. Nothing if it is not due any more (paused, cancelled, erased) or
    /// cannot be composed for now. A mail that can never be composed is recorded as failed here, so that it
    /// does not stop the others.
    [[nodiscard]] virtual Result<std::optional<DueMail>> compose(qint64 id, qint64 now,
                                                                 const MailIdentity &identity) = 0;

    /// Records tries, inside the Sender's transaction. An address leaves its row when its mail was accepted.
    [[nodiscard]] virtual Result<> record(const std::vector<MailRecord> &records) = 0;

    /// How fast mails of this source may leave; the Sender takes from it.
    [[nodiscard]] Pace &pace() { return m_pace; }

protected:
    MailSource() = default;
    explicit MailSource(Pace pace)
        : m_pace(pace)
    {}

private:
    Pace m_pace;
};

} // namespace shirase
