// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/FittedText.h"
#include "core/posters/QrCode.h"

#include <QCache>
#include <QColor>
#include <QHash>
#include <QImage>
#include <QString>

#include <memory>

class QSvgRenderer;

namespace shirase {

/// What the posters of a job have in common and what takes long to make: sentences that are set, drawings
/// that are read, the logo. It is made once and used for every poster. For one thread.
class PosterAssets
{
public:
    PosterAssets();
    ~PosterAssets();

    /// FittedText::fixedText(), remembered.
    [[nodiscard]] FittedText sentence(const QString &text, const QRectF &box, const TextStyle &style);
    /// QrCode::encode(), remembered while its poster is read back and painted.
    [[nodiscard]] Result<QrCode> code(const QString &url);
    /// A drawing of resources/brand in the accent's colour; null if there is none of that name.
    /// @param name as in "step-scan"
    [[nodiscard]] QSvgRenderer *drawing(const QString &name, const QColor &accent);

    /// A logo that is a drawing, or null. @param file as in Profile::logo
    [[nodiscard]] QSvgRenderer *logoDrawing(const QByteArray &file);
    /// A logo that is made of pixels, or a null image. Every call returns the same, so that a PDF holds it once.
    [[nodiscard]] QImage logoPicture(const QByteArray &file);

private:
    struct SentenceKey
    {
        QString text;
        QRectF box;
        TextStyle style;

        bool operator==(const SentenceKey &) const = default;
    };
    friend size_t qHash(const SentenceKey &key, size_t seed) noexcept;

    QCache<SentenceKey, FittedText> m_sentences;
    QCache<QString, QrCode> m_codes;
    QHash<QByteArray, std::shared_ptr<QSvgRenderer>> m_drawings; ///< by the bytes of the file
    QHash<QByteArray, QImage> m_pictures;
    QHash<QString, QByteArray> m_files; ///< of drawings by name and accent
};

} // namespace shirase
