// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/checks/CheckLine.h"

#include "widgets/common/IconLabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

QString iconOf(FindingLabel::State state)
{
    switch (state) {
    case FindingLabel::State::Nothing:
        return {};
    case FindingLabel::State::Working:
        return u"working"_s;
    case FindingLabel::State::Good:
        return u"done"_s;
    case FindingLabel::State::Bad:
        return u"problem"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

FindingLabel::FindingLabel(QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel)
    , m_text(new QLabel)
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_icon->setAlignment(Qt::AlignTop);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1);
    clear();
}

void FindingLabel::present(State state, const QString &sentence, const QString &detail)
{
    m_state = state;
    m_text->setText(sentence);
    m_text->setToolTip(detail);
    m_icon->present(iconOf(state));
    setVisible(state != State::Nothing);
}

void FindingLabel::present(const Result<QString> &found)
{
    if (found)
        present(State::Good, *found);
    else
        present(State::Bad, found.error().message, found.error().detail);
}

QString FindingLabel::text() const
{
    return m_text->text();
}

CheckLine::CheckLine(Errands &errands, const QString &name, const QString &button, std::function<Check()> prepare,
                     QWidget *parent)
    : QWidget(parent)
    , m_errands(errands)
    , m_prepare(std::move(prepare))
    , m_button(new QPushButton(button))
    , m_finding(new FindingLabel)
{
    m_button->setObjectName(name);
    m_button->setAutoDefault(false);
    m_finding->label()->setObjectName(name + u"Finding"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_finding);
    connect(m_button, &QPushButton::clicked, this, &CheckLine::run);
}

void CheckLine::forget()
{
    ++m_run;
    m_finding->clear();
    m_button->setEnabled(true);
}

void CheckLine::run()
{
    const bool hadFocus = m_button->hasFocus();
    m_button->setEnabled(false);
    m_finding->present(FindingLabel::State::Working, tr("Looking…"));
    m_errands.run<QString>(this, m_prepare(), [this, run = ++m_run, hadFocus](const Result<QString> &found) {
        if (run != m_run)
            return;
        m_button->setEnabled(true);
        if (hadFocus)
            m_button->setFocus(); // a button that is disabled loses it
        m_finding->present(found);
        Q_EMIT checked(found.has_value());
    });
}

} // namespace shirase
