// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"

#include <Qt>

namespace shirase {

/// By what a list of facilities is sorted. Those that are alike stand in the order of their names, then of
/// their registration.
enum class FacilityOrder { Name, Kind, Address, State, Registered };

/// Which facilities a list shows, and in which order. What is not set does not narrow.
struct FacilityQuery
{
    /// Words, each of which is part of a name, an alias, the postal address, the contact or a code; any
    /// width, hiragana and katakana alike, with or without hyphens.
    QString search = {};
    std::optional<FacilityKind> kind = {};
    std::optional<FacilityState> state = {};
    /// The beginning of the postal address ("札幌市", with or without the prefecture) or of the postal code
    /// ("060").
    QString area = {};
    std::optional<QDate> registeredFrom = {};  ///< Japanese date
    std::optional<QDate> registeredUntil = {}; ///< Japanese date, inclusive
    FacilityOrder order = FacilityOrder::Name;
    Qt::SortOrder direction = Qt::AscendingOrder;

    /// Whether some facilities may be left out.
    [[nodiscard]] bool narrows() const
    {
        return !search.isEmpty() || kind || state || !area.isEmpty() || registeredFrom || registeredUntil;
    }
    bool operator==(const FacilityQuery &) const = default;
};

} // namespace shirase
