// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/posters/PosterPainter.h"

#include <QPainter>
#include <QSvgRenderer>
#include <QtMath>

#include <algorithm>
#include <array>
#include <cmath>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr QColor standardAccent(0x0a, 0x3b, 0x8c);
constexpr QColor faint(0xe4, 0xe4, 0xe4);
constexpr QColor snow(0xee, 0xf2, 0xf7);
constexpr QColor ink(0x1a, 0x1a, 0x1a);
constexpr QColor softInk(0x44, 0x44, 0x44);
constexpr qreal frameWidth = 0.5;
constexpr qreal widestLogo = 3; // of its height

constexpr Qt::Alignment left = Qt::AlignLeft | Qt::AlignVCenter;
constexpr Qt::Alignment right = Qt::AlignRight | Qt::AlignVCenter;
constexpr Qt::Alignment centre = Qt::AlignHCenter | Qt::AlignVCenter;

/// The part of a box from one share of its height to another.
QRectF rows(const QRectF &box, qreal from, qreal to)
{
    return {box.x(), box.y() + box.height() * from, box.width(), box.height() * (to - from)};
}

/// The part of a box from one share of its width to another.
QRectF columns(const QRectF &box, qreal from, qreal to)
{
    return {box.x() + box.width() * from, box.y(), box.width() * (to - from), box.height()};
}

} // namespace

PosterPainter::PosterPainter(QPainter &painter, const PosterContent &content, PosterAssets &assets)
    : m_painter(painter)
    , m_content(content)
    , m_assets(assets)
    , m_texts(PosterTexts::of(content))
    , m_accent(content.japanese.accent.isValid() ? content.japanese.accent : standardAccent)
{}

void PosterPainter::paint(const PosterFace &face, const QRectF &visible)
{
    if (!visible.intersects(QRectF(QPointF(), face.size)))
        return;
    using Paint = void (PosterPainter::*)(const QRectF &);
    constexpr std::array<std::pair<PosterPart, Paint>, 9> parts{{
        {PosterPart::Header, &PosterPainter::paintHeader},
        {PosterPart::Headline, &PosterPainter::paintHeadline},
        {PosterPart::Purpose, &PosterPainter::paintPurpose},
        {PosterPart::Code, &PosterPainter::paintCode},
        {PosterPart::Name, &PosterPainter::paintName},
        {PosterPart::CheckCode, &PosterPainter::paintCheckCode},
        {PosterPart::Steps, &PosterPainter::paintSteps},
        {PosterPart::GenuineMail, &PosterPainter::paintGenuineMail},
        {PosterPart::Foot, &PosterPainter::paintFoot},
    }};
    m_type = face.type;
    m_brief = face.brief;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (m_content.exercise)
        paintExerciseMark(face.size);
    for (const auto &[part, paintPart] : parts) {
        const QRectF box = face.box(part);
        if (!box.isEmpty() && visible.intersects(box))
            (this->*paintPart)(box);
    }
    m_painter.restore();
}

// Across the face and beneath all that has to be read. The code paints its own white ground.
void PosterPainter::paintExerciseMark(const QSizeF &face)
{
    const qreal length = std::hypot(face.width(), face.height());
    const qreal height = face.height() * 0.16;
    m_painter.save();
    m_painter.translate(QRectF(QPointF(), face).center());
    m_painter.rotate(-qRadiansToDegrees(std::atan2(face.height(), face.width())));
    const QRectF across(-length * 0.42, -height / 2, length * 0.84, height);
    text(m_texts.exercise.japanese + u"　"_s + m_texts.exercise.english, across,
         {.points = 160, .bold = true, .colour = faint, .alignment = centre});
    m_painter.restore();
}

