// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>
#include <QTextLayout>

#include <memory>
#include <vector>

class QPainter;

namespace shirase {

struct TextStyle
{
    qreal points = 10;   ///< wanted size
    qreal minPoints = 5; ///< smallest size before the end of the text is cut off
    int lines = 1;       ///< wanted number of lines; smaller type than two thirds of `points` may take more
    bool bold = false;
    QColor colour = Qt::black;
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
    qreal leading = 1.4; ///< distance of two base lines, in type sizes

    bool operator==(const TextStyle &) const = default;
};

/// Text set into a box, in millimetres: it wraps, then shrinks, and only then loses its end to an ellipsis.
/// Its ink never leaves the box, whatever the script. Once made, an immutable picture; usable in any thread.
///
/// A `|` in `text` of fixedText() marks where our own Japanese sentences may break: between phrases and not,
/// as the Unicode rules would have it, between any two kana. Text by other people breaks by the Unicode
/// rules.
class FittedText
{
public:
    [[nodiscard]] static FittedText fixedText(const QString &text, const QRectF &box, const TextStyle &style);
    [[nodiscard]] static FittedText foreignText(const QString &text, const QRectF &box,
                                                const TextStyle &style);

    /// The type of all posters, sized for a layout in hundredths of a millimetre.
    [[nodiscard]] static QFont font(qreal points, bool bold);

    /// What the text really covers, millimetres.
    [[nodiscard]] QRectF ink() const;
    /// The size it got.
    [[nodiscard]] qreal points() const { return m_points; }
    [[nodiscard]] int lineCount() const { return int(m_lines.size()); }
    [[nodiscard]] bool isElided() const { return m_elided; }

    /// Paints on a painter whose unit is the millimetre. As text, so that a PDF can be searched; on an SVG as
    /// outlines, because an SVG carries no fonts and the reader's machine may have none for Japanese.
    void draw(QPainter &painter) const;

private:
    struct Line
    {
        std::shared_ptr<const QTextLayout> layout;
        QPointF origin; ///< of the layout, in the layout's units
    };
    using Lines = std::vector<Line>;

    FittedText(const QString &text, const QStringList &phrases, const QRectF &box, const TextStyle &style);

    [[nodiscard]] bool tryToSet(qreal points, int maxLines);
    void setCutOff();
    void squeezeIntoBox();
    void place(std::vector<QString> lines);
    [[nodiscard]] std::vector<QString> breakIntoLines() const;
    [[nodiscard]] QRectF inkInUnits() const;

    QString m_text;
    QStringList m_phrases; ///< empty for foreign text
    QRectF m_box;
    TextStyle m_style;
    QFont m_font;
    qreal m_points = 0;
    qreal m_squeeze = 1; ///< last resort, for towers of combining marks
    Lines m_lines;
    bool m_elided = false;
};

} // namespace shirase
