// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/Database.h"

#include <QDate>
#include <QList>

#include <optional>

namespace shirase {

/// What one run of the erasure did, or has done so far. Counts only.
struct ErasureReport
{
    qint64 id = 0;
    qint64 at = 0;                           ///< when it began: seconds since the epoch, UTC
    std::optional<qint64> finishedAt = {};   ///< nothing while it is at work, and where it was interrupted
    QDate untilDay = {};                     ///< everything up to and with this Japanese day goes
    int visits = 0;
    int dayKeys = 0;
    int recipients = 0;                      ///< of notices, sent ones and those that were not reached
    int letters = 0;                         ///< of the outbox, those that failed among them
    int mails = 0;                           ///< files of the mail folder
    int contacts = 0;                        ///< of retired facilities
    qint64 milliseconds = 0;                 ///< at work

    [[nodiscard]] bool isFinished() const { return finishedAt.has_value(); }
    [[nodiscard]] int rows() const { return visits + dayKeys + recipients + letters + mails + contacts; }
    bool operator==(const ErasureReport &) const = default;
};

/// The reports of the erasures: they stay. One object per connection.
class ErasureReports
{
public:
    explicit ErasureReports(Database &database)
        : m_database(database)
    {}

    /// The newest report, finished or not, if there is one.
    [[nodiscard]] Result<std::optional<ErasureReport>> last();
    /// The newest run that came to its end, if there is one.
    [[nodiscard]] Result<std::optional<ErasureReport>> lastFinished();
    /// At most that many, the newest first.
    [[nodiscard]] Result<QList<ErasureReport>> newest(int atMost);

    /// Writes a new report; the id is given by the database.
    [[nodiscard]] Result<ErasureReport> insert(ErasureReport report);
    /// Writes what has changed, inside the caller's transaction if there is one.
    [[nodiscard]] Result<> update(const ErasureReport &report);

private:
    [[nodiscard]] Result<QList<ErasureReport>> select(const QString &condition, int atMost);

    Database &m_database;
};

} // namespace shirase
