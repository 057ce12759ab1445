// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterSource.h"

namespace shirase {

using namespace Qt::StringLiterals;

PosterContent posterOf(const Settings &settings, const Facility &facility)
{
    return PosterContent::of(facility, settings.profile(u"ja"_s), settings.profile(u"en"_s),
                             settings.publicUrl());
}

} // namespace shirase
