// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCborMap>
#include <QString>

#include <initializer_list>
#include <utility>

namespace shirase {

/// The map that these bytes are, from the first to the last (RFC 8949). Empty if they are none: what QCborValue makes of
/// broken bytes must not be looked at, as Qt 6.4 then reads and writes beyond a map that ends with a key.
[[nodiscard]] QCborMap cborMapOf(const QByteArray &bytes);

/// The bytes of a map of texts. Qt writes them with three times the instructions: 9,000 for each registration and each
/// recipient of a notice (measured).
[[nodiscard]] QByteArray cborOf(std::initializer_list<std::pair<QLatin1StringView, QString>> texts);

} // namespace shirase
