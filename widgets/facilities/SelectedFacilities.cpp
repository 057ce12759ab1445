// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/facilities/SelectedFacilities.h"

#include "core/foundation/JapaneseTime.h"
#include "widgets/common/PosterSource.h"
#include "widgets/facilities/FacilityDetail.h"
#include "widgets/facilities/FacilityModel.h"
#include "widgets/facilities/FacilityTable.h"

namespace shirase {

namespace {

constexpr int countedDays = 61; // two months

} // namespace

SelectedFacilities::SelectedFacilities(PageContext context, FacilityTable &table, const FacilityModel &model,
                                       FacilityDetail &detail)
    : m_context(context)
    , m_table(table)
    , m_model(model)
    , m_detail(detail)
{
    connect(&table, &FacilityTable::selectionMoved, this, &SelectedFacilities::show);
    connect(&model, &QAbstractItemModel::dataChanged, this, &SelectedFacilities::show);
}

void SelectedFacilities::enter(SharedSession session)
{
    m_session = std::move(session);
    m_counted = 0;
    if (!m_session)
        m_detail.presentNothing({});
}

void SelectedFacilities::showAnew()
{
    m_counted = 0;
    show();
}

void SelectedFacilities::show()
{
    if (!m_session)
        return;
    const QModelIndex one = m_table.onlySelected();
    if (one.isValid()) {
        if (const Facility *facility = m_model.facility(one))
            showOne(*facility); // else its row is on the way
        return;
    }
    m_counted = 0;
    if (m_table.selectionModel()->hasSelection())
        m_detail.presentMany(int(m_table.selectionModel()->selectedRows().size()), mayChange());
    else
        showNone();
}

void SelectedFacilities::showOne(const Facility &facility)
{
    if (m_counted == facility.id)
        return;
    m_detail.present(facility, posterOf(m_context.office.settings, facility), mayChange());
    loadCounts(facility.id);
}

void SelectedFacilities::showNone()
{
    if (m_model.rowCount() > 0)
        m_detail.presentNothing(
            tr("Choose a facility in the list to see its poster and what can be done with it."));
    else if (m_model.query().narrows())
        m_detail.presentNothing(tr("No facility fits the search and the filters."));
    else if (!m_model.isLoading())
        m_detail.presentNothing(tr("There is no facility yet. Register the first one with \"New facility\"; "
                                    "its poster is made at once."));
}

void SelectedFacilities::loadCounts(FacilityId id)
{
    if (m_counting)
        m_counting->cancel();
    m_counted = id;
    const QDate today = japan::dayOf(m_context.office.clock.now());
    m_counting = m_context.reader.run<QList<DayCount>>(
        this,
        [id, today](Office &office, const Job::Report &) {
            return VisitCounts(office.database).ofFacility(id, today.addDays(1 - countedDays), today);
        },
        [this, id](const Result<QList<DayCount>> &days) {
            if (days && m_counted == id && m_session)
                m_detail.presentCounts(*days);
        });
}

} // namespace shirase
