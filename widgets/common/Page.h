// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/ChangeCounts.h"
#include "widgets/Office.h"
#include "widgets/common/Dialogs.h"
#include "widgets/common/Worker.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QSettings;
class QVBoxLayout;

namespace shirase {

/// The account that is logged in, shared with the worker's tasks; locking the window drops every share.
using SharedSession = std::shared_ptr<const Session>;

/// What every page works with. All of it outlives the pages.
struct PageContext
{
    Office &office;
    Worker &worker; ///< long tasks, and those that need the session's keys
    Worker &reader; ///< reads what pages show; never has keys, and never waits behind a long task
    /// Reads what is shown by itself, and may take a moment: the figures of OfficeWatch, the charts of the dashboard, the
    /// progress of a notice.
    Worker &watcher;
    Dialogs &dialogs;
};

/// One page of the window: a heading with the page's actions, and its content beneath. Pages live as long as
/// the window; what they show lives from log-in to locking.
class Page : public QWidget
{
    Q_OBJECT
public:
    Page(PageContext context, const QString &title, QWidget *parent = nullptr);

    [[nodiscard]] const QString &title() const { return m_title; }

    /// Whether this account gets to see the page; others are not shown that it exists.
    [[nodiscard]] virtual bool isFor(const Session &) const { return true; }
    /// Somebody has logged in: the page may fill itself once it is shown.
    void enter(SharedSession session);
    /// The window is locked: everything that was shown or typed goes.
    void leave();
    /// Reads anew what may have changed.
    virtual void refresh() = 0;
    /// Called before another page is shown, or the window is closed by a person. False if they want to stay, as
    /// something would be lost.
    [[nodiscard]] virtual bool mayLeave() { return true; }
    /// What the page shows: a change of it calls catchUp() while the page is seen.
    [[nodiscard]] virtual Subjects subjects() const { return {}; }
    /// Somebody has changed some of it: shows what holds now, and leaves selection, place and what is being typed.
    virtual void catchUp(const Subjects &) {}

    /// Keeps and restores splitters and columns.
    virtual void saveLayout(QSettings &) const {}
    virtual void restoreLayout(const QSettings &) {}

protected:
    virtual void clear() = 0;
    void showEvent(QShowEvent *event) override;

    /// Where a page puts its actions, right of the heading.
    [[nodiscard]] QHBoxLayout *heading() const { return m_heading; }
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    [[nodiscard]] const SharedSession &session() const { return m_session; }
    [[nodiscard]] bool may(Role role) const { return m_session && m_session->has(role); }

    PageContext m_context;

private:
    QString m_title;
    SharedSession m_session;
    QHBoxLayout *m_heading;
    QVBoxLayout *m_content;
};

/// A label in a larger, bolder type than the rest.
[[nodiscard]] QLabel *headingLabel(const QString &text, qreal scale, QWidget *parent = nullptr);

} // namespace shirase
