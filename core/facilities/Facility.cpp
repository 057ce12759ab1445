// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/Facility.h"

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

/// The one of these whose word it is.
template <typename T>
std::optional<T> oneOf(std::initializer_list<T> all, QStringView text)
{
    for (const T one : all) {
        if (toText(one) == text)
            return one;
    }
    return std::nullopt;
}

} // namespace

QString toText(FacilityKind kind)
{
    switch (kind) {
    case FacilityKind::Store:
        return u"store"_s;
    case FacilityKind::Event:
        return u"event"_s;
    case FacilityKind::Facility:
        return u"facility"_s;
    }
    Q_UNREACHABLE();
}

QString toText(FacilityState state)
{
    switch (state) {
    case FacilityState::Active:
        return u"active"_s;
    case FacilityState::Suspended:
        return u"suspended"_s;
    case FacilityState::Retired:
        return u"retired"_s;
    }
    Q_UNREACHABLE();
}

QString toText(FacilitySource source)
{
    switch (source) {
    case FacilitySource::Form:
        return u"form"_s;
    case FacilitySource::Staff:
        return u"staff"_s;
    case FacilitySource::Import:
        return u"import"_s;
    }
    Q_UNREACHABLE();
}

std::optional<FacilityKind> facilityKindOf(QStringView text)
{
    return oneOf({FacilityKind::Store, FacilityKind::Event, FacilityKind::Facility}, text);
}

std::optional<FacilityState> facilityStateOf(QStringView text)
{
    return oneOf({FacilityState::Active, FacilityState::Suspended, FacilityState::Retired}, text);
}

std::optional<FacilitySource> facilitySourceOf(QStringView text)
{
    return oneOf({FacilitySource::Form, FacilitySource::Staff, FacilitySource::Import}, text);
}

} // namespace shirase
