// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QPalette>
#include <QString>

namespace shirase {

/// The window's icons: drawings on a 24-unit grid that take the palette's colours, so that they follow a dark
/// theme.
namespace icons {

/// One of resources/icons by its name, "facilities", in the colour of the text that it stands beside.
[[nodiscard]] QIcon own(const QString &name, QPalette::ColorRole role = QPalette::WindowText);
/// The desktop theme's icon for a standard action ("document-print"), or ours where the theme has none.
[[nodiscard]] QIcon themed(const QString &themeName, const QString &fallback);

} // namespace icons

} // namespace shirase
