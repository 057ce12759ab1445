// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"

#include <QSet>
#include <QStringList>

namespace shirase {

/// What facilities are called, aliases included: what a notice must not say (REQUIREMENTS S5).
struct FacilityNames
{
    [[nodiscard]] static QStringList of(const FacilityDetails &details);
    /// Of these facilities.
    [[nodiscard]] static Result<QStringList> of(const FacilityStore &facilities, const QSet<FacilityId> &ids);
    /// Of every facility, read in pages; a second for 100,000 of them.
    [[nodiscard]] static Result<QStringList> ofAll(const FacilityStore &facilities);
};

} // namespace shirase
