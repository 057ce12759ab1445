// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/facilities/FacilityAct.h"

#include <QUndoCommand>

#include <memory>

namespace shirase {

/// Performs acts on facilities, and tells the person what came of it.
class FacilityActRunner
{
public:
    virtual ~FacilityActRunner() = default;
    /// Returns when it is done.
    virtual Result<FacilityAct::Outcome> run(const std::shared_ptr<FacilityAct> &act,
                                             FacilityAct::Direction direction) = 0;
};

/// An act of a clerk on the undo stack. One that changed nothing leaves the stack by itself.
class FacilityCommand : public QUndoCommand
{
public:
    /// @param text what the act is, for the menu: "Suspend 3 facilities"
    FacilityCommand(FacilityActRunner &runner, FacilityAct act, const QString &text)
        : QUndoCommand(text)
        , m_runner(runner)
        , m_act(std::make_shared<FacilityAct>(std::move(act)))
    {}

    void redo() override { perform(FacilityAct::Direction::Do); }
    void undo() override { perform(FacilityAct::Direction::Undo); }

private:
    void perform(FacilityAct::Direction direction)
    {
        const Result<FacilityAct::Outcome> outcome = m_runner.run(m_act, direction);
        if (!outcome || outcome->changed == 0)
            setObsolete(true);
    }

    FacilityActRunner &m_runner;
    std::shared_ptr<FacilityAct> m_act; ///< the worker has a share while it performs
};

} // namespace shirase
