// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace shirase {

/// The libraries that this process has loaded, with their versions, for reports of flaws: "Qt 6.4.2".
[[nodiscard]] QStringList libraryVersions();

/// What --version prints: "shirasectl 0.1.0", and a line a library.
[[nodiscard]] QString versionText(const QString &program);

} // namespace shirase
