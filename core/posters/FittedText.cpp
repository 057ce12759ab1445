// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/FittedText.h"

#include <QFontMetricsF>
#include <QGlyphRun>
#include <QPaintEngine>
#include <QPainter>
#include <QPainterPath>
#include <QRawFont>

#include <algorithm>
#include <cmath>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// Text is laid out in hundredths of a millimetre: fonts take whole units only, and the glyphs are not hinted,
// so that every device gets the same line breaks.
constexpr qreal unitsPerMillimetre = 100;
constexpr qreal unitsPerPoint = unitsPerMillimetre * 25.4 / 72;
constexpr qreal shrinkStep = 0.96;
// The share of the type size above the base line in Japanese type (the em box stands 0.88 above it).
constexpr qreal ascent = 0.88;
constexpr qreal unbounded = 1e6;

/// Whether a character of this script stands by itself: no joining, no stacking.
bool needsNoShaping(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Common:
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
        return !c.isMark() && !c.isSurrogate();
    default:
        return false;
    }
}

QFont fontFor(const QString &text, const TextStyle &style, qreal points)
{
    QFont font = FittedText::font(points, style.bold);
    // Shaped as Latin text, Noto's figures become glyphs that no character stands for, and a PDF cannot be
    // searched for them.
    if (std::all_of(text.begin(), text.end(), needsNoShaping))
        font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

QTextOption optionFor(const QString &text)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    // Lines are aligned by their natural width, in place().
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    return option;
}

/// One line without a break.
std::shared_ptr<QTextLayout> layOut(const QString &text, const QFont &font)
{
    auto layout = std::make_shared<QTextLayout>(text, font);
    layout->setTextOption(optionFor(text));
    layout->setCacheEnabled(true);
    layout->beginLayout();
    QTextLine line = layout->createLine();
    if (line.isValid())
        line.setLineWidth(unbounded);
    layout->endLayout();
    return layout;
}

/// From the first ink to the last advance of a layout's only line.
QRectF extentOf(const QTextLayout &layout)
{
    return layout.lineCount() == 0 ? QRectF() : layout.lineAt(0).naturalTextRect();
}

qreal widthOf(const QString &text, const QFont &font)
{
    return extentOf(*layOut(text, font)).width();
}

/// Names come from forms and spreadsheets: no control characters, no line ends, one space at a time.
QString tidied(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text.simplified();
}

} // namespace

