// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace shirase {

Page::Page(PageContext context, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_title(title)
    , m_heading(new QHBoxLayout)
    , m_content(new QVBoxLayout)
{
    setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(10);
    m_heading->addWidget(headingLabel(title, 1.5));
    m_heading->addStretch(1);
    m_heading->setSpacing(8);
    m_content->setSpacing(8);
    layout->addLayout(m_heading);
    layout->addLayout(m_content, 1);
}

void Page::enter(SharedSession session)
{
    m_session = std::move(session);
    if (isVisible())
        refresh();
}

void Page::leave()
{
    m_session.reset();
    clear();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_session)
        refresh();
}

QLabel *headingLabel(const QString &text, qreal scale, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label->setFont(font);
    return label;
}

} // namespace shirase
