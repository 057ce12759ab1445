// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PosterSource.h"

#include <QCoreApplication>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(PosterSource)
};

} // namespace

PosterContent posterOf(const Settings &settings, const Facility &facility)
{
    return PosterContent::of(facility, settings.profile(u"ja"_s), settings.profile(u"en"_s),
                             settings.publicUrl());
}

Result<QList<PosterContent>> postersOf(Office &office, const QList<FacilityId> &facilities,
                                       const Job::Report &report)
{
    QList<PosterContent> posters;
    const int total = int(facilities.size());
    // Reading is quick beside painting: it counts as nothing.
    const Result<bool> read = office.search.forEach(
        facilities, [&](int) { return !report || report(0, total); },
        [&](const Facility &facility) {
            if (facility.state != FacilityState::Retired)
                posters << posterOf(office.settings, facility);
        });
    if (!read)
        return passOn(read);
    if (!*read)
        return fail(ErrorCode::Conflict, Tr::tr("This was cancelled; no poster was made."));
    if (posters.isEmpty())
        return fail(ErrorCode::Invalid,
                    Tr::tr("All of these facilities are retired: they have no poster any more."));
    return posters;
}

} // namespace shirase
