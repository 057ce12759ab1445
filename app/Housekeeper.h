// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ScheduledBackup.h"
#include "core/database/ConnectionBreaker.h"
#include "core/foundation/Clock.h"

#include <QDate>
#include <QThread>

#include <memory>

namespace shirase {

struct RetentionMonths;

/// Keeps the promise to erase: at start and after each Japanese midnight, in a thread of its own, unless the
/// clock may be wrong. It also takes the day's index secret from the server once no token of that day is
/// valid any more, counts that day for the dashboard, makes backups where that is set up, and says when a
/// line of shirase.conf is not understood.
class Housekeeper final : public QThread
{
    Q_OBJECT
public:
    /// @param breaker ends waiting for a database that hangs; outlives this
    Housekeeper(DataFolder folder, const Clock &clock, ConnectionBreaker &breaker, QObject *parent = nullptr);
    /// Stops after the step under way; what is left is erased after the next start.
    ~Housekeeper() override;

    /// Looks now, rather than within a minute: somebody has confirmed the clock or changed the retention.
    void lookNow() { Q_EMIT lookAsked(QPrivateSignal()); }

Q_SIGNALS:
    /// Why nothing could be erased, a doubted clock among the reasons, or backed up; empty when all is well again. Emitted
    /// in the housekeeper's thread.
    void problemChanged(const QString &problem);
    /// Why shirase.conf is not taken over as it is now; empty when all is well again. As the other.
    void settingsProblemChanged(const QString &problem);
    void lookAsked(QPrivateSignal);

protected:
    void run() override;

private:
    [[nodiscard]] Result<> look();
    [[nodiscard]] Result<> eraseIfSure();
    [[nodiscard]] Result<> keepHouse(Connection &connection);
    [[nodiscard]] Result<> erase(Connection &connection, QDate today, const RetentionMonths &months);
    [[nodiscard]] Result<> eraseOwnMails(Connection &connection, QDate today, const RetentionMonths &months);
    [[nodiscard]] Result<> open();
    void say(const QString &problem);
    void saySettings(const QString &problem);

    DataFolder m_folder;
    const Clock &m_clock;
    ConnectionBreaker &m_breaker;
    std::unique_ptr<Connection> m_connection; ///< made, used and destroyed in the thread
    ScheduledBackup m_backup;
    QDate m_mailsErasedOn;
    QString m_said;
    QString m_saidSettings;
};

} // namespace shirase
