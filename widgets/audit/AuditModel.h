// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/staff/AuditLog.h"
#include "widgets/common/Page.h"

#include <QAbstractTableModel>

namespace shirase {

/// The entries of a filter, the newest first, read a page at a time as the view scrolls, each page by the key
/// of the row before it.
class AuditModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Time, Account, Action, Subject, Number, ColumnCount };
    static constexpr int pageSize = 200;

    explicit AuditModel(AuditLog &log, QObject *parent = nullptr);

    /// Reads from the start. On failure the model is empty and failed() says why.
    void load(SharedSession by, const AuditLog::Filter &filter);
    /// Adds the entries that are new at the top. Returns how many rows there are more.
    int catchUp();
    /// Lets go of the session too.
    void clear();

    /// Null where there is no such row.
    [[nodiscard]] const AuditLog::Entry *at(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const shirase::Error &error);

private:
    [[nodiscard]] static QString text(const AuditLog::Entry &entry, int column);

    AuditLog &m_log;
    SharedSession m_session;
    AuditLog::Filter m_filter;
    QList<AuditLog::Entry> m_entries;
    bool m_more = false;
};

} // namespace shirase
