// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/TextFolding.h"

#include <QString>

namespace shirase {

/// A place where a notice's text breaks REQUIREMENTS S5.
struct TextFault
{
    enum class Rule { Control, Invisible, MailAddress, Link, Phone, Date, OwnName, OtherName, Placeholder };
    enum class Severity { Refused, Warning };
    enum class Part { Subject, Body };

    Part part = Part::Body;
    TextSpan place; ///< in the text as it was given
    Rule rule = Rule::Control;
    QString message; ///< what it looks like and what to do, translated

    /// Warnings are for a person to judge; the others must not leave.
    [[nodiscard]] Severity severity() const
    {
        return rule == Rule::Invisible || rule == Rule::OtherName ? Severity::Warning : Severity::Refused;
    }
    bool operator==(const TextFault &) const = default;
};

/// "control", "invisible", "mail-address", "link", "phone", "date", "own-name", "other-name",
/// "placeholder"
[[nodiscard]] QString toText(TextFault::Rule rule);
[[nodiscard]] QString toText(TextFault::Severity severity); ///< "refused", "warning"

} // namespace shirase
