// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/CodeReader.h"

#include <QImage>

// Asks 1.4 for the interface of its successors: texts in UTF-8.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>
#if __has_include(<ZXing/ReaderOptions.h>)
#include <ZXing/ReaderOptions.h>
#endif

namespace shirase {

namespace {

#if __has_include(<ZXing/ReaderOptions.h>)
using Options = ZXing::ReaderOptions;
#else
using Options = ZXing::DecodeHints; // its name until 2.1
#endif

} // namespace

QByteArray codeIn(const QImage &picture)
{
    const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum,
                                int(grey.bytesPerLine()));
    Options options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setTryRotate(false); // the finder patterns of a QR code are found at any angle
    options.setTryDownscale(false);
    options.setTryHarder(false);
    ZXing::Result found = ZXing::ReadBarcode(view, options);
    if (!found.isValid()) {
        options.setTryHarder(true); // every line of pixels: several times as long
        found = ZXing::ReadBarcode(view, options);
    }
    if (!found.isValid())
        return {};
    const ZXing::ByteArray &bytes = found.bytes();
    return {reinterpret_cast<const char *>(bytes.data()), qsizetype(bytes.size())};
}

} // namespace shirase
