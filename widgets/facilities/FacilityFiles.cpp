// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityFiles.h"

#include "core/facilities/FacilityCsv.h"
#include "core/facilities/FacilitySearch.h"
#include "core/posters/PosterFile.h"
#include "widgets/posters/PosterSource.h"

#include <QDir>
#include <QSaveFile>
#include <QStandardPaths>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype readAtOnce = 512;

std::unexpected<Error> cancelled()
{
    return fail(ErrorCode::Conflict, FacilityFiles::tr("This was cancelled; no file was written."));
}

/// Calls the function with every facility. @param step by how much a row counts in the report of @p total
Result<> forEach(Office &office, const QList<FacilityId> &facilities, int total, const Job::Report &report,
                 const std::function<void(const Facility &)> &function)
{
    for (qsizetype first = 0; first < facilities.size(); first += readAtOnce) {
        if (!report(int(first), total))
            return cancelled();
        const Result<QList<Facility>> rows = office.search.rows(facilities.mid(first, readAtOnce));
        if (!rows)
            return passOn(rows);
        for (const Facility &facility : *rows)
            function(facility);
    }
    return {};
}

} // namespace

Result<int> FacilityFiles::savePosters(Office &office, const QList<FacilityId> &facilities, PosterSize size,
                                       const QString &path, const Job::Report &report)
{
    // Reading is quick beside painting: it counts as nothing.
    QList<PosterContent> contents;
    const Result<> read = forEach(
        office, facilities, int(facilities.size()), [&](int, int total) { return report(0, total); },
        [&](const Facility &facility) {
            if (facility.state != FacilityState::Retired)
                contents << posterOf(office.settings, facility);
        });
    if (!read)
        return passOn(read);
    if (contents.isEmpty())
        return fail(ErrorCode::Invalid,
                    tr("All of these facilities are retired: they have no poster any more."));
    const Result<PosterFile::Outcome> saved = PosterFile(size).save(contents, path, report);
    if (!saved)
        return passOn(saved);
    if (*saved == PosterFile::Outcome::Cancelled)
        return cancelled();
    return int(contents.size());
}

Result<int> FacilityFiles::saveCsv(Office &office, const Session &by, const QList<FacilityId> &facilities,
                                   const QString &path, const Job::Report &report)
{
    CsvWriter csv = facilityCsv::writer();
    int written = 0;
    const Result<> read =
        forEach(office, facilities, int(facilities.size()), report, [&](const Facility &facility) {
            facilityCsv::append(csv, facility);
            ++written;
        });
    if (!read)
        return passOn(read);
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
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(folder).filePath(name + u'.' + ending);
}

} // namespace shirase
