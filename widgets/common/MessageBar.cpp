// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/MessageBar.h"

#include "widgets/common/IconLabel.h"
#include "widgets/common/Icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace shirase {

using namespace Qt::StringLiterals;

MessageBar::MessageBar(Dialogs &dialogs, QWidget *parent)
    : NoteBox(parent)
    , m_dialogs(dialogs)
    , m_icon(new IconLabel)
    , m_text(new QLabel)
    , m_details(new QToolButton)
    , m_retry(new QToolButton)
{
    setObjectName(u"messageBar"_s);
    m_text->setObjectName(u"messageBarText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setText(tr("Details…"));
    m_retry->setText(tr("Try again"));
    m_retry->setObjectName(u"messageBarRetry"_s);
    auto *close = new QToolButton;
    close->setIcon(icons::own(u"close"_s));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(close->accessibleName());

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_details);
    layout->addWidget(m_retry);
    layout->addWidget(close);

    connect(m_details, &QToolButton::clicked, this, [this] { m_dialogs.showError(this, m_error); });
    connect(m_retry, &QToolButton::clicked, this, &MessageBar::retryAsked);
    connect(close, &QToolButton::clicked, this, &MessageBar::clear);
    clear();
}

void MessageBar::report(const Error &error)
{
    m_error = error;
    present(u"warning"_s, error.message, true);
}

void MessageBar::inform(const QString &sentence)
{
    present(u"done"_s, sentence, false);
}

void MessageBar::withdraw(const Error &error)
{
    if (m_text->text() == error.message)
        clear();
}

void MessageBar::clear()
{
    m_error = {};
    m_text->clear();
    setVisible(false);
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::present(const QString &icon, const QString &sentence, bool failure)
{
    m_icon->present(icon);
    m_text->setText(sentence);
    m_details->setVisible(failure && !m_error.detail.isEmpty());
    m_retry->setVisible(failure);
    setVisible(true);
}

} // namespace shirase
