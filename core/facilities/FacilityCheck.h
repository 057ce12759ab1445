// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/Facility.h"

#include <QList>
#include <QString>

namespace shirase {

/// One field of a form that breaks a rule.
struct FieldProblem
{
    /// What is wrong, for those who word it themselves (the web pages).
    enum class Kind { Missing, TooLong, NotAllowed, HasLink, NotAnAddress, NotAPhone, NotAPostalCode, DaysMissing, DaysReversed, DaysTooLong };
    QString field;   ///< the name of the web form's field: "contact_email"
    Kind kind = Kind::Missing;
    QString message; ///< one translated sentence for the window and the command line

    bool operator==(const FieldProblem &) const = default;
};

/// The details as they are stored: spaces folded, phone and postal code in ASCII digits with hyphens, whatever width
/// they were typed in (REQUIREMENTS O1).
[[nodiscard]] FacilityDetails mended(FacilityDetails details);

/// What breaks a rule in mended details; empty if all is well.
[[nodiscard]] QList<FieldProblem> problems(const FacilityDetails &details);

} // namespace shirase
