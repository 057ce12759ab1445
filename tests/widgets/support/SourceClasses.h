// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace shirase {

/// The classes of the window that are made from one of these and that nothing else is made from, as its headers say: whoever
/// adds a page or a dialog is held to what all of them keep.
[[nodiscard]] QStringList classesFrom(const QStringList &bases);

} // namespace shirase
