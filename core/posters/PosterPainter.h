// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/FittedText.h"
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
    PosterPainter(QPainter &painter, const PosterContent &content);

    void paint(const PosterFace &face);

private:
    void paintHeader(const QRectF &box);
    void paintHeadline(const QRectF &box);
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
    void frame(const QRectF &box);
    void panel(const QRectF &box, const QColor &fill);
    [[nodiscard]] qreal gap(qreal millimetresOnA4) const { return millimetresOnA4 * m_type; }

    QPainter &m_painter;
    const PosterContent &m_content;
    PosterTexts m_texts;
    QColor m_accent;
    qreal m_type = 1;
    bool m_brief = false;
};

} // namespace shirase
