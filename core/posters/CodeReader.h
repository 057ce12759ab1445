// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QImage;

namespace shirase {

/// The content of the QR code in a picture as a phone's reader would find it, at any angle and in poor light;
/// empty if none can be read. Works in any thread. Decoded by ZXing.
[[nodiscard]] QByteArray codeIn(const QImage &picture);

} // namespace shirase