void PosterPainter::paintHeader(const QRectF &box)
{
    const QRectF rest(QPointF(mark(box) + gap(4), box.top()), box.bottomRight());
    const QRectF name = m_brief ? rest : columns(rest, 0, 0.76);
    text(m_texts.systemName.japanese, rows(name, 0, 0.6), {.points = 19, .bold = true, .colour = m_accent});
    text(m_texts.systemName.english, rows(name, 0.62, 1),
         {.points = 10.5, .minPoints = 4, .colour = softInk});
    if (m_brief)
        return;
    const QRectF organisation = columns(rest, 0.78, 1);
    text(m_texts.organisation.japanese, rows(organisation, 0, 0.6),
         {.points = 17, .bold = true, .colour = ink, .alignment = right});
    text(m_texts.organisation.english, rows(organisation, 0.62, 1),
         {.points = 10.5, .minPoints = 4, .colour = softInk, .alignment = right});
}

void PosterPainter::paintHeadline(const QRectF &box)
{
    if (m_content.exercise)
        return paintExerciseNote(box);
    panel(box, m_accent);
    const QRectF inner = box.adjusted(gap(5), 0, -gap(5), 0);
    text(m_texts.headline.japanese, columns(inner, 0, 0.66),
         {.points = 27, .bold = true, .colour = Qt::white});
    text(m_texts.headline.english, columns(inner, 0.66, 1),
         {.points = 12, .minPoints = 4, .colour = Qt::white, .alignment = right});
}

// Where on others the headline stands, and on a card the call to scan.
void PosterPainter::paintExerciseNote(const QRectF &box)
{
    panel(box, ink);
    const QRectF inner = box.adjusted(gap(5), 0, -gap(5), 0);
    const TextPair &note = m_texts.exerciseNote;
    const QColor white = Qt::white;
    if (m_brief) {
        text(note.japanese, rows(inner, 0.06, 0.6), {.points = 15, .bold = true, .colour = white});
        text(note.english, rows(inner, 0.6, 0.96), {.points = 9.5, .minPoints = 4, .colour = white});
        return;
    }
    text(note.japanese, columns(inner, 0, 0.62), {.points = 24, .bold = true, .colour = white});
    text(note.english, columns(inner, 0.62, 1),
         {.points = 13, .minPoints = 4, .colour = white, .alignment = right});
}

void PosterPainter::paintPurpose(const QRectF &box)
{
    if (m_brief && m_content.exercise)
        return paintExerciseNote(box);
    const TextPair &words = m_brief ? m_texts.scanHere : m_texts.purpose;
    const TextStyle japanese{.points = m_brief ? 15.0 : 22.0,
                             .lines = 2,
                             .bold = m_brief,
                             .colour = ink,
                             .alignment = Qt::AlignLeft | Qt::AlignTop};
    text(words.japanese, rows(box, 0, m_brief ? 0.6 : 0.73), japanese);
    text(words.english, rows(box, m_brief ? 0.6 : 0.77, 1),
         {.points = m_brief ? 9.5 : 12.0,
          .lines = 2,
          .colour = softInk,
          .alignment = Qt::AlignLeft | Qt::AlignTop});
}

void PosterPainter::paintCode(const QRectF &box)
{
    const qreal margin = gap(1);
    if (const Result<QrCode> code = m_assets.code(m_content.url))
        code->paint(m_painter, box.adjusted(margin, margin, -margin, -margin));
    frame(box);
}

void PosterPainter::paintName(const QRectF &box)
{
    const TextStyle style{.points = 28 * m_type,
                          .minPoints = 9 * m_type,
                          .lines = 2,
                          .bold = true,
                          .colour = Qt::black,
                          .alignment = m_type < 1 ? left : centre,
                          .leading = 1.25};
    FittedText::foreignText(m_content.facilityName, box, style).draw(m_painter);
}

