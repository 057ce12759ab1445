// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdio>

namespace shirase {

/// Writes a line, as UTF-8, at once. What does not get out is told of by isOutputLost().
void print(std::FILE *stream, const QString &line);

/// Whether something printed to the standard output did not get out. A full disk may have kept what was asked for, such as a
/// recovery code: that must not look done.
[[nodiscard]] bool isOutputLost();

} // namespace shirase
