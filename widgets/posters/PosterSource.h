// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"
#include "core/posters/PosterContent.h"
#include "core/settings/Settings.h"

namespace shirase {

/// A facility's poster as the settings would have it now.
[[nodiscard]] PosterContent posterOf(const Settings &settings, const Facility &facility);

} // namespace shirase