void PosterPainter::paintCheckCode(const QRectF &box)
{
    panel(box, snow);
    const QRectF inner = box.adjusted(gap(4), 0, -gap(4), 0);
    const QRectF label = columns(inner, 0, m_brief ? 0.4 : 0.16);
    const QRectF code = m_brief ? columns(inner, 0.42, 1) : columns(inner, 0.16, 0.37);
    text(m_texts.checkCode.japanese, rows(label, 0.1, 0.56), {.points = 11, .bold = true, .colour = ink});
    text(m_texts.checkCode.english, rows(label, 0.56, 0.92), {.points = 8.5, .colour = softInk});
    // The family's figures all have one width: tabular by nature.
    text(m_content.checkCode, code, {.points = 20, .minPoints = 12, .bold = true, .colour = Qt::black});
    if (m_brief)
        return;
    const QRectF use = columns(inner, 0.39, 1);
    text(m_texts.checkCodeUse.japanese, rows(use, 0.1, 0.56), {.points = 10.5, .colour = ink});
    text(m_texts.checkCodeUse.english, rows(use, 0.56, 0.92), {.points = 8.5, .colour = softInk});
}

void PosterPainter::paintSteps(const QRectF &box)
{
    const bool column = box.height() > box.width();
    const auto count = qreal(m_texts.steps.size());
    std::vector<Piece> japanese;
    std::vector<Piece> english;
    for (size_t i = 0; i < m_texts.steps.size(); ++i) {
        const qreal from = qreal(i) / count;
        const qreal to = qreal(i + 1) / count;
        const QRectF words = paintStepDrawing(int(i), column ? rows(box, from, to) : columns(box, from, to));
        japanese.push_back({m_texts.steps[i].japanese, rows(words, 0, 0.58)});
        english.push_back({m_texts.steps[i].english, rows(words, 0.61, 1)});
    }
    texts(japanese, {.points = 14.5,
                     .lines = 2,
                     .bold = true,
                     .colour = ink,
                     .alignment = Qt::AlignLeft | Qt::AlignBottom,
                     .leading = 1.3});
    texts(english, {.points = 9.5,
                    .lines = 2,
                    .colour = softInk,
                    .alignment = Qt::AlignLeft | Qt::AlignTop,
                    .leading = 1.25});
}

QRectF PosterPainter::paintStepDrawing(int index, const QRectF &box)
{
    const std::array<QString, 4> drawings{u"step-scan"_s, u"step-address"_s, u"step-mail"_s,
                                          u"step-health"_s};
    const qreal side = gap(16);
    const qreal disc = gap(6.5);
    const QRectF picture(box.x() + gap(1.5), box.center().y() - side / 2, side, side);
    drawing(drawings[size_t(index)], picture);
    const QRectF number(box.x(), picture.y() - gap(2.5), disc, disc);
    m_painter.setPen(QPen(Qt::white, gap(0.8)));
    m_painter.setBrush(m_accent);
    m_painter.drawEllipse(number);
    text(QString::number(index + 1), number,
         {.points = 12, .bold = true, .colour = Qt::white, .alignment = centre});
    const qreal x = picture.right() + gap(2.5);
    return {x, box.center().y() - gap(12), box.right() - gap(1.5) - x, gap(24)};
}

void PosterPainter::paintGenuineMail(const QRectF &box)
{
    frame(box);
    const QRectF inner = box.adjusted(gap(4), gap(1.5), -gap(4), -gap(1.5));
    const QRectF japanese = columns(inner, 0, 0.57);
    const QRectF english = columns(inner, 0.59, 1);
    text(m_texts.genuineHeading.japanese, rows(japanese, 0, 0.3),
         {.points = 13, .bold = true, .colour = m_accent});
    text(m_texts.genuineHeading.english, rows(english, 0, 0.3),
         {.points = 10, .bold = true, .colour = m_accent});
    const std::array<const TextPair *, 3> facts{&m_texts.genuineSender, &m_texts.genuineContent,
                                                &m_texts.genuineOthers};
    std::vector<Piece> left;
    std::vector<Piece> right;
    for (size_t i = 0; i < facts.size(); ++i) {
        const qreal from = 0.3 + 0.233 * qreal(i);
        left.push_back({facts[i]->japanese, rows(japanese, from, from + 0.233)});
        right.push_back({facts[i]->english, rows(english, from, from + 0.233)});
    }
    texts(left, {.points = 11, .colour = ink});
    texts(right, {.points = 9, .colour = softInk});
}

