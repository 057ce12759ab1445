// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/setup/SetUpPage.h"

#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

namespace shirase {

using namespace Qt::StringLiterals;

SetUpPage::SetUpPage(const QString &name, const QString &title, const QString &subTitle)
    : m_content(nullptr)
{
    setObjectName(u"setUp"_s + name);
    setTitle(title);
    setSubTitle(subTitle);
    auto *inside = new QWidget;
    m_content = new QVBoxLayout(inside);
    m_content->setSpacing(12);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setAccessibleName(title);
    scroll->setWidget(inside);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QLabel *SetUpPage::paragraph(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace shirase
