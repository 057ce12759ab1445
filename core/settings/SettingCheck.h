// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

namespace shirase {

/// The value of a setting as it is stored. Fails with Invalid and a sentence that names the setting and says which values
/// are understood.
[[nodiscard]] Result<QString> checkedSetting(const SettingDefinition &definition, const QString &typed);
/// The same with the sentence alone, to be shown at the setting's field.
[[nodiscard]] Result<QString> checkedValue(const SettingDefinition &definition, const QString &typed);

/// WCAG 2.2 contrast ratio against white, from 1 to 21. Text takes readableContrast (success criterion 1.4.3).
[[nodiscard]] double contrastOnWhite(const QColor &colour);
inline constexpr double readableContrast = 4.5;

/// "127.0.0.1:8080" or "[::1]:8080" taken apart.
struct HostPort
{
    QString host;
    quint16 port = 0;
};
[[nodiscard]] std::optional<HostPort> hostPortOf(const QString &text);

/// The hours (Japanese time) in which no notice leaves: from inclusive, until exclusive, possibly over midnight.
struct QuietHours
{
    int from = 0;
    int until = 0;

    /// The first moment from @p at on that is not quiet: seconds since the epoch, UTC.
    [[nodiscard]] qint64 endsAfter(qint64 at) const;
    bool operator==(const QuietHours &) const = default;
};
/// "21-8" taken apart; nothing for "none" or what is not understood.
[[nodiscard]] std::optional<QuietHours> quietHoursOf(const QString &text);

} // namespace shirase
