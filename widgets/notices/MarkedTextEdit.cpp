// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/MarkedTextEdit.h"

#include <QHelpEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int tint = 60; // of 255: the mark's colour behind the letters

} // namespace

MarkedTextEdit::MarkedTextEdit(Lines lines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_lines(lines)
{
    setTabChangesFocus(true);
    if (lines == Lines::One) {
        setLineWrapMode(NoWrap);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        const int margins = int(document()->documentMargin()) * 2 + frameWidth() * 2;
        setFixedHeight(fontMetrics().lineSpacing() + margins + 2);
    }
}

QColor MarkedTextEdit::colourOf(TextFault::Severity severity, const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Base).lightness() < 128;
    if (severity == TextFault::Severity::Refused)
        return dark ? QColor(0xff, 0x8a, 0x7a) : QColor(0xb0, 0x15, 0x15);
    return dark ? QColor(0xff, 0xc2, 0x4d) : QColor(0x9a, 0x5b, 0x00);
}

void MarkedTextEdit::mark(const QList<TextFault> &faults)
{
    m_faults = faults;
    const int length = document()->characterCount() - 1;
    QList<QTextEdit::ExtraSelection> marks;
    for (const TextFault &fault : faults) {
        const QColor colour = colourOf(fault.severity(), palette());
        QColor behind = colour;
        behind.setAlpha(tint);
        QTextEdit::ExtraSelection mark{QTextCursor(document()), {}};
        mark.cursor.setPosition(std::min(int(fault.place.offset), length));
        mark.cursor.setPosition(std::min(int(fault.place.end()), length), QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(colour);
        mark.format.setBackground(behind);
        marks.append(mark);
    }
    setExtraSelections(marks);
}

void MarkedTextEdit::select(TextSpan place)
{
    const int length = document()->characterCount() - 1;
    QTextCursor cursor = textCursor();
    cursor.setPosition(std::min(int(place.offset), length));
    cursor.setPosition(std::min(int(place.end()), length), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    ensureCursorVisible();
    setFocus();
}

QString MarkedTextEdit::sentenceAt(QPoint place) const
{
    const int position = cursorForPosition(place).position();
    QStringList sentences;
    for (const TextFault &fault : m_faults) {
        if (fault.place.offset <= position && position <= fault.place.end())
            sentences.append(fault.message);
    }
    return sentences.join(u'\n');
}

bool MarkedTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString sentence = sentenceAt(viewport()->mapFrom(this, help->pos()));
        QToolTip::showText(help->globalPos(), sentence, this);
        return true;
    }
    return QPlainTextEdit::event(event);
}

void MarkedTextEdit::keyPressEvent(QKeyEvent *event)
{
    const bool endsLine = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_lines == Lines::One && endsLine)
        event->ignore(); // the dialog's default button may take it
    else
        QPlainTextEdit::keyPressEvent(event);
}

void MarkedTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (m_lines == Lines::One)
        insertPlainText(source->text().simplified());
    else
        insertPlainText(source->text());
}

void MarkedTextEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        mark(m_faults);
}

} // namespace shirase
