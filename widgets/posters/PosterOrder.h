// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/posters/PosterLayout.h"

#include <QList>

namespace shirase {

/// Which posters a clerk wants to have.
struct PosterOrder
{
    QList<FacilityId> facilities; ///< in the order of the posters
    PosterSize size = PosterSize::A4;
    int ofEach = 0; ///< how often each is wanted, on shared sheets; 0 for a whole sheet of each
};

} // namespace shirase
