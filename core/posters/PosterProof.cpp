// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterProof.h"

#include "core/posters/CodeReader.h"

#include <QPainter>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal dotsPerMillimetre = PosterProof::dotsPerInch / 25.4;
constexpr qreal surroundings = 3; // millimetres of the sheet around a box

// A code that fills a third of the width of the picture in a phone's viewfinder, from whatever distance that
// takes.
constexpr int phonePixels = 320;
constexpr int phoneSide = 440; // holds the square when it is tilted
constexpr qreal tilt = 15;     // degrees
constexpr int contrast = 40;   // per cent
constexpr int black = 77;      // 60 % of the contrast go, half of them at either end
constexpr int blurs = 2;

QImage blank(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

/// Each pixel becomes a weighted mean of itself and its neighbours along one direction.
void blurAlong(const QImage &from, QImage &to, qsizetype step)
{
    const uchar *const source = from.constBits();
    uchar *const target = to.bits();
    const qsizetype line = from.bytesPerLine();
    const qsizetype end = from.sizeInBytes() - line; // the first and the last line stay white
    for (qsizetype at = line; at < end; ++at)
        target[at] = uchar((source[at - step] + 2 * source[at] + source[at + step]) / 4);
}

QImage outOfFocusInPoorLight(const QImage &picture)
{
    QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
    QImage other = grey;
    for (int i = 0; i < blurs; ++i) {
        blurAlong(grey, other, 1);
        blurAlong(other, grey, grey.bytesPerLine());
    }
    uchar *pixels = grey.bits();
    for (qsizetype i = 0; i < grey.sizeInBytes(); ++i)
        pixels[i] = uchar(black + pixels[i] * contrast / 100);
    return grey;
}

Result<> mustSay(const QByteArray &text, const QImage &picture, const QString &which)
{
    const QByteArray read = codeIn(picture);
    if (read == text)
        return {};
    return fail(ErrorCode::Invalid,
                PosterProof::tr(
                    "The code on the poster cannot be read reliably, so it was not handed out. Please set a "
                    "shorter public address; if it is short already, try without a logo."),
                u"%1: %2"_s.arg(which, read.isEmpty() ? u"no code"_s : u"another code"_s));
}

} // namespace

QImage PosterProof::asPrinted(const Painting &painting, const QRectF &box)
{
    const QRectF seen = box.adjusted(-surroundings, -surroundings, surroundings, surroundings);
    // Whole dots from the sheet's corner, so that the picture is a cut-out of the sheet's.
    const QRect dots =
        QRectF(seen.topLeft() * dotsPerMillimetre, seen.size() * dotsPerMillimetre).toAlignedRect();
    QImage image = blank(dots.size());
    QPainter painter(&image);
    painter.translate(-dots.topLeft());
    painter.scale(dotsPerMillimetre, dotsPerMillimetre);
    painting(painter);
    return image;
}

QImage PosterProof::asPhoneSees(const Painting &painting, const QRectF &box)
{
    QImage image = blank({phoneSide, phoneSide});
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const qreal scale = phonePixels / box.width();
    painter.translate(QPointF(phoneSide, phoneSide) / 2);
    painter.rotate(tilt);
    painter.scale(scale, scale);
    painter.translate(-box.center());
    painting(painter);
    painter.end();
    return outOfFocusInPoorLight(image);
}

Result<> PosterProof::check(const Painting &painting, const QList<Code> &codes)
{
    for (const Code &code : codes) {
        if (const Result<> read = mustSay(code.text, asPrinted(painting, code.box), u"300 dpi"_s); !read)
            return read;
        if (const Result<> read = mustSay(code.text, asPhoneSees(painting, code.box), u"phone"_s); !read)
            return read;
    }
    return {};
}

Result<> PosterProof::check(const QImage &picture, const QByteArray &text)
{
    if (const Result<> read = mustSay(text, picture, u"picture"_s); !read)
        return read;
    const QRectF box(picture.rect());
    const auto painting = [&](QPainter &painter) { painter.drawImage(box, picture); };
    return mustSay(text, asPhoneSees(painting, box), u"phone"_s);
}

} // namespace shirase
