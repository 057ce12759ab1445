// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/StepFrame.h"

#include "widgets/common/IconLabel.h"
#include "widgets/common/Page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideHeading = 2; ///< logical pixels that its icon is larger

QString iconOf(StepFrame::State state)
{
    switch (state) {
    case StepFrame::State::Closed:
        return u"closed"_s;
    case StepFrame::State::Open:
        return u"open"_s;
    case StepFrame::State::Working:
        return u"working"_s;
    case StepFrame::State::Done:
        return u"done"_s;
    case StepFrame::State::Problem:
        return u"warning"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

StepFrame::StepFrame(int number, const QString &title, QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel({}, besideHeading))
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
    m_icon->present(iconOf(state));
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
