// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/BackupRecords.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int kept = 100;

} // namespace

Result<> BackupRecords::add(const BackupRecord &record)
{
    const Result<Rows> added = m_database.run(
        u"INSERT INTO backup_report (at, file, bytes, digest, office_key_id, newest_audit, milliseconds) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {record.at, record.file, record.bytes, record.digest, record.officeKeyId, record.newestAudit,
         record.milliseconds});
    if (!added)
        return passOn(added);
    const Result<Rows> gone =
        m_database.run(u"DELETE FROM backup_report WHERE id <= ?"_s, {added->insertedId() - kept});
    if (!gone)
        return passOn(gone);
    return {};
}

Result<QList<BackupRecord>> BackupRecords::list()
{
    Result<Rows> rows = m_database.run(
        u"SELECT at, file, bytes, digest, office_key_id, newest_audit, milliseconds FROM backup_report ORDER BY id DESC"_s);
    if (!rows)
        return passOn(rows);
    QList<BackupRecord> records;
    while (rows->next()) {
        records.append({rows->number(0), rows->text(1), rows->number(2), rows->bytes(3), rows->number(4), rows->number(5),
                        rows->number(6)});
    }
    return records;
}

Result<std::optional<BackupRecord>> BackupRecords::last()
{
    const Result<QList<BackupRecord>> records = list();
    if (!records)
        return passOn(records);
    return records->isEmpty() ? std::nullopt : std::optional(records->first());
}

Result<std::optional<BackupRecord>> BackupRecords::lastIn(const QString &folder)
{
    const Result<QList<BackupRecord>> records = list();
    if (!records)
        return passOn(records);
    const QString wanted = QDir(folder).absolutePath();
    const auto found = std::ranges::find_if(*records, [&](const BackupRecord &record) {
        return QFileInfo(record.file).absolutePath() == wanted;
    });
    return found == records->end() ? std::nullopt : std::optional(*found);
}

} // namespace shirase
