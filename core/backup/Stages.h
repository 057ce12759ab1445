// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/foundation/Error.h"

#include <functional>

namespace shirase {

/// Called with what is done and the total; false cancels.
using Progress = std::function<bool(int done, int total)>;

/// The progress of one stage, in whatever it counts. Fails with Conflict once somebody has cancelled.
using StageProgress = std::function<Result<>(qint64 done, qint64 total)>;

/// One line of progress over the stages of a long act, in thousandths.
class Stages
{
public:
    explicit Stages(Progress progress)
        : m_progress(std::move(progress))
    {}

    /// A stage that takes the bar from one thousandth to another. Must not outlive this.
    [[nodiscard]] StageProgress stage(int from, int until) const;

private:
    Progress m_progress;
};

} // namespace shirase
