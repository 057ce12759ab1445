// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityStore.h"

#include <functional>

namespace shirase {

/// One act of a clerk on facilities: a correction of one, or another state for many. It can be taken back and
/// done again (retiring cannot be taken back). What somebody else has changed meanwhile is left alone, never
/// overwritten. A value that goes to the thread where FacilityDesk performs it, and back.
class FacilityAct
{
public:
    enum class Direction { Do, Undo };
    /// Called with facilities done and in all; returning false cancels.
    using Progress = std::function<bool(int done, int total)>;

    struct Outcome
    {
        int changed = 0;
        int leftAlone = 0; ///< gone, in another state, or changed by somebody else
        bool cancelled = false;
    };

    /// @param after mended and without problems
    [[nodiscard]] static FacilityAct correction(const Facility &before, const FacilityDetails &after);
    /// Suspends those in use, takes suspended ones into use again, or retires both.
    [[nodiscard]] static FacilityAct stateChange(const QList<FacilityId> &facilities, FacilityState to);

    [[nodiscard]] int size() const { return int(m_steps.size()); }
    [[nodiscard]] std::optional<FacilityState> state() const { return m_state; }
    [[nodiscard]] bool canBeUndone() const { return m_state != FacilityState::Retired; }
    /// The state that the facilities are brought into; nothing for a correction.
    [[nodiscard]] std::optional<FacilityState> stateAfter(Direction direction) const;

private:
    friend class FacilityDesk; // which knows who may perform it
    /// @param note is called for each facility that was changed, in the transaction of its change
    [[nodiscard]] Result<Outcome> perform(Direction direction, Database &database, FacilityStore &store,
                                          const std::function<Result<>(FacilityId)> &note,
                                          const Progress &progress);

    struct Step
    {
        FacilityId facility = 0;
        FacilityDetails before;
        FacilityDetails after;
        bool done = false;
    };

    [[nodiscard]] Result<bool> change(const Step &step, Direction direction, FacilityStore &store) const;

    std::optional<FacilityState> m_state; ///< the one to change to; nothing for a correction
    QList<Step> m_steps;
};

} // namespace shirase
