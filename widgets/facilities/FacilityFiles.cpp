// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityFiles.h"

#include "core/facilities/FacilityCsv.h"
#include "widgets/common/DocumentsFolder.h"

#include <QDir>
#include <QSaveFile>

namespace shirase {

using namespace Qt::StringLiterals;

Result<int> FacilityFiles::saveCsv(Office &office, const Session &by, const QList<FacilityId> &facilities,
                                   const QString &path, const Job::Report &report)
{
    CsvWriter csv = facilityCsv::writer();
    int written = 0;
    const Result<bool> read = office.search.forEach(
        facilities, [&](int done) { return report(done, int(facilities.size())); },
        [&](const Facility &facility) {
            facilityCsv::append(csv, facility);
            ++written;
        });
    if (!read)
        return passOn(read);
    if (!*read)
        return fail(ErrorCode::Conflict, tr("This was cancelled; no file was written."));
    if (const Result<> noted = office.facilityDesk.noteExport(by, written); !noted)
        return passOn(noted);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv.bytes()) != csv.bytes().size() || !file.commit())
        return fail(ErrorCode::Unavailable,
                    tr("The file %1 cannot be written. Please choose another place.")
                        .arg(QDir::toNativeSeparators(path)),
                    file.errorString());
    return written;
}

QString FacilityFiles::suggestedName(const QString &name, const QString &ending)
{
    return QDir(documentsFolder()).filePath(name + u'.' + ending);
}

} // namespace shirase
