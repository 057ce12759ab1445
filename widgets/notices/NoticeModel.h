// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"
#include "core/notices/NoticeStore.h"

#include <QAbstractTableModel>
#include <QHash>

namespace shirase {

/// The newest notices. Names of facilities and numbers of people are read when a row is first seen.
class NoticeModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Place, State, People, ColumnCount };
    static constexpr int atMost = 500;

    NoticeModel(NoticeStore &notices, const FacilityStore &facilities, QObject *parent = nullptr);

    /// Which notices the list shows.
    enum class Filter { All, ToApprove, Open, Over };

    /// @param account whose approvals Filter::ToApprove is about
    void load(Filter filter = Filter::All, const QString &account = {});
    void clear();
    /// 0 for an invalid index.
    [[nodiscard]] NoticeId idAt(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(NoticeId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const shirase::Error &error);

private:
    [[nodiscard]] QString place(const Notice &notice) const;
    [[nodiscard]] QString people(const Notice &notice) const;

    NoticeStore &m_notices;
    const FacilityStore &m_facilities;
    QList<Notice> m_rows;
    mutable QHash<FacilityId, QString> m_names;
    mutable QHash<NoticeId, int> m_people; ///< of approved ones: fixed with the approval
};

} // namespace shirase
