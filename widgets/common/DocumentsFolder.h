// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace shirase {

/// Where a file is put if nobody says otherwise: the documents of whoever sits here, or, where that folder
/// does not exist, their home.
[[nodiscard]] QString documentsFolder();

} // namespace shirase
