// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dashboard/FigureTile.h"

#include "widgets/common/Page.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

FigureTile::FigureTile(const QString &name, const QString &title, const QString &button, QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(title))
    , m_figure(headingLabel({}, 2.0))
    , m_source(new QLabel)
    , m_button(new QPushButton(button))
{
    setObjectName(name);
    setFrameStyle(QFrame::StyledPanel | QFrame::Plain);
    m_figure->setObjectName(name + u"Figure"_s);
    m_source->setObjectName(name + u"Source"_s);
    m_button->setObjectName(name + u"Button"_s);
    m_figure->setTextFormat(Qt::PlainText);
    m_source->setTextFormat(Qt::PlainText);
    m_source->setWordWrap(true);
    for (QLabel *label : {m_figure, m_source})
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 8);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_figure);
    layout->addWidget(m_source);
    layout->addStretch(1);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    m_button->setVisible(!button.isEmpty()); // no sooner: without a parent it would be a window
    connect(m_button, &QPushButton::clicked, this, &FigureTile::asked);
}

void FigureTile::present(const QString &figure, const QString &source)
{
    m_figure->setText(figure.isEmpty() ? u"–"_s : figure);
    m_source->setText(source);
    setAccessibleName(u"%1: %2"_s.arg(m_title->text(), m_figure->text()));
    setAccessibleDescription(source);
}

void FigureTile::setButtonShown(bool shown)
{
    m_button->setVisible(shown);
}

} // namespace shirase
