// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"
#include "widgets/common/Worker.h"

namespace shirase {

/// A facility's poster as the settings would have it now.
[[nodiscard]] PosterContent posterOf(const Settings &settings, const Facility &facility);

/// The posters of facilities, in their order; retired ones have none. For the thread of the office. Fails with
/// Conflict when it is cancelled, and with Invalid if none of them has a poster.
[[nodiscard]] Result<QList<PosterContent>> postersOf(Office &office, const QList<FacilityId> &facilities,
                                                     const Job::Report &report = {});

} // namespace shirase
