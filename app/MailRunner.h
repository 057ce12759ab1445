// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Connection.h"
#include "core/database/Lease.h"
#include "core/mail/MailTransport.h"
#include "core/mail/Sender.h"
#include "core/mail/SendingMark.h"
#include "core/notices/NoticeQueue.h"

#include <chrono>
#include <memory>
#include <mutex>

namespace shirase {

/// Delivers mail, in one thread, while it holds the sender's lease in the database: one process at a time
/// delivers. One that cannot, as its relay is out of reach or its settings are not whole, leaves the lease to others, and tries
/// again where nobody wants it. Changed settings take effect within 2 s.
class MailRunner
{
public:
    explicit MailRunner(Connection &connection);
    ~MailRunner();

    /// One turn: takes or renews the lease, then sends what is due. Waits at most that long. Fails if the
    /// database does.
    [[nodiscard]] Result<> turn(std::chrono::milliseconds atMost);
    /// Ends a turn early. Thread-safe.
    void wake();
    /// Brings home what is under way, for at most that long.
    void finish(std::chrono::milliseconds atMost);

    /// Why nothing leaves, for people; empty while all is well, or somebody else delivers.
    [[nodiscard]] QString problem() const;
    /// What has stopped by itself and waits for staff, for people; empty if there is nothing of the kind.
    [[nodiscard]] const QString &held() const { return m_held; }
    [[nodiscard]] bool holdsLease() const { return m_holdsLease; }

private:
    [[nodiscard]] Result<> begin(qint64 now);
    [[nodiscard]] Result<> reloadSettings();
    [[nodiscard]] Result<> build();
    [[nodiscard]] bool canDeliver(qint64 now) const;
    [[nodiscard]] Result<> takeLease(qint64 now);
    [[nodiscard]] Result<> giveLeaseBack();
    [[nodiscard]] Result<Pace> noticePace();
    [[nodiscard]] Result<> everySecond(qint64 now);
    [[nodiscard]] Result<> lookForHeld();
    [[nodiscard]] Result<> guard();
    [[nodiscard]] Result<> holdWhatWasRestored();

    Connection &m_connection;
    Lease m_lease;
    SendingMark m_mark;
    bool m_holdsLease = false;
    std::optional<qint64> m_othersSince; ///< since when others have had it each time it was asked for
    qint64 m_leaseUntil = 0;
    qint64 m_lookedAt = 0;
    bool m_guarded = false; ///< the database was looked at since the lease was taken
    QString m_held;
    QString m_settingsProblem;
    std::mutex m_transportMutex; ///< wake() meets a transport that is being replaced
    std::unique_ptr<MailTransport> m_transport;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<NoticeQueue> m_notices;
    std::unique_ptr<Sender> m_sender;
};

} // namespace shirase
