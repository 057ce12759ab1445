// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/NoteBox.h"

#include "widgets/common/Colours.h"

#include <QPainter>

namespace shirase {

NoteBox::NoteBox(QWidget *parent)
    : QFrame(parent)
{
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
}

void NoteBox::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(rect(), colours::note(palette()));
    QFrame::paintEvent(event);
}

} // namespace shirase
