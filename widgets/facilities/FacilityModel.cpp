// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/FacilityModel.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/Texts.h"

#include <algorithm>

namespace shirase {

FacilityModel::FacilityModel(FacilityStore &store, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
{}

void FacilityModel::load(const FacilityFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    m_facilities.clear();
    Result<QList<Facility>> page = m_store.list(filter, 0, pageSize);
    if (page)
        m_facilities = std::move(*page);
    m_more = m_facilities.size() == pageSize;
    endResetModel();
    if (!page)
        Q_EMIT failed(page.error());
}

void FacilityModel::clear()
{
    beginResetModel();
    m_facilities.clear();
    m_more = false;
    endResetModel();
}

void FacilityModel::update(FacilityId id)
{
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    Result<Facility> facility = m_store.find(id);
    if (!facility) {
        Q_EMIT failed(facility.error());
        return;
    }
    m_facilities[index.row()] = std::move(*facility);
    Q_EMIT dataChanged(index, index.siblingAtColumn(ColumnCount - 1));
}

const Facility *FacilityModel::facility(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_facilities.size() ? &m_facilities[index.row()] : nullptr;
}

QModelIndex FacilityModel::indexOf(FacilityId id) const
{
    // They are in the order of their ids.
    const auto found = std::ranges::lower_bound(m_facilities, id, {}, &Facility::id);
    if (found == m_facilities.end() || found->id != id)
        return {};
    return index(int(found - m_facilities.begin()), 0);
}

int FacilityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_facilities.size());
}

int FacilityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FacilityModel::data(const QModelIndex &index, int role) const
{
    const Facility *facility = this->facility(index);
    if (!facility)
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(*facility, index.column());
    return {};
}

QString FacilityModel::text(const Facility &facility, int column)
{
    switch (column) {
    case Name:
        return Texts::name(facility.details);
    case Kind:
        return Texts::of(facility.details.kind);
    case Address:
        return facility.details.address;
    case State:
        return Texts::of(facility.state);
    case Code:
        return facility.code.checkCode();
    case Changed:
        return Texts::day(japan::dayOf(facility.changedAt));
    default:
        return {};
    }
}

QVariant FacilityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Address:
        return tr("Address", "postal");
    case State:
        return tr("State");
    case Code:
        return tr("Check code");
    case Changed:
        return tr("Changed");
    default:
        return {};
    }
}

bool FacilityModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void FacilityModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Result<QList<Facility>> page = m_store.list(m_filter, m_facilities.last().id, pageSize);
    if (!page) {
        m_more = false; // else the view would ask for ever; a refresh starts anew
        Q_EMIT failed(page.error());
        return;
    }
    m_more = page->size() == pageSize;
    if (page->isEmpty())
        return;
    const int first = int(m_facilities.size());
    beginInsertRows({}, first, first + int(page->size()) - 1);
    m_facilities += *page;
    endInsertRows();
}

} // namespace shirase
