// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityAct.h"
#include "core/facilities/FacilityImport.h"
#include "core/facilities/FacilityRegistration.h"
#include "core/staff/Actor.h"
#include "core/staff/AuditLog.h"

namespace shirase {

/// What staff do with facilities. Everything that changes one, and every list that leaves the house, needs the
/// facilities role and stands in the audit log: in the transaction of the change, so that there is neither without
/// the other (REQUIREMENTS S1, S7). One object per connection.
class FacilityDesk
{
public:
    FacilityDesk(Database &database, FacilityStore &store, FacilityRegistration &registration, AuditLog &audit)
        : m_database(database)
        , m_store(store)
        , m_registration(registration)
        , m_audit(audit)
    {}

    [[nodiscard]] static bool may(const Actor &by) { return by.has(Role::Facilities); }

    /// See FacilityRegistration::add.
    [[nodiscard]] Result<Facility> add(const Actor &by, const FacilityDetails &details, bool sendPoster,
                                       const QString &language);
    /// See FacilityRegistration::sendPoster.
    [[nodiscard]] Result<> sendPoster(const Actor &by, const Facility &facility, const QString &language);
    /// See FacilityStore::reissue.
    [[nodiscard]] Result<Facility> reissue(const Actor &by, FacilityId id, int graceDays);
    /// Whatever the state was before. Fails with NotFound if there is no such facility.
    [[nodiscard]] Result<> setState(const Actor &by, FacilityId id, FacilityState state);
    /// Does what is not done yet of an act, or takes back what is, a few facilities per commit; what was
    /// committed stays when it is cancelled or fails, and the act remembers it.
    [[nodiscard]] Result<FacilityAct::Outcome> perform(const Actor &by, FacilityAct &act,
                                                       FacilityAct::Direction direction,
                                                       const FacilityAct::Progress &progress = {});

    /// See FacilityImport: a dry run, and the import.
    [[nodiscard]] Result<FacilityImport::Check> checkImport(const Actor &by, const QList<CsvRow> &rows,
                                                            const FacilityImport::Progress &progress = {});
    /// One entry says how many rows it begins with, another one, if it does not come to its end, how far it came.
    [[nodiscard]] Result<FacilityImport::Outcome> import(const Actor &by, const QList<CsvRow> &rows,
                                                         bool sendPosters,
                                                         const FacilityImport::Progress &progress = {});
    /// Notes that a list of so many facilities, with their contacts, is handed out. To be called before it is.
    [[nodiscard]] Result<> noteExport(const Actor &by, int facilities);

private:
    /// Runs a change and notes it, in one transaction. @param subject is asked once the change is made
    template <typename T>
    [[nodiscard]] Result<T> change(const Actor &by, const QString &action, const std::function<Result<T>()> &step,
                                   const std::function<QString(const Result<T> &)> &subject);

    Database &m_database;
    FacilityStore &m_store;
    FacilityRegistration &m_registration;
    AuditLog &m_audit;
};

} // namespace shirase
