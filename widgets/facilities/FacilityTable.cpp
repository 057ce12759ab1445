// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityTable.h"

#include "widgets/common/Texts.h"
#include "widgets/facilities/FacilityModel.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <array>

namespace shirase {

using namespace Qt::StringLiterals;

namespace {

// What a narrow window leaves out, the first one first: the detail beside the list shows it too.
constexpr std::array<int, 3> lessNeeded{FacilityModel::Registered, FacilityModel::Kind, FacilityModel::Code};
// Japanese letters of name and address together.
constexpr int tolerable = 30;   // before a column is left out
constexpr int comfortable = 44; // on one line
constexpr int rowPadding = 10;

} // namespace

FacilityTable::FacilityTable(FacilityModel *model, QWidget *parent)
    // Name and address share what the others leave.
    : ListTable(u"facilityTable"_s, tr("Facilities"), model, {FacilityModel::Name, FacilityModel::Address}, parent)
    , m_model(model)
{
    setSelectionMode(ExtendedSelection);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    setSorting(m_order, m_direction);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &FacilityTable::sortBy);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &FacilityTable::remember);
    connect(model, &FacilityModel::loaded, this, &FacilityTable::restore);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &FacilityTable::selectionMoved);
}

void FacilityTable::prepareColumns()
{
    const int letter = fontMetrics().horizontalAdvance(u'あ');
    int room = viewport()->width();
    for (int column = 0; column < FacilityModel::ColumnCount; ++column)
        room -= widthOf(column);
    for (const int column : lessNeeded) {
        const bool isLeftOut = room < tolerable * letter;
        setColumnHidden(column, isLeftOut);
        room += isLeftOut ? widthOf(column) : 0;
    }
    const bool twoLines = room < comfortable * letter;
    setWordWrap(twoLines);
    verticalHeader()->setDefaultSectionSize((twoLines ? 2 : 1) * fontMetrics().lineSpacing() + rowPadding);
}

int FacilityTable::widthOf(int column) const
{
    QStringList texts{m_model->headerData(column, Qt::Horizontal).toString()};
    switch (column) {
    case FacilityModel::Kind:
        texts << Texts::of(FacilityKind::Store) << Texts::of(FacilityKind::Event)
              << Texts::of(FacilityKind::Facility);
        break;
    case FacilityModel::State:
        texts << Texts::of(FacilityState::Active) << Texts::of(FacilityState::Suspended)
              << Texts::of(FacilityState::Retired);
        break;
    case FacilityModel::Code:
        texts << u"MM-MMM"_s;
        break;
    case FacilityModel::Registered:
        texts << Texts::day(QDate(2020, 12, 28));
        break;
    default:
        return 0; // name and address share what the others leave
    }
    const auto widest = std::ranges::max(texts, {}, [this](const QString &text) {
        return fontMetrics().horizontalAdvance(text);
    });
    const int padding = 2 * style()->pixelMetric(QStyle::PM_HeaderMargin, nullptr, this) +
                        style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, this);
    return fontMetrics().horizontalAdvance(widest) + padding;
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
