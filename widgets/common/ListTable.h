// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

class QMenu;
class QSettings;

namespace shirase {

/// A table of whole rows, as the pages show their lists. Columns are as wide as what is in sight of them, and some share the
/// room that the others leave, until somebody drags one: from then on the widths are theirs, and stay with the window; the
/// header's menu goes back. The menu of a row copies it, and has what the page adds.
class ListTable : public QTableView
{
    Q_OBJECT
public:
    /// @param sharing the columns that share the room
    ListTable(const QString &objectName, const QString &title, QAbstractItemModel *model, QList<int> sharing,
              QWidget *parent = nullptr);

    /// @param page the group of the settings: "audit"
    void saveColumns(QSettings &settings, const QString &page) const;
    void restoreColumns(const QSettings &settings, const QString &page);

    /// For a table that is not one of these: striped rather than ruled, headings at the left, and Tab leaves it.
    static void dress(QTableView &table);

Q_SIGNALS:
    /// A menu is about to be shown for the rows that are chosen.
    void menuAsked(QMenu &menu);

protected:
    void resizeEvent(QResizeEvent *event) override;
    /// Called before the widths are set by themselves: columns may be hidden here.
    virtual void prepareColumns() {}

private:
    void build(const QString &title);
    void fit();
    void shareRoom(int room);
    void goToStandardWidths();
    void openMenu(const QPoint &place);
    void openHeaderMenu(const QPoint &place);

    QList<int> m_sharing;
    QTimer m_fitSoon;        ///< once, however much has changed
    bool m_fitting = false;  ///< the widths change by themselves
    bool m_areOwn = false;   ///< somebody has set the widths
};

} // namespace shirase
