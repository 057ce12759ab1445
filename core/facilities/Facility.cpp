// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/Facility.h"

#include "core/foundation/EnumWords.h"

namespace shirase {

namespace {

constexpr EnumWords<FacilityKind, 3> kinds{{
    {FacilityKind::Store, u"store"},
    {FacilityKind::Event, u"event"},
    {FacilityKind::Facility, u"facility"},
}};

constexpr EnumWords<FacilityState, 3> states{{
    {FacilityState::Active, u"active"},
    {FacilityState::Suspended, u"suspended"},
    {FacilityState::Retired, u"retired"},
}};

constexpr EnumWords<FacilitySource, 3> sources{{
    {FacilitySource::Form, u"form"},
    {FacilitySource::Staff, u"staff"},
    {FacilitySource::Import, u"import"},
}};

} // namespace

QString toText(FacilityKind kind)
{
    return wordOf(kinds, kind);
}

QString toText(FacilityState state)
{
    return wordOf(states, state);
}

QString toText(FacilitySource source)
{
    return wordOf(sources, source);
}

std::optional<FacilityKind> facilityKindOf(QStringView text)
{
    return valueOf(kinds, text);
}

std::optional<FacilityState> facilityStateOf(QStringView text)
{
    return valueOf(states, text);
}

std::optional<FacilitySource> facilitySourceOf(QStringView text)
{
    return valueOf(sources, text);
}

} // namespace shirase
