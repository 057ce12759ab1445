// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/SheetPager.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

SheetPager::SheetPager(QWidget *parent)
    : QWidget(parent)
    , m_back(arrow(u"sheetBack"_s, Qt::LeftArrow, tr("Previous sheet"), -1))
    , m_on(arrow(u"sheetOn"_s, Qt::RightArrow, tr("Next sheet"), 1))
    , m_label(new QLabel)
{
    m_label->setObjectName(u"sheetNumber"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_back);
    row->addWidget(m_label);
    row->addWidget(m_on);
    adapt();
}

QToolButton *SheetPager::arrow(const QString &name, Qt::ArrowType type, const QString &text, int step)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setArrowType(type);
    button->setAutoRepeat(true);
    button->setAccessibleName(text);
    button->setToolTip(text);
    connect(button, &QToolButton::clicked, this, [this, step] { setCurrent(m_current + step); });
    return button;
}

void SheetPager::setCount(int count)
{
    m_count = count;
    m_current = std::clamp(m_current, 0, std::max(0, count - 1));
    adapt();
}

void SheetPager::setCurrent(int index)
{
    const int before = m_current;
    m_current = std::clamp(index, 0, std::max(0, m_count - 1));
    adapt();
    if (m_current != before)
        Q_EMIT turned();
}

void SheetPager::adapt()
{
    setVisible(m_count > 1);
    m_back->setEnabled(m_current > 0);
    m_on->setEnabled(m_current + 1 < m_count);
    m_label->setText(tr("Sheet %L1 of %L2").arg(m_current + 1).arg(m_count));
}

} // namespace shirase
