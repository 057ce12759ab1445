// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/database/DatabaseThread.h"
#include "core/facilities/FacilityStore.h"

#include <QCache>
#include <QTimer>

#include <vector>

namespace shirase {

/// Finds the place behind a code, for the web server's thread. The requests of one turn of the event loop are one question
/// to the other thread, so that as many visitors register together (SignupDesk), and one code is looked for once.
///
/// While the database does not answer, a place that was found before is found as it was then: its visitors get their
/// form, whose token keeps the time of the scan, and can send it once the database is back (REQUIREMENTS V1). Whether
/// the place still takes visits is then judged again.
class PlaceFinder
{
public:
    using Answer = std::move_only_function<void(Result<CodeLookup>)>;

    explicit PlaceFinder(Remote<FacilityStore> facilities);

    /// @param answer in a later turn: NotFound for an unknown code, or what the database says of a place that was never
    /// found before
    void find(const FacilityCode &code, Answer answer);

private:
    struct Asked
    {
        FacilityCode code;
        Answer answer;
    };

    void askAll();
    [[nodiscard]] Result<CodeLookup> remembered(const QString &code, Result<CodeLookup> found);

    static constexpr qsizetype mostKnown = 5000; ///< some 5 MB

    Remote<FacilityStore> m_facilities;
    QCache<QString, CodeLookup> m_known{mostKnown};
    std::vector<Asked> m_asked; ///< in this turn
    QTimer m_turn;
};

} // namespace shirase
