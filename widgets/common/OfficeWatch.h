// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/erasure/ErasureReports.h"
#include "core/mail/Outbox.h"
#include "core/notices/NoticeHold.h"
#include "widgets/common/Page.h"

#include <QTimer>

namespace shirase {

/// How the office stands, in numbers that cost next to nothing to read.
struct OfficeFigures
{
    qint64 at = 0; ///< when they were read: seconds since the epoch, UTC
    OutboxState mail;
    qint64 overdueSince = 0; ///< oldestOverdue()
    std::optional<ErasureReport> erasure;
    int waitingForMe = 0;  ///< notices that this account may approve
    int waitingForAll = 0; ///< notices that wait for anybody's approval
    QMap<NoticeId, HoldReason> heldNotices;
    bool hasFacilities = false; ///< or had: retired ones count

    /// Mail that should have left this long ago stands still.
    static constexpr qint64 standstillSeconds = 10 * 60;
    [[nodiscard]] bool mailStandsStill() const { return overdueSince > 0 && at - overdueSince > standstillSeconds; }

    /// @param account whose approvals are counted @param mayApprove whether it has that right
    [[nodiscard]] static Result<OfficeFigures> read(Office &office, const QString &account, bool mayApprove);
};

/// Reads the figures again and again while somebody is logged in, for whatever shows them: the status line, the side
/// bar, the dashboard, the mail page. It says so each time, whether they have changed or not.
class OfficeWatch : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds every{2000};

    /// @param watcher reads; outlives the watch
    explicit OfficeWatch(Worker &watcher, QObject *parent = nullptr);

    void start(const Session &session);
    void stop();
    /// Reads now, and once more where a reading is under way, which may have been too early; nothing while nobody is logged
    /// in.
    void refresh();

Q_SIGNALS:
    void read(const shirase::OfficeFigures &figures);
    /// They cannot be read; they are tried again by themselves.
    void failed(const shirase::Error &error);

private:
    void look();

    Worker &m_watcher;
    QTimer m_timer;
    QPointer<Job> m_reading;
    bool m_again = false; ///< as soon as it has been read
    QString m_account; ///< empty while nobody is logged in
    bool m_mayApprove = false;
    int m_session = 0; ///< counts them
};

} // namespace shirase
