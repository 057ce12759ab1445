// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

namespace shirase {

/// The offered language that suits an Accept-Language header best (RFC 9110 §12.5.4 with RFC 4647 lookup):
/// weights count, "en-GB" takes "en", and Chinese goes by its script, so that "zh-TW" takes "zh-Hant". Empty
/// if none suits.
/// @param offered BCP 47 tags, the preferred ones first
[[nodiscard]] QString acceptedLanguage(QByteArrayView acceptLanguage, const QStringList &offered);

} // namespace shirase
