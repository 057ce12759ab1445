// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backup/Stages.h"

#include <QCoreApplication>

#include <algorithm>

namespace shirase {

StageProgress Stages::stage(int from, int until) const
{
    return [this, from, until](qint64 done, qint64 total) -> Result<> {
        const double share = total <= 0 ? 0 : std::clamp(double(done) / double(total), 0.0, 1.0);
        if (!m_progress || m_progress(from + int(share * (until - from)), 1000))
            return {};
        return fail(ErrorCode::Conflict,
                    QCoreApplication::translate("Backup", "Cancelled. Everything is as it was before."));
    };
}

} // namespace shirase
