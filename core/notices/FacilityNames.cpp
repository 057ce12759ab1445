// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/notices/FacilityNames.h"

namespace shirase {

namespace {

constexpr int pageSize = 500;

} // namespace

QStringList FacilityNames::of(const FacilityDetails &details)
{
    return QStringList{details.name} + details.aliases.split(u'\n', Qt::SkipEmptyParts);
}

Result<QStringList> FacilityNames::of(const FacilityStore &facilities, const QSet<FacilityId> &ids)
{
    QStringList names;
    for (const FacilityId id : ids) {
        const Result<Facility> facility = facilities.find(id);
        if (!facility)
            return passOn(facility);
        names += of(facility->details);
    }
    return names;
}

Result<QStringList> FacilityNames::ofAll(const FacilityStore &facilities)
{
    QStringList names;
    FacilityId after = 0;
    while (true) {
        const Result<QList<Facility>> page = facilities.list(after, pageSize);
        if (!page)
            return passOn(page);
        for (const Facility &facility : *page)
            names += of(facility.details);
        if (page->size() < pageSize)
            return names;
        after = page->last().id;
    }
}

} // namespace shirase
