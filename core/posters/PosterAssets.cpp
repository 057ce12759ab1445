// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterAssets.h"

#include "core/settings/Logo.h"

#include <QFile>
#include <QSvgRenderer>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// The colour in which the drawings are stored, and which the profile's accent replaces.
const QByteArray storedAccent = "#0a3b8c"_ba;
// Several times what a poster has: those that are the same on every poster stay.
constexpr qsizetype keptSentences = 256;
constexpr qsizetype keptCodes = 32;

} // namespace

size_t qHash(const PosterAssets::SentenceKey &key, size_t seed) noexcept
{
    return qHashMulti(seed, key.text, key.box.x(), key.box.y(), key.box.width(), key.style.points);
}

PosterAssets::PosterAssets()
    : m_sentences(keptSentences)
    , m_codes(keptCodes)
{}

PosterAssets::~PosterAssets() = default;

FittedText PosterAssets::sentence(const QString &text, const QRectF &box, const TextStyle &style)
{
    const SentenceKey key{text, box, style};
    if (const FittedText *known = m_sentences.object(key))
        return *known;
    FittedText set = FittedText::fixedText(text, box, style);
    m_sentences.insert(key, new FittedText(set));
    return set;
}

Result<QrCode> PosterAssets::code(const QString &url)
{
    if (const QrCode *known = m_codes.object(url))
        return *known;
    Result<QrCode> code = QrCode::encode(url.toUtf8());
    if (code)
        m_codes.insert(url, new QrCode(*code));
    return code;
}

QSvgRenderer *PosterAssets::drawing(const QString &name, const QColor &accent)
{
    QByteArray &bytes = m_files[name + accent.name()];
    if (bytes.isEmpty()) {
        QFile file(u":/shirase/brand/%1.svg"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            return nullptr;
        bytes = file.readAll().replace(storedAccent, accent.name().toLatin1());
    }
    return logoDrawing(bytes);
}

QSvgRenderer *PosterAssets::logoDrawing(const QByteArray &file)
{
    if (file.isEmpty() || !logo::isSvg(file))
        return nullptr;
    std::shared_ptr<QSvgRenderer> &drawing = m_drawings[file];
    if (!drawing)
        drawing = std::make_shared<QSvgRenderer>(file);
    return drawing->isValid() ? drawing.get() : nullptr;
}

QImage PosterAssets::logoPicture(const QByteArray &file)
{
    if (file.isEmpty() || logo::isSvg(file))
        return {};
    QImage &picture = m_pictures[file];
    if (picture.isNull())
        picture = QImage::fromData(file, "PNG");
    return picture;
}

} // namespace shirase
