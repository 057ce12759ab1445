// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilitySearch.h"
#include "widgets/common/RowCache.h"
#include "widgets/common/Worker.h"

#include <QAbstractTableModel>
#include <QMap>
#include <QTimer>

namespace shirase {

/// The facilities of a query, over any number of rows: the ids are read at once, the rows in ranges as the
/// view shows them, all of it by a worker, so that the window never waits for the database. A row that is
/// still being read shows a "…".
class FacilityModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Address, State, Code, Registered, ColumnCount };

    /// @param reader reads; outlives the model
    explicit FacilityModel(Worker &reader, QObject *parent = nullptr);

    /// Asks for the facilities of a query; what is shown stays until loaded(). A query that was asked before
    /// and is not answered yet is dropped. On failure the model is empty and failed() says why.
    void load(const FacilityQuery &query);
    /// The same query anew, as something has changed.
    void reload() { load(m_query); }
    void clear();
    [[nodiscard]] const FacilityQuery &query() const { return m_query; }
    [[nodiscard]] bool isLoading() const { return m_loading; }

    /// 0 for an invalid index.
    [[nodiscard]] FacilityId idAt(const QModelIndex &index) const;
    /// Null for an invalid index, and while the row is being read: dataChanged() tells when it is there.
    /// Valid until the model changes.
    [[nodiscard]] const Facility *facility(const QModelIndex &index) const;
    /// Invalid if the facility does not fit the query.
    [[nodiscard]] QModelIndex indexOf(FacilityId id) const;

    /// By what a click on a column sorts; nothing for a column that cannot be sorted.
    [[nodiscard]] static std::optional<FacilityOrder> orderOf(int column);
    [[nodiscard]] static int columnOf(FacilityOrder order);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();
    void failed(const shirase::Error &error);

private:
    using Chunks = QMap<int, QList<Facility>>;
    struct Answer
    {
        QList<FacilityId> ids;
        Chunks chunks; ///< those that will be seen first
    };

    [[nodiscard]] static QString text(const Facility &facility, int column);
    [[nodiscard]] static Result<QList<Facility>> read(Office &office, const QList<FacilityId> &ids);
    [[nodiscard]] static Result<Answer> answer(Office &office, const FacilityQuery &query,
                                               const QList<int> &chunks);
    void present(Result<Answer> answer);
    void readWanted();
    void put(int chunk, Result<QList<Facility>> rows);

    Worker &m_reader;
    FacilityQuery m_query;
    QList<FacilityId> m_ids;
    mutable RowCache<Facility> m_cache;
    QPointer<Job> m_loading;
    QTimer *m_fetch; ///< gathers what one painting of the view wants
    int m_generation =
        0; ///< counts contents, so that rows of an older one are not taken for those of this one
};

} // namespace shirase