void PosterPainter::paintFoot(const QRectF &box)
{
    const TextStyle plain{.points = 8.5, .minPoints = 5, .colour = softInk};
    TextStyle atRight = plain;
    atRight.alignment = right;
    const TextStyle address{.points = 9.5, .minPoints = 5, .bold = true, .colour = ink};
    if (m_brief) {
        text(m_content.url, columns(rows(box, 0, 0.48), 0, 0.72), address);
        text(m_texts.issued.japanese, columns(rows(box, 0, 0.48), 0.74, 1), atRight);
        text(m_texts.trademark.japanese, columns(rows(box, 0.52, 1), 0, 0.49), plain);
        text(m_texts.contact.japanese, columns(rows(box, 0.52, 1), 0.51, 1), atRight);
        return;
    }
    // The English lines are the longer ones: of half the width they would be too small to read on an A5 sheet.
    const QRectF top = rows(box, 0, 0.36);
    const QRectF first = columns(box, 0, 0.43);
    const QRectF second = columns(box, 0.44, 1);
    text(m_content.url, columns(top, 0, 0.6), address);
    text(m_texts.issued.japanese + u"　"_s + m_texts.issued.english, columns(top, 0.61, 1), atRight);
    texts({{m_texts.contact.japanese, rows(first, 0.38, 0.68)},
           {m_texts.trademark.japanese, rows(first, 0.7, 1)}},
          plain);
    texts({{m_texts.contact.english, rows(second, 0.38, 0.68)}, {m_texts.trademark.english, rows(second, 0.7, 1)}}, atRight);
}

void PosterPainter::text(const QString &sentence, const QRectF &box, const TextStyle &style)
{
    texts({{sentence, box}}, style);
}

void PosterPainter::texts(const std::vector<Piece> &pieces, TextStyle style)
{
    style.points *= m_type;
    style.minPoints *= m_type;
    const qreal wanted = style.points;
    for (const Piece &piece : pieces) {
        TextStyle own = style;
        own.points = wanted;
        style.points = std::min(style.points, m_assets.sentence(piece.sentence, piece.box, own).points());
    }
    for (const Piece &piece : pieces)
        m_assets.sentence(piece.sentence, piece.box, style).draw(m_painter);
}

void PosterPainter::drawing(const QString &name, const QRectF &box)
{
    if (QSvgRenderer *drawing = m_assets.drawing(name, m_accent))
        drawing->render(&m_painter, box);
}

qreal PosterPainter::mark(const QRectF &box)
{
    const QByteArray &file = m_content.japanese.logo;
    QSvgRenderer *const lines = m_assets.logoDrawing(file);
    const QImage pixels = m_assets.logoPicture(file);
    if (!lines && pixels.isNull()) {
        const QRectF square(box.topLeft(), QSizeF(box.height(), box.height()));
        // The mark's plate has a border of 1/16 of it: put the ring, not the plate, on the margin.
        const qreal plate = square.width() / 14;
        drawing(u"shirase"_s, square.adjusted(-plate, -plate, plate, plate));
        return square.right();
    }
    const QSizeF natural = lines ? lines->viewBoxF().size() : QSizeF(pixels.size());
    const QSizeF size =
        natural.scaled({box.height() * widestLogo, box.height()}, Qt::KeepAspectRatio);
    const QRectF place(QPointF(box.left(), box.center().y() - size.height() / 2), size);
    if (lines)
        lines->render(&m_painter, place);
    else
        m_painter.drawImage(place, pixels);
    return place.right();
}

void PosterPainter::panel(const QRectF &box, const QColor &fill)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(fill);
    m_painter.drawRoundedRect(box, gap(2), gap(2));
}

void PosterPainter::frame(const QRectF &box)
{
    constexpr qreal inset = frameWidth / 2;
    m_painter.setPen(QPen(m_accent, frameWidth));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), gap(2), gap(2));
}

} // namespace shirase
