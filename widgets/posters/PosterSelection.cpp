// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/posters/PosterSelection.h"

#include "widgets/common/PosterSource.h"

namespace shirase {

namespace {

constexpr qsizetype keptPosters = 500;

using Posters = QHash<FacilityId, PosterContent>;

} // namespace

PosterSelection::PosterSelection(Worker &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{}

void PosterSelection::startOver()
{
    ++m_generation;
    if (m_reading)
        m_reading->cancel();
    m_reading = nullptr;
    m_facilities.clear();
    m_known.clear();
    m_retired = 0;
}

void PosterSelection::clear()
{
    startOver();
    Q_EMIT changed();
}

void PosterSelection::set(FacilityId facility, const PosterContent &poster)
{
    startOver();
    m_facilities = {facility};
    m_known.insert(facility, poster);
    Q_EMIT changed();
}

void PosterSelection::set(const QList<FacilityId> &facilities)
{
    startOver();
    m_reading = m_reader.run<QList<FacilityId>>(
        this,
        [facilities](Office &office, const Job::Report &report) -> Result<QList<FacilityId>> {
            QList<FacilityId> inUse;
            const Result<bool> read = office.search.forEach(
                facilities, [&](int done) { return report(done, int(facilities.size())); },
                [&](const Facility &facility) {
                    if (facility.state != FacilityState::Retired)
                        inUse << facility.id;
                });
            if (!read)
                return passOn(read);
            return inUse;
        },
        [this, all = int(facilities.size()), generation = m_generation](const Result<QList<FacilityId>> &inUse) {
            if (generation != m_generation)
                return;
            m_reading = nullptr;
            if (!inUse)
                Q_EMIT failed(inUse.error());
            m_facilities = inUse.value_or(QList<FacilityId>());
            m_retired = inUse ? all - int(inUse->size()) : 0;
            Q_EMIT changed();
        });
    Q_EMIT changed();
}

QList<PosterContent> PosterSelection::posters(const std::vector<qsizetype> &numbers)
{
    QList<PosterContent> posters;
    QList<FacilityId> missing;
    for (const qsizetype number : numbers) {
        const FacilityId facility = m_facilities[number];
        if (const auto known = m_known.constFind(facility); known != m_known.constEnd())
            posters << *known;
        else if (!missing.contains(facility))
            missing << facility;
    }
    if (missing.isEmpty())
        return posters;
    read(missing);
    return {};
}

void PosterSelection::read(const QList<FacilityId> &facilities)
{
    if (m_known.size() > keptPosters)
        m_known.clear();
    if (m_reading)
        m_reading->cancel(); // of a sheet that was leafed past
    m_reading = m_reader.run<Posters>(
        this,
        [facilities](Office &office, const Job::Report &) -> Result<Posters> {
            Posters posters;
            const Result<QList<Facility>> rows = office.search.rows(facilities);
            if (!rows)
                return passOn(rows);
            for (const Facility &facility : *rows)
                posters.insert(facility.id, posterOf(office.settings, facility));
            return posters;
        },
        [this, facilities, generation = m_generation](const Result<Posters> &posters) {
            if (generation != m_generation)
                return;
            if (!posters) {
                if (posters.error().code != ErrorCode::Conflict)
                    Q_EMIT failed(posters.error());
                return;
            }
            m_reading = nullptr;
            m_known.insert(*posters);
            // Whatever is gone meanwhile is not asked for again.
            m_facilities.removeIf([&](FacilityId id) { return facilities.contains(id) && !posters->contains(id); });
            Q_EMIT changed();
        });
}

} // namespace shirase
