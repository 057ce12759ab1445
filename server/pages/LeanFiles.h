// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Style sheets, scripts and drawings as they travel: without the remarks, indents and spaces that only we read, so
/// that a page weighs at most 40 KB with everything even where nothing is compressed. They mean the same as before,
/// as long as no text in them has a line break, and none in a style sheet a brace, a comma, a semicolon or "/*".
namespace shirase::lean {

[[nodiscard]] QByteArray styleSheet(const QByteArray &css);
[[nodiscard]] QByteArray script(const QByteArray &javaScript);
[[nodiscard]] QByteArray drawing(const QByteArray &svg);

/// A file of the program's resources, by its suffix css, js or svg; empty where there is none.
[[nodiscard]] QByteArray resource(const QString &path);

} // namespace shirase::lean
