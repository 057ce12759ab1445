// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

namespace shirase {

/// The window's icons: drawings on a 24-unit grid in the colour of the palette's text, so that they follow a dark theme.
namespace icons {

/// One of resources/icons by its name, "facilities".
[[nodiscard]] QIcon own(const QString &name);
/// The desktop theme's icon for a standard action ("document-print"), or ours where the theme has none.
[[nodiscard]] QIcon themed(const QString &themeName, const QString &fallback);

} // namespace icons

} // namespace shirase
