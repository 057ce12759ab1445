// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterLayout.h"
#include "widgets/common/Worker.h"

#include <QCoreApplication>

namespace shirase {

/// Files about many facilities: tasks for a worker, which report how far they are and end with Conflict when
/// they are cancelled. A file appears whole or not at all.
class FacilityFiles
{
    Q_DECLARE_TR_FUNCTIONS(FacilityFiles)

public:
    /// One PDF with a poster for each facility that is not retired; how many those were.
    [[nodiscard]] static Result<int> savePosters(Office &office, const QList<FacilityId> &facilities,
                                                 PosterSize size, const QString &path,
                                                 const Job::Report &report);
    /// CSV as facilityCsv writes it; how many rows those were. Needs facilities.
    [[nodiscard]] static Result<int> saveCsv(Office &office, const Session &by,
                                             const QList<FacilityId> &facilities, const QString &path,
                                             const Job::Report &report);

    /// A file in the person's documents.
    [[nodiscard]] static QString suggestedName(const QString &name, const QString &ending);
};

} // namespace shirase
