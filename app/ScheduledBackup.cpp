// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ScheduledBackup.h"

#include "core/backup/BackupRotation.h"
#include "core/backup/ReplacingFile.h"

#include <QDateTime>
#include <QDir>

#include <cstdlib>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3600;
constexpr qint64 shortest = 60;        // seconds between two of them, whatever happens
constexpr qint64 afterFailure = 600;   // seconds
constexpr qint64 staleAfter = 24 * hour; // nothing is written for so long

/// Decisions on notices are made once; a changed key makes the backups of before open with the old sheet only.
constexpr QLatin1StringView decisions("'notice.approve', 'notice.withhold', 'notice.send', 'key.change'");

} // namespace

Result<> ScheduledBackup::look(Connection &connection, const Progress &progress)
{
    connection.backups.removeLeftovers();
    const QString folder = connection.settings.value(u"backup.folder"_s);
    const qint64 now = connection.clock.now();
    // A pause longer than those that there are comes of a clock that was ahead.
    if (folder.isEmpty() || (now < m_notBefore && m_notBefore - now <= afterFailure))
        return {};
    const Result<bool> due = isDue(connection, folder);
    if (!due)
        return passOn(due);
    if (!*due)
        return {};
    const QString keys = connection.settings.value(u"backup.keys"_s);
    const BackupPlace place{QDir(folder).filePath(backupRotation::nameOf(now)),
                            keys.isEmpty() ? QDir(folder).filePath(u"shirase.keys"_s) : keys};
    const Result<BackupRecord> made = connection.backups.make(place, progress);
    if (!made) {
        m_notBefore = now + afterFailure;
        return passOn(made);
    }
    // What a wrong clock takes for old would be gone.
    const Result<std::optional<ClockGuard::Doubt>> doubt = connection.clockGuard.look();
    if (!doubt)
        return passOn(doubt);
    if (!*doubt)
        thinOut(folder, now, connection.settings.number(u"backup.keep_days"_s));
    return {};
}

Result<bool> ScheduledBackup::isDue(Connection &connection, const QString &folder)
{
    const Result<std::optional<BackupRecord>> last = connection.backups.records().lastIn(folder);
    if (!last)
        return passOn(last);
    if (!*last || !QFile::exists((*last)->file))
        return true;
    const qint64 age = connection.clock.now() - (*last)->at;
    if (std::abs(age) < shortest)
        return false;
    const bool ofTheFuture = age < 0; // the clock was ahead when it was made
    if (ofTheFuture || age >= connection.settings.number(u"backup.hours"_s) * hour)
        return true;
    Result<Rows> rows = connection.database->run(
        u"SELECT 1 FROM audit WHERE id > ? AND action IN (%1) LIMIT 1"_s.arg(decisions), {(*last)->newestAudit});
    if (!rows)
        return passOn(rows);
    return rows->next();
}

void ScheduledBackup::thinOut(const QString &folder, qint64 now, int keepDays)
{
    QDir there(folder);
    QList<qint64> moments;
    for (const QString &name : there.entryList(QDir::Files)) {
        if (const std::optional<qint64> moment = backupRotation::momentOf(name))
            moments.append(*moment);
    }
    for (const qint64 moment : backupRotation::superseded(moments, now, keepDays))
        there.remove(backupRotation::nameOf(moment));
    // What killed programs have left.
    for (const QFileInfo &info : there.entryInfoList({u"shirase*"_s + ReplacingFile::ending}, QDir::Files)) {
        if (info.lastModified().toSecsSinceEpoch() < QDateTime::currentSecsSinceEpoch() - staleAfter)
            there.remove(info.fileName());
    }
}

} // namespace shirase