QFont FittedText::font(qreal points, bool bold)
{
    QFont font;
    // The first is what we ship with; the others are its like on the systems of clerks. After them come those
    // for names in other scripts, and pictographs as outlines: a PDF or SVG shows nothing of a colour font.
    font.setFamilies({u"Noto Sans CJK JP"_s, u"Noto Sans JP"_s, u"Source Han Sans JP"_s, u"Yu Gothic"_s,
                      u"Meiryo"_s, u"Hiragino Sans"_s, u"Noto Sans"_s, u"Noto Sans Arabic"_s,
                      u"Noto Sans Thai"_s, u"Noto Sans Hebrew"_s, u"Noto Sans Devanagari"_s,
                      u"Noto Sans Bengali"_s, u"Noto Sans Myanmar"_s, u"Noto Sans Khmer"_s, u"Noto Emoji"_s,
                      u"Symbola"_s, u"Segoe UI Symbol"_s});
    font.setPixelSize(std::max(1, int(std::round(points * unitsPerPoint))));
    font.setWeight(bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

FittedText FittedText::fixedText(const QString &text, const QRectF &box, const TextStyle &style)
{
    QString plain = text;
    return FittedText(plain.remove(u'|'), text.split(u'|', Qt::SkipEmptyParts), box, style);
}

FittedText FittedText::foreignText(const QString &text, const QRectF &box, const TextStyle &style)
{
    return FittedText(tidied(text), {}, box, style);
}

FittedText::FittedText(const QString &text, const QStringList &phrases, const QRectF &box,
                       const TextStyle &style)
    : m_text(text)
    , m_phrases(phrases.size() > 1 ? phrases : QStringList())
    , m_box(box)
    , m_style(style)
{
    if (m_text.isEmpty() || box.isEmpty())
        return;
    const qreal comfortable = std::max(style.minPoints, style.points * 2 / 3);
    qreal points = style.points;
    while (points >= comfortable) {
        if (tryToSet(points, style.lines))
            return;
        points *= shrinkStep;
    }
    m_phrases.clear();
    while (points >= style.minPoints) {
        if (tryToSet(points, 1000))
            return;
        points *= shrinkStep;
    }
    setCutOff();
}

bool FittedText::tryToSet(qreal points, int maxLines)
{
    m_points = points;
    m_font = fontFor(m_text, m_style, points);
    const qreal pitch = points * unitsPerPoint * m_style.leading;
    const qreal height = m_box.height() * unitsPerMillimetre;
    std::vector<QString> lines = breakIntoLines();
    const auto count = qreal(lines.size());
    if (int(lines.size()) > maxLines || (count > 1 && count * pitch > height * 1.001))
        return false;
    place(std::move(lines));
    const QRectF room(m_box.topLeft() * unitsPerMillimetre, m_box.size() * unitsPerMillimetre);
    return room.contains(inkInUnits());
}

void FittedText::setCutOff()
{
    m_points = m_style.minPoints;
    m_font = fontFor(m_text, m_style, m_points);
    const qreal width = m_box.width() * unitsPerMillimetre;
    const qreal pitch = m_points * unitsPerPoint * m_style.leading;
    const auto room = std::max<size_t>(1, size_t(m_box.height() * unitsPerMillimetre / pitch));
    std::vector<QString> lines = breakIntoLines();
    if (lines.size() > room) {
        m_elided = true;
        QString rest;
        for (size_t i = room - 1; i < lines.size(); ++i)
            rest += lines[i];
        // A little narrower than the box, for a slanted last character.
        rest = QFontMetricsF(m_font).elidedText(rest, Qt::ElideRight, width * 0.98);
        lines.resize(room);
        lines.back() = rest;
    }
    place(std::move(lines));
    squeezeIntoBox();
}

void FittedText::squeezeIntoBox()
{
    const QRectF room(m_box.topLeft() * unitsPerMillimetre, m_box.size() * unitsPerMillimetre);
    const QRectF ink = inkInUnits();
    if (ink.isEmpty() || room.contains(ink))
        return;
    m_squeeze = std::min({qreal(1), room.width() / ink.width(), room.height() / ink.height()});
    // Marks above the first or below the last line: it is enough to move the text.
    const QPointF toCentre = room.center() - ink.center();
    for (Line &line : m_lines)
        line.origin += toCentre;
}

std::vector<QString> FittedText::breakIntoLines() const
{
    const qreal width = m_box.width() * unitsPerMillimetre;
    std::vector<QString> lines;
    if (!m_phrases.isEmpty()) {
        for (const QString &phrase : m_phrases) {
            if (!lines.empty() && widthOf(lines.back() + phrase, m_font) <= width)
                lines.back() += phrase;
            else
                lines.push_back(phrase);
        }
        return lines;
    }
    QTextLayout layout(m_text, m_font);
    layout.setTextOption(optionFor(m_text));
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines.push_back(m_text.mid(line.textStart(), line.textLength()));
    }
    layout.endLayout();
    return lines;
}

void FittedText::place(std::vector<QString> lines)
{
    m_lines.clear();
    const QRectF box(m_box.topLeft() * unitsPerMillimetre, m_box.size() * unitsPerMillimetre);
    const qreal em = m_points * unitsPerPoint;
    const qreal pitch = em * m_style.leading;
    const qreal height = pitch * qreal(lines.size() - 1) + em;
    qreal top = box.center().y() - height / 2;
    if (m_style.alignment & Qt::AlignTop)
        top = box.top() + std::min((pitch - em) / 2, std::max(qreal(0), (box.height() - height) / 2));
    else if (m_style.alignment & Qt::AlignBottom)
        top = box.bottom() - height;
    for (QString &text : lines) {
        while (text.endsWith(u' '))
            text.chop(1);
        const auto layout = layOut(text, m_font);
        const QRectF extent = extentOf(*layout);
        qreal x = box.left();
        if (m_style.alignment & Qt::AlignHCenter)
            x = box.center().x() - extent.width() / 2;
        else if (m_style.alignment & Qt::AlignRight)
            x = box.right() - extent.width();
        const qreal baseline =
            layout->lineCount() == 0 ? 0 : layout->lineAt(0).y() + layout->lineAt(0).ascent();
        m_lines.push_back({layout, QPointF(x - extent.x(), top + em * ascent - baseline)});
        top += pitch;
    }
}

QRectF FittedText::inkInUnits() const
{
    QRectF ink;
    for (const Line &line : m_lines) {
        const QList<QGlyphRun> runs = line.layout->glyphRuns();
        for (const QGlyphRun &run : runs) {
            const QRawFont font = run.rawFont();
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> positions = run.positions();
            for (qsizetype i = 0; i < glyphs.size(); ++i)
                ink |= font.boundingRect(glyphs[i]).translated(positions[i] + line.origin);
        }
    }
    return ink;
}

QRectF FittedText::ink() const
{
    const QRectF units = inkInUnits();
    if (m_squeeze < 1) {
        const QSizeF size = units.size() * m_squeeze / unitsPerMillimetre;
        return QRectF(m_box.center() - QPointF(size.width(), size.height()) / 2, size);
    }
    return QRectF(units.topLeft() / unitsPerMillimetre, units.size() / unitsPerMillimetre);
}

void FittedText::draw(QPainter &painter) const
{
    painter.save();
    painter.setPen(m_style.colour);
    if (m_squeeze < 1) {
        painter.translate(m_box.center());
        painter.scale(m_squeeze, m_squeeze);
        painter.translate(-m_box.center());
    }
    painter.scale(1 / unitsPerMillimetre, 1 / unitsPerMillimetre);
    const bool asOutlines = painter.paintEngine()->type() == QPaintEngine::SVG;
    for (const Line &line : m_lines) {
        if (!asOutlines) {
            line.layout->draw(&painter, line.origin);
            continue;
        }
        QPainterPath outlines;
        outlines.setFillRule(Qt::WindingFill);
        const QList<QGlyphRun> runs = line.layout->glyphRuns();
        for (const QGlyphRun &run : runs) {
            const QRawFont font = run.rawFont();
            const QList<quint32> glyphs = run.glyphIndexes();
            const QList<QPointF> positions = run.positions();
            for (qsizetype i = 0; i < glyphs.size(); ++i)
                outlines.addPath(font.pathForGlyph(glyphs[i]).translated(positions[i] + line.origin));
        }
        painter.fillPath(outlines, m_style.colour);
    }
    painter.restore();
}

} // namespace shirase
