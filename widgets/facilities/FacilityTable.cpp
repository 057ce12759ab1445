// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityTable.h"

#include "widgets/facilities/FacilityModel.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityTable::FacilityTable(FacilityModel *model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(u"facilityTable"_s);
    setAccessibleName(tr("Facilities"));
    setModel(model);
    build();
    setSorting(m_order, m_direction);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &FacilityTable::sortBy);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &FacilityTable::remember);
    connect(model, &FacilityModel::loaded, this, &FacilityTable::restore);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &FacilityTable::selectionMoved);
}

void FacilityTable::build()
{
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // Name and address share what the others leave; only rows in sight are measured, however many there are.
    header->setResizeContentsPrecision(0);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    for (const int column : {FacilityModel::Name, FacilityModel::Address})
        header->setSectionResizeMode(column, QHeaderView::Stretch);
}

void FacilityTable::setSorting(FacilityOrder order, Qt::SortOrder direction)
{
    m_order = order;
    m_direction = direction;
    horizontalHeader()->setSortIndicator(FacilityModel::columnOf(order), direction);
}

void FacilityTable::sortBy(int column)
{
    const std::optional<FacilityOrder> order = FacilityModel::orderOf(column);
    const bool again = order == m_order && m_direction == Qt::AscendingOrder;
    setSorting(order.value_or(m_order),
               order ? (again ? Qt::DescendingOrder : Qt::AscendingOrder) : m_direction);
    if (order)
        Q_EMIT sortingChanged();
}

QMenu *FacilityTable::makeSortMenu()
{
    auto *menu = new QMenu(tr("Sort &by"), this);
    auto *columns = new QActionGroup(menu);
    for (int column = 0; column < FacilityModel::ColumnCount; ++column) {
        const std::optional<FacilityOrder> order = FacilityModel::orderOf(column);
        if (!order)
            continue;
        QAction *action = menu->addAction(m_model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(*order == m_order);
        columns->addAction(action);
        connect(action, &QAction::triggered, this, [this, column] { sortBy(column); });
    }
    return menu;
}

QList<FacilityId> FacilityTable::selectedIds() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<FacilityId> ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids << m_model->idAt(row);
    return ids;
}

QModelIndex FacilityTable::onlySelected() const
{
    const QItemSelection selection = selectionModel()->selection();
    const bool one = selection.size() == 1 && selection.first().height() == 1;
    return one ? QModelIndex(selection.first().topLeft()).siblingAtColumn(0) : QModelIndex();
}

void FacilityTable::select(FacilityId id)
{
    m_wanted = id;
    if (!m_model->isLoading())
        restore();
}

void FacilityTable::remember()
{
    m_reset = true;
    m_remembered = selectedIds();
    m_current = m_model->idAt(currentIndex());
    m_place = verticalScrollBar()->value();
}

// In ranges: everything may be selected.
QItemSelection FacilityTable::remembered() const
{
    QItemSelection selection;
    const QSet<FacilityId> wanted(m_remembered.begin(), m_remembered.end());
    int first = -1;
    for (int row = 0; !wanted.isEmpty() && row <= m_model->rowCount(); ++row) {
        const bool isWanted = row < m_model->rowCount() && wanted.contains(m_model->idAt(m_model->index(row, 0)));
        if (isWanted && first < 0)
            first = row;
        if (!isWanted && first >= 0)
            selection.select(m_model->index(std::exchange(first, -1), 0),
                             m_model->index(row - 1, FacilityModel::ColumnCount - 1));
    }
    return selection;
}

void FacilityTable::restore()
{
    if (std::exchange(m_reset, false)) {
        selectionModel()->select(remembered(), QItemSelectionModel::ClearAndSelect);
        selectionModel()->setCurrentIndex(m_model->indexOf(m_current), QItemSelectionModel::NoUpdate);
        verticalScrollBar()->setValue(m_place);
    }
    if (const QModelIndex wanted = m_model->indexOf(m_wanted); wanted.isValid()) {
        m_wanted = 0;
        selectRow(wanted.row());
        scrollTo(wanted, PositionAtCenter);
    }
    Q_EMIT selectionMoved();
}

} // namespace shirase
