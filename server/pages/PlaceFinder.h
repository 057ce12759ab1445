// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/facilities/FacilityStore.h"

#include <QCache>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

namespace shirase {

/// Finds the place behind a code, for the web server's thread. The requests of one turn of the event loop are one question
/// to the other thread, so that as many visitors register together (SignupDesk), and one code is looked for once.
///
/// A place that was found before is not asked for again where no facility has changed since, as of a look at the database
/// that is hardly older. Else each visitor waits behind the registrations that are being written, the other thread has
/// nothing to do until those who waited are ready, and a registration costs the two 20,000 instructions each (measured).
/// So a change of a facility counts a moment later.
///
/// While the database does not answer, a place that was found before is found as it was then: its visitors get their
/// form, whose token keeps the time of the scan, and can send it once the database is back (REQUIREMENTS V1). Whether
/// the place still takes visits is then judged again.
class PlaceFinder
{
public:
    using Answer = std::move_only_function<void(Result<CodeLookup>)>;

    /// @param trust how old that look may be
    PlaceFinder(Remote<FacilityStore> facilities, std::chrono::milliseconds trust);

    /// @param answer now or in a later turn: NotFound for an unknown code, or what the database says of a place that was
    /// never found before
    void find(const FacilityCode &code, Answer answer);

private:
    using Time = std::chrono::steady_clock::time_point;
    struct Found; ///< what a look has found
    struct Asked
    {
        FacilityCode code;
        Answer answer;                   ///< empty where nobody waits for it
        std::optional<CodeLookup> known; ///< as of the look before
    };
    struct Known
    {
        CodeLookup place;
        qint64 revision; ///< of all facilities, when it was read
    };

    void ask(const FacilityCode &code, Answer answer);
    void askAll();
    [[nodiscard]] Result<CodeLookup> placeOf(const Asked &one, const Result<Found> &found);

    static constexpr qsizetype mostKnown = 5000; ///< some 5 MB

    Remote<FacilityStore> m_facilities;
    std::chrono::milliseconds m_trust;
    QCache<QString, Known> m_known{mostKnown};
    qint64 m_revision = -1; ///< of all facilities, at the latest look
    Time m_lookedAt;        ///< when that was asked for
    bool m_looksAhead = false;
    std::vector<Asked> m_asked; ///< in this turn
    QTimer m_turn;
};

} // namespace shirase
