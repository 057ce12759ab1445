// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCode.h"

#include <QDate>
#include <QString>

#include <optional>

namespace shirase {

using FacilityId = qint64;

enum class FacilityKind { Store, Event, Facility };
enum class FacilityState { Active, Suspended, Retired };
/// How a facility came in.
enum class FacilitySource { Form, Staff, Import };

/// What an operator or a clerk enters about a place (REQUIREMENTS O1).
struct FacilityDetails
{
    FacilityKind kind = FacilityKind::Store;
    QString name;         ///< of the shop, event or facility
    QString aliases;      ///< other names by which people know it, one per line
    QString contactName;  ///< for an event: organiser and person
    QString contactEmail; ///< mended form of EmailAddress::display()
    QString phone;        ///< digits and hyphens, ASCII
    QString postalCode;   ///< "060-8588"
    QString address;
    std::optional<QDate> from;  ///< first day of an event, Japanese date
    std::optional<QDate> until; ///< last day of an event, inclusive
    bool exercise = false;      ///< made up for drills; set by staff when it is added, and never changed

    bool operator==(const FacilityDetails &) const = default;
};

struct Facility
{
    FacilityId id = 0;
    FacilityDetails details;
    FacilityState state = FacilityState::Active;
    FacilitySource source = FacilitySource::Staff;
    FacilityCode code;      ///< the newest one
    qint64 codeIssuedAt = 0; ///< seconds since the epoch, UTC
    qint64 createdAt = 0;
    qint64 changedAt = 0;

    bool operator==(const Facility &) const = default;
};

// The words for them in the database, in files and on the command line; nothing for a word that is none.
[[nodiscard]] QString toText(FacilityKind kind);     ///< "store", "event", "facility"
[[nodiscard]] QString toText(FacilityState state);   ///< "active", "suspended", "retired"
[[nodiscard]] QString toText(FacilitySource source); ///< "form", "staff", "import"
[[nodiscard]] std::optional<FacilityKind> facilityKindOf(QStringView text);
[[nodiscard]] std::optional<FacilityState> facilityStateOf(QStringView text);
[[nodiscard]] std::optional<FacilitySource> facilitySourceOf(QStringView text);

} // namespace shirase
