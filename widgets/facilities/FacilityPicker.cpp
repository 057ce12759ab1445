// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityPicker.h"

#include "widgets/common/Icons.h"
#include "widgets/facilities/FacilityModel.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QSet>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace shirase {

using namespace Qt::StringLiterals;

FacilityPicker::FacilityPicker(Worker &reader, QWidget *parent)
    : QWidget(parent)
    , m_model(new FacilityModel(reader, this))
    , m_search(new QLineEdit)
    , m_list(new QTreeView)
{
    m_search->setObjectName(u"facilityPickerSearch"_s);
    m_search->setPlaceholderText(tr("Search by name, address or code"));
    m_search->setAccessibleName(tr("Search for a facility"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icons::own(u"search"_s), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    buildList();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    setFocusProxy(m_search);

    m_pause.setSingleShot(true);
    m_pause.setInterval(60);
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, [this] { setChosen({}); }); // until it is found
    connect(m_search, &QLineEdit::returnPressed, this, &FacilityPicker::search);
    connect(&m_pause, &QTimer::timeout, this, &FacilityPicker::search);
    connect(m_model, &FacilityModel::failed, this, &FacilityPicker::failed);
    connect(m_model, &FacilityModel::loaded, this, &FacilityPicker::selectFound);
    connect(m_model, &FacilityModel::dataChanged, this, &FacilityPicker::takeSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &FacilityPicker::takeSelected);
    connect(m_list, &QTreeView::activated, this, &FacilityPicker::activated);
}

void FacilityPicker::buildList()
{
    m_list->setObjectName(u"facilityPickerList"_s);
    m_list->setAccessibleName(tr("Facilities found"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    for (int column = 0; column < FacilityModel::ColumnCount; ++column)
        m_list->setColumnHidden(column, column != FacilityModel::Name && column != FacilityModel::Address);
    m_list->header()->setSectionResizeMode(FacilityModel::Name, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(FacilityModel::Address, QHeaderView::Stretch);
}

void FacilityPicker::allowSeveral()
{
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
}

void FacilityPicker::refresh()
{
    search();
}

void FacilityPicker::catchUp()
{
    m_place = m_list->verticalScrollBar()->value();
    search();
}

void FacilityPicker::search()
{
    m_pause.stop();
    m_model->load({.search = m_search->text()});
}

void FacilityPicker::selectFound()
{
    QItemSelection rows = chosenRows();
    if (rows.isEmpty() && !m_search->text().isEmpty() && m_model->rowCount() > 0)
        rows.select(m_model->index(0, 0), m_model->index(0, 0)); // the only or best match, ready for Enter
    const QModelIndex first = rows.isEmpty() ? QModelIndex() : QModelIndex(rows.first().topLeft());
    m_list->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    m_list->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (const std::optional<int> place = std::exchange(m_place, std::nullopt))
        m_list->verticalScrollBar()->setValue(*place);
    else if (first.isValid())
        m_list->scrollTo(first);
    takeSelected();
}

QItemSelection FacilityPicker::chosenRows() const
{
    QItemSelection rows;
    const QSet<FacilityId> wanted(m_ids.begin(), m_ids.end());
    const int count = wanted.isEmpty() ? 0 : m_model->rowCount();
    for (int row = 0, first = -1; row <= count; ++row) {
        const bool isWanted = row < count && wanted.contains(m_model->idAt(m_model->index(row, 0)));
        if (isWanted && first < 0) {
            first = row;
        } else if (!isWanted && first >= 0) {
            rows.append(QItemSelectionRange(m_model->index(first, 0), m_model->index(row - 1, 0)));
            first = -1;
        }
    }
    return rows;
}

void FacilityPicker::takeSelected()
{
    if (m_model->isLoading() || m_pause.isActive())
        return; // the list is about to change
    QModelIndexList rows = m_list->selectionModel()->selectedRows();
    if (rows.size() == 1) {
        if (const Facility *facility = m_model->facility(rows.first()))
            setChosen({facility->id}, *facility); // else its row is on the way
        return;
    }
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QList<FacilityId> ids;
    for (const QModelIndex &row : std::as_const(rows))
        ids << m_model->idAt(row);
    setChosen(ids);
}

void FacilityPicker::setChosen(const QList<FacilityId> &ids, std::optional<Facility> only)
{
    if (m_ids == ids && m_chosen == only)
        return;
    m_ids = ids;
    m_chosen = std::move(only);
    Q_EMIT chosenChanged();
}

void FacilityPicker::clear()
{
    m_search->clear();
    m_pause.stop();
    m_model->clear();
    setChosen({});
}

void FacilityPicker::choose(const Facility &facility)
{
    m_search->setText(facility.details.name);
    setChosen({facility.id}, facility);
    search();
}

void FacilityPicker::choose(const QList<FacilityId> &facilities)
{
    m_search->clear();
    setChosen(facilities);
    search();
}

// The arrow keys move through the list while the cursor stays in the search field.
bool FacilityPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace shirase
