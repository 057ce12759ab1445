// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/posters/PosterContent.h"
#include "widgets/common/Worker.h"

#include <QHash>

#include <vector>

namespace shirase {

/// The facilities whose posters a page shows, any number of them. Which of them have a poster, and what stands
/// on it, is read by a worker as it is looked at.
class PosterSelection : public QObject
{
    Q_OBJECT
public:
    /// @param reader reads; outlives the selection
    explicit PosterSelection(Worker &reader, QObject *parent = nullptr);

    /// Reads which of these have a poster; until changed() there is none.
    void set(const QList<FacilityId> &facilities);
    /// A single one that has a poster and is known already.
    void set(FacilityId facility, const PosterContent &poster);
    void clear();

    [[nodiscard]] bool isReading() const { return m_reading; }
    /// Those that have a poster, in their order.
    [[nodiscard]] const QList<FacilityId> &facilities() const { return m_facilities; }
    /// How many are retired and have none.
    [[nodiscard]] int retired() const { return m_retired; }
    /// The posters with these numbers. Empty while they are read: changed() tells when they are there.
    [[nodiscard]] QList<PosterContent> posters(const std::vector<qsizetype> &numbers);

Q_SIGNALS:
    void changed();
    void failed(const shirase::Error &error);

private:
    void read(const QList<FacilityId> &facilities);
    void startOver();

    Worker &m_reader;
    QList<FacilityId> m_facilities;
    int m_retired = 0;
    QHash<FacilityId, PosterContent> m_known; ///< of the sheets that were looked at
    QPointer<Job> m_reading;
    int m_generation = 0; ///< counts selections, so that an answer to an older one is not taken
};

} // namespace shirase
