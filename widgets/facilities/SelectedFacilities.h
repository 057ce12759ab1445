// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Page.h"

namespace shirase {

class FacilityDetail;
class FacilityModel;
class FacilityTable;

/// Keeps the detail beside the table in step with what is selected there: one facility with its poster and its
/// registrations, several, or none.
class SelectedFacilities final : public QObject
{
    Q_OBJECT
public:
    /// @param table, model, detail outlive it
    SelectedFacilities(PageContext context, FacilityTable &table, const FacilityModel &model, FacilityDetail &detail);

    /// Who looks from now on; nobody while the window is locked, and nothing is shown then.
    void enter(SharedSession session);
    /// The list has been read anew: what is shown may have changed too.
    void showAnew();

private:
    /// The selection, or the row of it, is another.
    void show();
    void showOne(const Facility &facility);
    void showNone();
    void loadCounts(FacilityId id);
    [[nodiscard]] bool mayChange() const { return m_session && m_session->has(Role::Facilities); }

    PageContext m_context;
    FacilityTable &m_table;
    const FacilityModel &m_model;
    FacilityDetail &m_detail;
    SharedSession m_session;
    QPointer<Job> m_counting;
    FacilityId m_counted = 0; ///< whose registrations are shown
};

} // namespace shirase
