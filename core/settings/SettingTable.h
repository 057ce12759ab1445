// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/Settings.h"

/// What settings there are, and what the default profile, Hokkaido and COVID-19, says in them; Settings asks it.
namespace shirase::settingTable {

/// In the order in which they are shown.
[[nodiscard]] const QList<SettingDefinition> &all();
/// The line with this key; null where there is none, as for the localised form of one.
[[nodiscard]] const SettingDefinition *line(const QString &key);
/// What the default profile says in another language, such as "organisation.name.en"; empty where the Japanese words stand in.
[[nodiscard]] QString standardTranslation(const QString &key);

} // namespace shirase::settingTable
