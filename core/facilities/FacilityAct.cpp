// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/facilities/FacilityAct.h"

namespace shirase {

namespace {

constexpr qsizetype changedAtOnce = 50; // so that registrations never wait long for the database

FacilityAct::Direction other(FacilityAct::Direction direction)
{
    return direction == FacilityAct::Direction::Do ? FacilityAct::Direction::Undo : FacilityAct::Direction::Do;
}

} // namespace

FacilityAct FacilityAct::correction(const Facility &before, const FacilityDetails &after)
{
    FacilityAct act;
    act.m_steps.append({before.id, before.details, after, false});
    return act;
}

FacilityAct FacilityAct::stateChange(const QList<FacilityId> &facilities, FacilityState to)
{
    FacilityAct act;
    act.m_state = to;
    for (const FacilityId id : facilities)
        act.m_steps.append({id, {}, {}, false});
    return act;
}

std::optional<FacilityState> FacilityAct::stateAfter(Direction direction) const
{
    if (!m_state || direction == Direction::Do)
        return m_state;
    return *m_state == FacilityState::Active ? FacilityState::Suspended : FacilityState::Active;
}

Result<bool> FacilityAct::change(const Step &step, Direction direction, FacilityStore &store) const
{
    const bool forward = direction == Direction::Do;
    if (!m_state) {
        return forward ? store.replace(step.facility, step.before, step.after)
                       : store.replace(step.facility, step.after, step.before);
    }
    Result<bool> moved = store.moveState(step.facility, *stateAfter(other(direction)), *stateAfter(direction));
    if (moved && !*moved && *m_state == FacilityState::Retired)
        moved = store.moveState(step.facility, FacilityState::Suspended, FacilityState::Retired);
    return moved;
}

Result<FacilityAct::Outcome> FacilityAct::perform(Direction direction, Database &database,
                                                  FacilityStore &store,
                                                  const std::function<Result<>(FacilityId)> &note,
                                                  const Progress &progress)
{
    Outcome outcome;
    QList<qsizetype> open;
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].done != (direction == Direction::Do))
            open << i;
    }
    for (qsizetype first = 0; first < open.size(); first += changedAtOnce) {
        if (progress && !progress(int(first), int(open.size()))) {
            outcome.cancelled = true;
            return outcome;
        }
        if (first > 0)
            letOthersWrite();
        Result<Transaction> transaction = Transaction::begin(database);
        if (!transaction)
            return passOn(transaction);
        QList<qsizetype> changed;
        const QList<qsizetype> batch = open.mid(first, changedAtOnce);
        for (const qsizetype i : batch) {
            const Result<bool> one = change(m_steps[i], direction, store);
            if (!one)
                return passOn(one);
            if (!*one)
                continue;
            if (const Result<> noted = note(m_steps[i].facility); !noted)
                return passOn(noted);
            changed << i;
        }
        if (const Result<> committed = transaction->commit(); !committed)
            return passOn(committed);
        for (const qsizetype i : changed)
            m_steps[i].done = direction == Direction::Do;
        outcome.changed += int(changed.size());
        outcome.leftAlone += int(batch.size() - changed.size());
    }
    if (progress)
        progress(int(open.size()), int(open.size()));
    return outcome;
}

} // namespace shirase
