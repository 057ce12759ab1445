// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/CodeReader.h"

#include <QImage>

// Asks 1.4 for the interface of its successors: texts in UTF-8.
#define ZX_USE_UTF8
#include <ZXing/ReadBarcode.h>

namespace shirase {

namespace {

template<class Function>
struct Parameters;

template<class Found, class Picture, class Second>
struct Parameters<Found(const Picture &, const Second &)>
{
    using Options = Second;
};

/// DecodeHints until 2.1, ReaderOptions since: what the reader takes.
using Options = Parameters<decltype(ZXing::ReadBarcode)>::Options;

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
    auto found = ZXing::ReadBarcode(view, options);
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
