// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityCheck.h"
#include "core/facilities/FacilityStore.h"
#include "core/mail/Outbox.h"

namespace shirase {

/// Registers a facility and, if wanted, queues the mail with its poster to the registered contact and nobody else
/// (REQUIREMENTS O2): both or neither.
class FacilityRegistration
{
public:
    /// The kind of the letter that carries poster and code; its content has "facility" (the id).
    static const QString posterLetter;

    FacilityRegistration(Database &database, FacilityStore &store, OutboxWriter &outbox)
        : m_database(database), m_store(store), m_outbox(outbox)
    {
    }

    /// Mends and checks the details first; fails with Invalid and the first problem's sentence. @param language of the mail
    [[nodiscard]] Result<Facility> add(const FacilityDetails &details, FacilitySource source, bool sendPoster,
                                       const QString &language);
    /// The same inside the caller's transaction, for many at once.
    [[nodiscard]] Result<Facility> addWithin(const FacilityDetails &details, FacilitySource source, bool sendPoster,
                                             const QString &language);
    /// Queues the mail with the poster once more, inside the caller's transaction.
    [[nodiscard]] Result<> sendPosterWithin(const Facility &facility, const QString &language);

private:
    Database &m_database;
    FacilityStore &m_store;
    OutboxWriter &m_outbox;
};

} // namespace shirase
