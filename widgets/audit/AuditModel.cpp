// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/audit/AuditModel.h"

#include "widgets/audit/AuditTexts.h"
#include "widgets/common/Texts.h"

namespace shirase {

AuditModel::AuditModel(AuditLog &log, QObject *parent)
    : QAbstractTableModel(parent)
    , m_log(log)
{}

void AuditModel::load(SharedSession by, const AuditLog::Filter &filter)
{
    beginResetModel();
    m_session = std::move(by);
    m_filter = filter;
    m_entries.clear();
    Result<QList<AuditLog::Entry>> page = m_log.page(*m_session, filter, {}, pageSize);
    if (page)
        m_entries = std::move(*page);
    m_more = m_entries.size() == pageSize;
    endResetModel();
    if (!page)
        Q_EMIT failed(page.error());
}

int AuditModel::catchUp()
{
    Result<QList<AuditLog::Entry>> page = m_log.page(*m_session, m_filter, {}, pageSize);
    if (!page) {
        Q_EMIT failed(page.error());
        return 0;
    }
    const qint64 newest = m_entries.isEmpty() ? 0 : m_entries.first().id;
    page->removeIf([newest](const AuditLog::Entry &entry) { return entry.id <= newest; });
    if (page->isEmpty())
        return 0;
    if (m_entries.isEmpty() || page->size() == pageSize) { // there may be more between
        const int before = rowCount();
        load(m_session, m_filter);
        return rowCount() - before;
    }
    beginInsertRows({}, 0, int(page->size()) - 1);
    m_entries = *page + m_entries;
    endInsertRows();
    return int(page->size());
}

void AuditModel::clear()
{
    beginResetModel();
    m_session.reset();
    m_entries.clear();
    m_more = false;
    endResetModel();
}

const AuditLog::Entry *AuditModel::at(int row) const
{
    return row >= 0 && row < m_entries.size() ? &m_entries[row] : nullptr;
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int AuditModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_entries.size())
        return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(m_entries[index.row()], index.column());
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QString AuditModel::text(const AuditLog::Entry &entry, int column)
{
    switch (column) {
    case Time:
        return Texts::time(entry.at);
    case Account:
        return AuditTexts::account(entry.account);
    case Action:
        return AuditTexts::action(entry.action);
    case Subject:
        return AuditTexts::subject(entry);
    case Number:
        return Texts::number(entry.id);
    default:
        return {};
    }
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Number)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Account:
        return tr("Who");
    case Action:
        return tr("What");
    case Subject:
        return tr("About", "what an action was done to");
    case Number:
        return tr("No.", "number of an entry");
    default:
        return {};
    }
}

bool AuditModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_more;
}

void AuditModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    const Result<QList<AuditLog::Entry>> page =
        m_log.page(*m_session, m_filter, m_entries.last().id, pageSize);
    if (!page) {
        m_more = false; // else the view would ask for ever; a refresh starts anew
        Q_EMIT failed(page.error());
        return;
    }
    m_more = page->size() == pageSize;
    if (page->isEmpty())
        return;
    const int first = int(m_entries.size());
    beginInsertRows({}, first, first + int(page->size()) - 1);
    m_entries += *page;
    endInsertRows();
}

} // namespace shirase
