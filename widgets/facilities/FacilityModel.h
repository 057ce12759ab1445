// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"

#include <QAbstractTableModel>

namespace shirase {

/// The facilities of a filter, read a page at a time as the view scrolls, each page by the key of the row
/// before it.
class FacilityModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Address, State, Code, Changed, ColumnCount };
    static constexpr int pageSize = 200;

    explicit FacilityModel(FacilityStore &store, QObject *parent = nullptr);

    /// Reads from the start. On failure the model is empty and failed() says why.
    void load(const FacilityFilter &filter);
    void clear();
    /// Reads one facility anew, where it stands.
    void update(FacilityId id);

    /// Null for an invalid index; valid until the model changes.
    [[nodiscard]] const Facility *facility(const QModelIndex &index) const;
    /// Invalid if the facility has not been read.
    [[nodiscard]] QModelIndex indexOf(FacilityId id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const shirase::Error &error);

private:
    [[nodiscard]] static QString text(const Facility &facility, int column);

    FacilityStore &m_store;
    FacilityFilter m_filter;
    QList<Facility> m_facilities;
    bool m_more = false;
};

} // namespace shirase
