// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/facilities/FacilityStore.h"

#include <QCache>

namespace shirase {

/// Finds the place behind a code, for the web server's thread.
///
/// While the database does not answer, a place that was found before is found as it was then: its visitors get their
/// form, whose token keeps the time of the scan, and can send it once the database is back (REQUIREMENTS V1). Whether
/// the place still takes visits is then judged again.
class PlaceFinder
{
public:
    using Answer = std::move_only_function<void(Result<CodeLookup>)>;

    explicit PlaceFinder(Remote<FacilityStore> facilities)
        : m_facilities(facilities)
    {}

    /// @param answer in a later turn: NotFound for an unknown code, or what the database says of a place that was never
    /// found before
    void find(const FacilityCode &code, Answer answer);

private:
    [[nodiscard]] Result<CodeLookup> remembered(const QString &code, Result<CodeLookup> found);

    static constexpr qsizetype mostKnown = 5000; ///< some 5 MB

    Remote<FacilityStore> m_facilities;
    QCache<QString, CodeLookup> m_known{mostKnown};
};

} // namespace shirase
