// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterContent.h"

#include "core/foundation/JapaneseTime.h"

namespace shirase {

using namespace Qt::StringLiterals;

PosterContent PosterContent::of(const Facility &facility, const Profile &japanese, const Profile &english,
                                const QString &publicUrl)
{
    QString base = publicUrl;
    while (base.endsWith(u'/'))
        base.chop(1);
    return {.facilityName = facility.details.name,
            .url = base + u"/f/"_s + facility.code.text(),
            .checkCode = facility.code.checkCode(),
            .issued = japan::dayOf(facility.codeIssuedAt),
            .exercise = facility.details.exercise,
            .japanese = japanese,
            .english = english};
}

} // namespace shirase
