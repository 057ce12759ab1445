// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace shirase {

/// BLAKE2b-256 over several parts, each preceded by its length, so that no two lists of parts are hashed alike.
/// A part that is null counts as one that is empty. 32 bytes.
[[nodiscard]] QByteArray digest(const QList<QByteArray> &parts);

} // namespace shirase
