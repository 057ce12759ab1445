// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpDesk.h"

#include "widgets/common/Page.h"
#include "widgets/help/HelpTopics.h"
#include "widgets/help/HelpWindow.h"

#include <QApplication>
#include <QKeyEvent>

#include <algorithm>

namespace shirase {

HelpDesk::HelpDesk(QWidget *window)
    : QObject(window)
    , m_owner(window)
{
    qApp->installEventFilter(this);
}

HelpDesk::~HelpDesk()
{
    delete m_help;
}

void HelpDesk::openHere()
{
    const QWidget *focus = QApplication::focusWidget();
    open(topicOf(focus && isOurs(focus) ? focus : m_owner));
}

// Around the page, as in the side bar, it is the page that somebody asks about.
QString HelpDesk::topicOf(const QWidget *widget) const
{
    QString own = helpTopics::of(widget);
    if (own != HelpBook::firstPage || widget->window() != m_owner)
        return own;
    const QList<Page *> pages = m_owner->findChildren<Page *>();
    const auto shown = std::ranges::find_if(pages, [](const Page *page) { return page->isVisible(); });
    return shown == pages.end() ? own : helpTopics::of(*shown);
}

void HelpDesk::open(const QString &topic)
{
    // A dialog of its own event loop lets nothing be used but what belongs to it.
    QWidget *modal = QApplication::activeModalWidget();
    QWidget *parent = modal && modal->windowModality() == Qt::ApplicationModal ? modal : nullptr;
    if (!m_help || m_help->parentWidget() != parent) {
        delete m_help;
        m_help = new HelpWindow(parent);
    }
    m_help->open(topic);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

bool HelpDesk::isOurs(const QWidget *widget) const
{
    for (; widget; widget = widget->parentWidget()) {
        if (widget == m_owner)
            return true;
    }
    return false;
}

bool HelpDesk::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent *>(event)->matches(QKeySequence::HelpContents))
        return false;
    const auto *widget = qobject_cast<QWidget *>(object);
    if (!widget || !isOurs(widget))
        return false;
    open(topicOf(widget));
    return true;
}

} // namespace shirase
