// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/StepFrame.h"

#include "widgets/common/Icons.h"
#include "widgets/common/Page.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

StepFrame::StepFrame(int number, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel)
    , m_stateText(new QLabel)
    , m_bodyArea(new QWidget)
    , m_body(new QVBoxLayout(m_bodyArea))
{
    setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    setAccessibleName(tr("Step %1: %2").arg(number).arg(title));
    m_stateText->setObjectName(u"stepState%1"_s.arg(number));
    m_stateText->setTextFormat(Qt::PlainText);

    auto *header = new QHBoxLayout;
    header->setSpacing(8);
    header->addWidget(headingLabel(tr("%1. %2", "number and title of a step").arg(number).arg(title), 1.15));
    header->addStretch(1);
    header->addWidget(m_icon);
    header->addWidget(m_stateText);
    m_body->setContentsMargins(0, 6, 0, 0);
    m_body->setSpacing(8);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(m_bodyArea);
    setState(State::Closed, {});
}

QString StepFrame::stateText() const
{
    return m_stateText->text();
}

void StepFrame::setState(State state, const QString &text)
{
    m_state = state;
    m_stateText->setText(state == State::Closed && text.isEmpty() ? tr("Not yet", "state of a step") : text);
    m_bodyArea->setVisible(state != State::Closed);
    showIcon();
}

void StepFrame::showIcon()
{
    const auto name = [this] {
        switch (m_state) {
        case State::Closed:
            return u"closed"_s;
        case State::Open:
            return u"open"_s;
        case State::Working:
            return u"working"_s;
        case State::Done:
            return u"done"_s;
        case State::Problem:
            return u"warning"_s;
        }
        Q_UNREACHABLE();
    }();
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize) + 2;
    m_icon->setPixmap(icons::own(name).pixmap(QSize(side, side), devicePixelRatioF()));
}

void StepFrame::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showIcon();
}

QLabel *wrappedLabel(const QString &name, const QString &text)
{
    auto *label = new QLabel(text);
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace shirase
