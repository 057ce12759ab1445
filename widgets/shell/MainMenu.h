// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/Session.h"

#include <QMap>
#include <QMenuBar>
#include <QPointer>

#include <functional>
#include <optional>

class QUndoStack;

namespace shirase {

class EditMenu;

/// The window's menus: the acts that belong to no single page, each with its shortcut and with what it takes to do
/// it. What an act does is connected by the window.
class MainMenu : public QMenuBar
{
    Q_OBJECT
public:
    enum class Act {
        NewFacility,
        NewNotice,
        Import,
        ExportFacilities,
        NoticeTexts,
        BackUp,
        ErasePerson,
        Print,
        PrintPreview,
        ChangePassword,
        Lock,
        Quit,
        Search,
        Refresh,
        Help,
        WhatsThis,
        About,
    };

    /// @param undo outlives the menu @param showUndone see EditMenu
    MainMenu(QUndoStack *undo, std::function<bool()> showUndone, QWidget *parent = nullptr);

    /// A page, after those that the menu has: Ctrl+1 shows the first, Ctrl+2 the second.
    void addPage(const QString &title);
    /// Whether the menu knows the page, by its place; one that it does not know has no shortcut either.
    void setPageOffered(int page, bool offered);

    [[nodiscard]] QAction *action(Act act) const { return m_acts[act].action; }
    /// Offers what this account may do. @param session null while the window is locked
    void setSession(const Session *session);
    /// The page that is shown: what its buttons do stands in a menu of its own.
    void setPage(QWidget *page) { m_page = page; }
    /// Whether there is a poster to print.
    void setPosterShown(bool shown);

Q_SIGNALS:
    void pageAsked(int page);

private:
    /// What an act takes: nothing, or a log-in with one of the roles (no role: any log-in).
    using Need = std::optional<Roles>;
    struct Entry
    {
        QAction *action = nullptr;
        Need need;
    };

    void buildFile();
    void buildPageActs();
    void fillPageActs();
    void buildView();
    void buildHelp();
    QAction *add(QMenu *menu, Act act, const QString &name, const QString &text, Need need,
                 const QIcon &icon = {});
    void adapt();

    QMap<Act, Entry> m_acts;
    QList<QAction *> m_pages;
    EditMenu *m_edit;
    QMenu *m_pageActs = nullptr;
    QPointer<QWidget> m_page;
    QMenu *m_view = nullptr;
    QAction *m_afterPages = nullptr;
    std::optional<Roles> m_roles; ///< nothing while the window is locked
    bool m_posterShown = false;
};

} // namespace shirase
