// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <QByteArray>
#include <QString>

namespace shirase {

/// The organisation's logo as the setting organisation.logo keeps it: a PNG or an SVG file as a data URL (RFC 2397),
/// so that every machine on the same database has it.
namespace logo {

/// Bytes of the file. Every reader of the settings carries it.
inline constexpr qsizetype largestFile = 200 * 1024;
/// Pixels along one side of a PNG.
inline constexpr int largestSide = 4096;

/// The file as a data URL. Fails with Invalid and a sentence for a clerk if it is no PNG or SVG, is too large, or is an
/// SVG that leads out of itself (scripts, links, entities) or shows nothing.
[[nodiscard]] Result<QString> toSetting(const QByteArray &file);

/// The file in a setting's value, checked as above; empty for an empty value.
[[nodiscard]] Result<QByteArray> fromSetting(const QString &value);

/// Whether such a file is an SVG rather than a PNG.
[[nodiscard]] bool isSvg(const QByteArray &file);

} // namespace logo

} // namespace shirase
