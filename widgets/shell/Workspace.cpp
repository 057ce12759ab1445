// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/Workspace.h"

#include "widgets/common/Icons.h"
#include "widgets/shell/SideBar.h"

#include <QHBoxLayout>
#include <QSettings>
#include <QStackedWidget>
#include <QTimer>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

Workspace::Workspace(QWidget *parent)
    : QWidget(parent)
    , m_sideBar(new SideBar)
    , m_stack(new QStackedWidget)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sideBar);
    row->addWidget(m_stack, 1);
    setFocusProxy(m_sideBar);
    connect(m_sideBar, &QListWidget::currentRowChanged, this, &Workspace::showPage);
}

void Workspace::add(Page *page, const QString &icon)
{
    m_pages << page;
    m_stack->addWidget(page);
    m_sideBar->addPage(icons::own(icon), page->title());
    if (m_pages.size() == 1)
        m_sideBar->setCurrentRow(0);
}

Page *Workspace::current() const
{
    return m_pages.value(m_stack->currentIndex());
}

bool Workspace::isOffered(const Page *page) const
{
    return !m_sideBar->item(int(m_pages.indexOf(page)))->isHidden();
}

bool Workspace::goTo(const Page *page)
{
    m_sideBar->setCurrentRow(int(m_pages.indexOf(page)));
    return current() == page;
}

void Workspace::showPage(int page)
{
    if (page < 0 || page == m_stack->currentIndex())
        return;
    if (current() && !current()->mayLeave()) {
        // After the click is over: the list selects what was clicked only then.
        QTimer::singleShot(0, m_sideBar, [this] {
            const QSignalBlocker blocker(m_sideBar);
            m_sideBar->setCurrentRow(m_stack->currentIndex());
        });
        return;
    }
    m_stack->setCurrentIndex(page);
    Q_EMIT pageChanged();
}

void Workspace::enter(const SharedSession &session)
{
    for (int i = 0; i < m_pages.size(); ++i)
        m_sideBar->item(i)->setHidden(!m_pages[i]->isFor(*session));
    if (!isOffered(current()))
        goTo(*std::ranges::find_if(m_pages, [this](const Page *page) { return isOffered(page); }));
    for (Page *page : std::as_const(m_pages)) {
        if (isOffered(page))
            page->enter(session);
    }
}

void Workspace::leave()
{
    for (Page *page : std::as_const(m_pages))
        page->leave();
}

void Workspace::catchUp(const Subjects &changed)
{
    Page *page = current();
    if (page->isVisible() && page->subjects().intersects(changed))
        page->catchUp(changed);
}

void Workspace::setBadge(const Page *page, int count, const QString &meaning)
{
    m_sideBar->setBadge(int(m_pages.indexOf(page)), count, meaning);
}

void Workspace::saveLayout(QSettings &settings) const
{
    for (const Page *page : m_pages)
        page->saveLayout(settings);
}

void Workspace::restoreLayout(const QSettings &settings)
{
    for (Page *page : std::as_const(m_pages))
        page->restoreLayout(settings);
}

} // namespace shirase
