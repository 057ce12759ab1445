// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterAssets.h"
#include "core/posters/PosterContent.h"
#include "core/posters/PosterFace.h"
#include "core/posters/PosterTexts.h"

#include <QColor>

#include <vector>

class QPainter;

namespace shirase {

/// Paints the parts of one poster into the boxes of a face. The painter's unit is the millimetre.
class PosterPainter
{
public:
    /// @param assets of the job; outlive this
    PosterPainter(QPainter &painter, const PosterContent &content, PosterAssets &assets);

    /// Paints the parts of a face that can be seen. @param visible in the face's millimetres
    void paint(const PosterFace &face, const QRectF &visible);

private:
    void paintExerciseMark(const QSizeF &face);
    void paintHeader(const QRectF &box);
    void paintHeadline(const QRectF &box);
    void paintExerciseNote(const QRectF &box);
    void paintPurpose(const QRectF &box);
    void paintCode(const QRectF &box);
    void paintName(const QRectF &box);
    void paintCheckCode(const QRectF &box);
    void paintSteps(const QRectF &box);
    /// Returns the room for the step's words.
    [[nodiscard]] QRectF paintStepDrawing(int index, const QRectF &box);
    void paintGenuineMail(const QRectF &box);
    void paintFoot(const QRectF &box);

    /// A sentence and its box.
    struct Piece
    {
        QString sentence;
        QRectF box;
    };
    /// One of our sentences; the style's sizes are those on A4.
    void text(const QString &sentence, const QRectF &box, const TextStyle &style);
    /// Sentences that belong together: all get the size of the one that has to shrink most.
    void texts(const std::vector<Piece> &pieces, TextStyle style);
    /// A drawing from the resources, in the prefecture's accent. @param name as in "step-scan"
    void drawing(const QString &name, const QRectF &box);
    /// The prefecture's logo or, if there is none, the system's mark, at the left of a box and as high.
    /// Returns where it ends.
    [[nodiscard]] qreal mark(const QRectF &box);
    void frame(const QRectF &box);
    void panel(const QRectF &box, const QColor &fill);
    [[nodiscard]] qreal gap(qreal millimetresOnA4) const { return millimetresOnA4 * m_type; }

    QPainter &m_painter;
    const PosterContent &m_content;
    PosterAssets &m_assets;
    PosterTexts m_texts;
    QColor m_accent;
    qreal m_type = 1;
    bool m_brief = false;
};

} // namespace shirase
