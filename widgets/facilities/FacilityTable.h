// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityQuery.h"
#include "widgets/common/ListTable.h"

#include <QItemSelection>

class QMenu;

namespace shirase {

class FacilityModel;

/// The list of facilities: several can be selected, a click on a column sorts. Selection, current row and
/// place stay when the list is read anew. In a narrow window it leaves out columns and gives names a second
/// line before it cuts them off.
class FacilityTable : public ListTable
{
    Q_OBJECT
public:
    explicit FacilityTable(FacilityModel *model, QWidget *parent = nullptr);

    [[nodiscard]] FacilityOrder order() const { return m_order; }
    [[nodiscard]] Qt::SortOrder direction() const { return m_direction; }
    void setSorting(FacilityOrder order, Qt::SortOrder direction);
    /// A menu to sort without the mouse.
    [[nodiscard]] QMenu *makeSortMenu();

    /// The facilities that are selected, in the order of the list.
    [[nodiscard]] QList<FacilityId> selectedIds() const;
    /// The one row that is selected; invalid for none and for several.
    [[nodiscard]] QModelIndex onlySelected() const;
    /// Selects the facility, once it is there, and scrolls to it.
    void select(FacilityId id);

Q_SIGNALS:
    void sortingChanged();
    void selectionMoved();

protected:
    void prepareColumns() override;

private:
    /// What a column takes that is as wide as the longest of its texts.
    [[nodiscard]] int widthOf(int column) const;
    void sortBy(int column);
    void remember();
    [[nodiscard]] QItemSelection remembered() const;
    void restore();

    FacilityModel *m_model;
    FacilityOrder m_order = FacilityOrder::Name;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    QList<FacilityId> m_remembered;
    FacilityId m_current = 0;
    int m_place = 0;         ///< of the scroll bar
    FacilityId m_wanted = 0; ///< to be selected once it is there
    bool m_reset = false;
};

} // namespace shirase
