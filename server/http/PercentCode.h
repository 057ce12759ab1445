// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

/// Strict decoding of what comes percent-encoded: unlike QUrl, nothing is guessed.
namespace shirase::http {

enum class PlusSign { IsPlus, IsSpace };

/// Decodes %XX, and '+' in forms. Nothing if an escape is broken, if the result is not valid UTF-8 or if it
/// holds NUL.
[[nodiscard]] std::optional<QString> percentDecoded(QByteArrayView encoded, PlusSign plus = PlusSign::IsPlus);

} // namespace shirase::http
