// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/audit/AuditExport.h"

#include "core/foundation/CsvWriter.h"
#include "widgets/audit/AuditTexts.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 1000;

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(AuditExport)
};

Result<> write(const QByteArray &bytes, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fail(ErrorCode::Unavailable,
                    Tr::tr("The file %1 cannot be written. Please choose another place.")
                        .arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    return {};
}

} // namespace

Result<int> AuditExport::save(const Session &by, const AuditLog::Filter &filter, const QString &path,
                              const AuditLog::Progress &progress)
{
    Result<int> total = m_log.count(by, filter);
    if (!total)
        return total;
    CsvWriter csv(AuditTexts::csvColumns());
    int written = 0;
    std::optional<qint64> before;
    while (true) {
        const Result<QList<AuditLog::Entry>> page = m_log.page(by, filter, before, pageSize);
        if (!page)
            return passOn(page);
        for (const AuditLog::Entry &entry : *page)
            csv.addRow(AuditTexts::csvRow(entry));
        written += int(page->size());
        if (progress && !progress(std::min(written, *total), *total))
            return fail(ErrorCode::Conflict, Tr::tr("Saving was cancelled; no file was written."));
        if (page->size() < pageSize)
            break;
        before = page->last().id;
    }
    if (const Result<> done = write(csv.bytes(), path); !done)
        return passOn(done);
    return written;
}

} // namespace shirase
