// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ProblemLabel.h"

#include <QApplication>
#include <QEvent>

namespace shirase {

using namespace Qt::StringLiterals;

ProblemLabel::ProblemLabel(const QString &name, QWidget *field, QWidget *parent)
    : QLabel(parent)
    , m_field(field)
    , m_description(field ? field->accessibleDescription() : QString())
{
    setObjectName(u"problem_"_s + name);
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    paintRed();
    hide();
}

void ProblemLabel::present(const QString &sentence)
{
    setText(sentence);
    if (m_field)
        m_field->setAccessibleDescription(sentence);
    show();
}

void ProblemLabel::dismiss()
{
    clear();
    if (m_field)
        m_field->setAccessibleDescription(m_description);
    hide();
}

void ProblemLabel::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationPaletteChange)
        paintRed();
}

// Red that is legible on the window's own colour, light or dark.
void ProblemLabel::paintRed()
{
    const bool dark = QApplication::palette().color(QPalette::Window).lightness() < 128;
    QPalette own;
    own.setColor(QPalette::WindowText, dark ? QColor(0xff, 0x9a, 0x8c) : QColor(0xb0, 0x15, 0x15));
    setPalette(own);
}

} // namespace shirase
