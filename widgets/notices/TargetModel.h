// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notices/Notice.h"

#include <QAbstractTableModel>

namespace shirase {

/// The facilities and windows of time of one notice.
class TargetModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Place, Window, ColumnCount };

    struct Entry
    {
        NoticeTarget target;
        QString name;          ///< of the facility, as it is shown
        bool exercise = false; ///< the facility is one for drills
    };

    using QAbstractTableModel::QAbstractTableModel;

    void set(QList<Entry> entries);
    /// False if a notice cannot have it: the facility is there already from the same time on.
    bool add(const Entry &entry);
    void remove(int row);
    [[nodiscard]] QList<NoticeTarget> targets() const;
    /// Whether an entry is for drills where those here are real, or the other way round.
    [[nodiscard]] bool mixes(const Entry &entry) const;
    [[nodiscard]] bool isExercise() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Entry> m_entries;
};

} // namespace shirase
