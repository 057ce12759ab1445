// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/notices/TargetModel.h"

#include "widgets/common/Texts.h"

#include <algorithm>

namespace shirase {

void TargetModel::set(QList<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

bool TargetModel::add(const Entry &entry)
{
    const bool known = std::ranges::any_of(m_entries, [&](const Entry &other) {
        return other.target.facility == entry.target.facility && other.target.from == entry.target.from;
    });
    if (known)
        return false;
    beginInsertRows({}, int(m_entries.size()), int(m_entries.size()));
    m_entries.append(entry);
    endInsertRows();
    return true;
}

void TargetModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_entries.removeAt(row);
    endRemoveRows();
}

QList<NoticeTarget> TargetModel::targets() const
{
    QList<NoticeTarget> targets;
    for (const Entry &entry : m_entries)
        targets << entry.target;
    return targets;
}

bool TargetModel::mixes(const Entry &entry) const
{
    return !m_entries.isEmpty() && m_entries.first().exercise != entry.exercise;
}

bool TargetModel::isExercise() const
{
    return !m_entries.isEmpty() && m_entries.first().exercise;
}

int TargetModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int TargetModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TargetModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const Entry &entry = m_entries[index.row()];
    return index.column() == Place ? entry.name : Texts::window(entry.target);
}

QVariant TargetModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == Place ? tr("Facility") : tr("Time (Japan)");
}

} // namespace shirase
