// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

class QStackedWidget;

namespace shirase {

class SideBar;

/// What somebody who is logged in sees: one page, and the side bar that chooses among those which the account gets
/// to see.
class Workspace : public QWidget
{
    Q_OBJECT
public:
    explicit Workspace(QWidget *parent = nullptr);

    /// A page, beneath those in the side bar. @param icon one of resources/icons, "facilities"
    void add(Page *page, const QString &icon);
    /// All of them, in their order.
    [[nodiscard]] const QList<Page *> &pages() const { return m_pages; }
    [[nodiscard]] Page *current() const;
    /// Whether the account gets to see the page.
    [[nodiscard]] bool isOffered(const Page *page) const;
    /// Shows a page. False where the one that is seen may not be left: somebody wants to stay there.
    bool goTo(const Page *page);

    void enter(const SharedSession &session);
    void leave();
    /// Lets the page that is seen catch up; the others read anew when they are shown.
    void catchUp(const Subjects &changed);
    /// A number behind a page's title, of what waits there; none for 0. @param meaning a sentence
    void setBadge(const Page *page, int count, const QString &meaning);

    /// What each page keeps.
    void saveLayout(QSettings &settings) const;
    void restoreLayout(const QSettings &settings);

Q_SIGNALS:
    void pageChanged();

private:
    void showPage(int page);

    SideBar *m_sideBar;
    QStackedWidget *m_stack;
    QList<Page *> m_pages;
};

} // namespace shirase
