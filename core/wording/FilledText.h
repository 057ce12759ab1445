// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/TextFolding.h"
#include "core/settings/Profile.h"

#include <QStringList>

namespace shirase {

/// A wording of which the settings have filled the placeholders, and where each part of it stands in the
/// wording.
class FilledText
{
public:
    /// Fills "{{disease}}" and the other placeholders(). What else stands in braces stays as it is:
    /// NoticeTextCheck refuses it.
    [[nodiscard]] static FilledText of(const QString &wording, const Profile &profile);
    /// The names that may stand between braces. None of them can carry a facility or a date (REQUIREMENTS
    /// S5).
    [[nodiscard]] static QStringList placeholders();

    [[nodiscard]] const QString &text() const { return m_text; }
    /// Where a part of the text stands in the wording; of a placeholder's value the whole placeholder.
    [[nodiscard]] TextSpan inWording(TextSpan place) const;
    /// The first placeholder whose value a part of the text has something of, "centreName"; else empty.
    [[nodiscard]] QString placeholderAt(TextSpan place) const;

private:
    struct Value
    {
        QString name;
        TextSpan filled;
        TextSpan wording;
    };

    QString m_text;
    std::vector<Value> m_values; ///< from the left
};

} // namespace shirase
